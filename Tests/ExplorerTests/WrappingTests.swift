import Screen
import TestSupport
import Testing

@testable import Explorer

@Suite("Lines of text")
struct WrappingTests {
  private func lines(_ text: String, _ columns: Int) -> [String] {
    text.wrapped(to: columns, at: [" "])
  }

  @Test("Chinese is broken between its characters, full to the last column")
  func chinese() {
    #expect(lines("权重的平均值", 6) == ["权重的", "平均值"])
    #expect(lines("权重的平均值", 7) == ["权重的", "平均值"])
    #expect(lines("权重 PyTorch 的默认值", 9) == ["权重", "PyTorch", "的默认值"])
    #expect(lines("权重的 PyTorch", 6) == ["权重的", "PyTorc", "h"])
    #expect(lines("一二三 四", 6) == ["一二三", "四"], "a blank at a break vanishes")
  }

  @Test("punctuation holds to what it closes or opens")
  func punctuation() {
    #expect(lines("权重，均值", 4) == ["权", "重，", "均值"])
    #expect(lines("均值（标准差）", 6) == ["均值", "（标准", "差）"])
    #expect(lines("正在写…好", 6) == ["正在", "写…好"])
    #expect(lines("值是 'ab'。", 8) == ["值是", "'ab'。"])
  }

  @Test("numbers keep their units, ordinals their numbers, and words are whole")
  func units() {
    #expect(lines("共有 30 个权重", 7) == ["共有", "30 个权", "重"])
    #expect(lines("到达第 12 层", 8) == ["到达", "第 12 层"])
    #expect(lines("只有 95 % 的", 8) == ["只有", "95 % 的"])
    #expect(lines("方法xavier_normal好", 13) == ["方法", "xavier_normal", "好"])
    #expect(lines("all of 8 192 numbers", 10) == ["all of", "8 192", "numbers"])
    #expect(lines("step 1 192 to 5 67", 9) == ["step", "1 192 to", "5 67"])
  }

  @Test("English stays as it was before Chinese was")
  func english() {
    var random = SplitMix(seed: 41)
    let pieces = [
      "the", "weights,", " ", " ", " ", "95 %", "q = 1", "√(2/n)", "·", "unbreakable", "/",
    ]
    let kinds: [(Set<Character>, Set<Character>)] = [([" "], []), (["·", " "], ["/", "("])]
    for _ in 0..<2000 {
      let text = (0..<random.below(14)).map { _ in random.pick(pieces) }.joined()
      let columns = 1 + random.below(24)
      for (breaks, others) in kinds {
        #expect(
          text.wrapped(to: columns, at: breaks, or: others)
            == Self.wrappedAtBlanks(text, to: columns, at: breaks, or: others),
          "'\(text)' in \(columns)")
      }
    }
    #expect(lines("the weights, here", 9) == ["the", "weights,", "here"])
    #expect(lines("an unbreakable", 5) == ["an", "unbre", "akabl", "e"])
  }

  // Character by character, with what is left of a line as the next one.
  private static func wrappedAtBlanks(
    _ text: String, to columns: Int, at breaks: Set<Character>, or others: Set<Character>
  ) -> [String] {
    var lines: [String] = []
    var line: [Character] = []
    for character in text {
      if line.count + 1 > columns {
        let cuts = [breaks, others].compactMap { set in
          line.indices.dropFirst().last { set.contains(line[$0]) }
        }
        let cut = cuts.first ?? line.count
        lines.append(String(line[..<cut]))
        line = Array(line[cut...].drop { $0 == " " })
      }
      line.append(character)
    }
    return lines + (line.isEmpty ? [] : [String(line)])
  }

  @Test("whatever the text and the width, nothing is lost, too wide, or parted that holds together")
  func anything() {
    var random = SplitMix(seed: 14)
    let pieces = [
      "权重", "方差", "，", "。", "（", "）", "：", "；", " ", "30 个", "第 2 层", "xavier_normal", "q", "'a'",
      "5 %", "…", "√(E f²)", "、", "--gain",
    ]
    let opening = Set("（([")
    let closing = Set("，。；：、）…)],")
    for _ in 0..<2000 {
      let text = (0...random.below(12)).map { _ in random.pick(pieces) }.joined()
      let columns = 1 + random.below(40)
      let lines = lines(text, columns)
      #expect(
        lines.allSatisfy { TextWidth.columns(of: $0) <= max(2, columns) }, "\(text) in \(columns)")
      func letters(_ text: String) -> String { String(text.filter { $0 != " " }) }
      #expect(letters(lines.joined()) == letters(text), "\(text) in \(columns)")
      // A chain that is longer than a line has to be parted somewhere.
      guard columns >= 30 else { continue }
      for (line, next) in zip(lines, lines.dropFirst()) where !line.isEmpty && !next.isEmpty {
        guard let last = line.last, let first = next.first, text.contains("\(last)\(first)") else {
          continue
        }
        let isForced = TextWidth.columns(of: line) > columns - 2
        #expect(isForced || !opening.contains(last), "\(text) in \(columns): \(line)|\(next)")
        #expect(isForced || !closing.contains(first), "\(text) in \(columns): \(line)|\(next)")
      }
    }
  }
}
