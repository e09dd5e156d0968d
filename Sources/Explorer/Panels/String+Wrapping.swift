internal import Screen

extension String {
  /// The text in lines of at most `columns`, broken before one of the given characters where it
  /// can be, else before one of the second best, and anywhere where neither is to be had.
  ///
  /// Chinese, which has no blanks, is broken between any two of its characters but where
  /// `LineBreaks` says that they hold together.
  package func wrapped(
    to columns: Int, at breaks: Set<Character>, or secondBest: Set<Character> = []
  ) -> [String] {
    guard columns > 0 else { return [] }
    let text = Array(self)
    let widths = text.map { TextWidth.columns(of: String($0)) }
    let isChinese = widths.contains(2)
    func isBreak(before index: Int) -> Bool {
      guard !LineBreaks.isGrouped(text, at: index) else { return false }
      guard isChinese, index > 0 else { return breaks.contains(text[index]) }
      return breaks.contains(text[index])
        ? !LineBreaks.isUnit(text, around: index)
        : LineBreaks.isAllowed(between: text[index - 1], and: text[index])
    }
    var lines: [String] = []
    var (start, width) = (0, 0)
    var lastBreak: Int?
    var lastSecondBest: Int?
    for index in text.indices {
      // Of a line that is cut behind a narrow character, a wide one may need another.
      var isTooWide = width + widths[index] > columns
      while isTooWide {
        // A Chinese line may be full to its last column.
        let isFull = isChinese && index > start && isBreak(before: index)
        let cut = isFull ? index : lastBreak ?? lastSecondBest ?? index
        lines.append(String(text[start..<cut]))
        start = text[cut..<index].firstIndex { $0 != " " } ?? index
        width = widths[start..<index].reduce(0, +)
        // What is left may have breaks of its own.
        let rest = (start..<index).dropFirst()
        lastBreak = rest.last { isBreak(before: $0) }
        lastSecondBest = rest.last { secondBest.contains(text[$0]) }
        isTooWide = start < index && width + widths[index] > columns
      }
      if isChinese, index == start, !lines.isEmpty, text[index] == " " {
        start += 1
        continue
      }
      if index > start, secondBest.contains(text[index]) { lastSecondBest = index }
      if index > start, isBreak(before: index) { lastBreak = index }
      width += widths[index]
    }
    return lines + (start < text.count ? [String(text[start...])] : [])
  }

  /// The same with all lines but the first indented; where hardly a word would fit beside it, an
  /// indent does more harm than good.
  func wrapped(
    to columns: Int, at breaks: Set<Character>, or secondBest: Set<Character> = [], indent: Int
  ) -> [String] {
    let whole = wrapped(to: columns, at: breaks, or: secondBest)
    guard indent > 0, columns >= 2 * indent, let first = whole.first, whole.count > 1 else {
      return whole
    }
    let rest = String(dropFirst(first.count).drop { $0 == " " })
    return [first]
      + rest.wrapped(to: columns - indent, at: breaks, or: secondBest).map {
        String(repeating: " ", count: indent) + $0
      }
  }
}

/// Where a line of Chinese may be broken (GB/T 15834, 5.1; W3C, Requirements for Chinese Text Layout,
/// 3.1.3).
enum LineBreaks {
  /// What never begins a line.
  private static let closing = Set("，。；：、！？）》〉」』】〕”’…—·,.;:!?)]}%'\"`")
  /// What never ends one.
  private static let opening = Set("（《〈「『【〔“‘([{'\"`")

  /// Whether a line may end between two characters without a blank, of which one is Chinese.
  static func isAllowed(between left: Character, and right: Character) -> Bool {
    guard left != " ", right != " ", left.isWide || right.isWide else { return false }
    return !opening.contains(left) && !closing.contains(right)
      && !isNumber(left, of: right)
  }

  /// Whether a blank parts a number's thousands: 4 800.
  static func isGrouped(_ text: [Character], at blank: Int) -> Bool {
    guard text[blank] == " ", blank > 0, text[blank - 1].isASCIIDigit else { return false }
    return text[(blank + 1)...].prefix { $0.isASCIIDigit }.count == 3
  }

  /// Whether the characters around a blank are a number and its unit, or an ordinal and its number.
  static func isUnit(_ text: [Character], around blank: Int) -> Bool {
    guard blank > 0, blank + 1 < text.count, text[blank] == " " else { return false }
    let (left, right) = (text[blank - 1], text[blank + 1])
    return isNumber(left, of: right) || (left.isASCIIDigit && right == "%")
  }

  private static func isNumber(_ left: Character, of right: Character) -> Bool {
    left.isASCIIDigit && right.isWide || left == "第"
  }
}

extension Character {
  fileprivate var isWide: Bool { TextWidth.columns(of: String(self)) == 2 }
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
