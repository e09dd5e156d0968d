import Screen

/// What a terminal answers to what it was asked.
enum TerminalReply: Hashable, Sendable {
  /// The background's colour: OSC 11 and a colour as X11 writes it.
  case background(RGB)
  /// The column that the cursor is in, from 1, in the row of the question: CPR.
  case cursor(column: Int)
  /// What the terminal is: DA1, which every terminal answers.
  case attributes

  /// Reads a whole sequence; nil if it is no such reply.
  init?(_ sequence: ArraySlice<UInt8>) {
    guard let text = String(validating: sequence, as: UTF8.self) else { return nil }
    if text.hasPrefix("\u{1B}[?"), text.hasSuffix("c") {
      self = .attributes
    } else if text.hasPrefix("\u{1B}["), text.hasSuffix("R") {
      let numbers = text.dropFirst(2).dropLast().split(separator: ";").map { Int($0) }
      guard numbers.count == 2, numbers[0] == TerminalQuestion.row, let column = numbers[1],
        column > 0
      else { return nil }
      self = .cursor(column: column)
    } else if text.hasPrefix("\u{1B}]11;") {
      let end = text.hasSuffix("\u{07}") ? 1 : 2
      guard let color = RGB(ofX11: text.dropFirst(5).dropLast(end)) else { return nil }
      self = .background(color)
    } else {
      return nil
    }
  }
}

/// What a terminal can be asked.
package enum TerminalQuestion: Hashable, Sendable {
  /// What colour its background is.
  case background
  /// How many columns it gives a text, by where the text leaves its cursor.
  case columns(of: String)

  /// What is sent; the text is gone again before the answer is there.
  var sequence: String {
    switch self {
    case .background: "\u{1B}]11;?\u{1B}\\"
    case .columns(let text): "\u{1B}[\(Self.row);1H\(text)\u{1B}[6n\u{1B}[\(Self.row);1H\u{1B}[K"
    }
  }

  /// The row, from 1, in which text is measured: an answer from the first one is what F3 sends while
  /// others are held.
  static let row = 2

  /// What every terminal answers, so that an answer which has not come by then does not come.
  static let last = "\u{1B}[c"
}

extension RGB {
  /// Reads a colour as X11 writes it: `rgb:RRRR/GGGG/BBBB` or `rgba:` with one to four hexadecimal
  /// digits a part, or `#RRGGBB`, likewise with one to four.
  init?(ofX11 text: some StringProtocol) {
    let parts: [Substring]
    if text.hasPrefix("#") {
      let digits = Substring(text.dropFirst())
      let width = digits.count / 3
      guard width > 0, digits.count.isMultiple(of: 3) else { return nil }
      parts = (0..<3).map { digits.dropFirst($0 * width).prefix(width) }
    } else {
      let counts = ["rgb": 3, "rgba": 4]
      let fields = text.split(separator: ":", omittingEmptySubsequences: false).map {
        Substring($0)
      }
      guard fields.count == 2, let count = counts[String(fields[0])] else { return nil }
      let all = fields[1].split(separator: "/", omittingEmptySubsequences: false)
      guard all.count == count else { return nil }
      parts = Array(all.prefix(3))
    }
    let shares = parts.compactMap { part -> UInt8? in
      guard (1...4).contains(part.count), part.allSatisfy(\.isHexDigit),
        let value = UInt32(part, radix: 16)
      else { return nil }
      let most = UInt32(1) << (4 * UInt32(part.count)) - 1
      return UInt8(clamping: (value * 255 + most / 2) / most)
    }
    guard shares.count == 3 else { return nil }
    self.init(red: shares[0], green: shares[1], blue: shares[2])
  }
}
