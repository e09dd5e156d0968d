import Foundation

/// Numbers as sentences have them: 0.707, 4.32·10⁻⁵, 2⁻¹⁵.
enum SaidNumber {
  /// Every number after a sign or word that one follows, in order.
  static func all(in sentence: String) -> [Double] {
    sentence.split(whereSeparator: { " ,;()".contains($0) }).compactMap { value(String($0)) }
  }

  /// The number that stands after some words; nil where they are not.
  static func after(_ words: String, in sentence: some StringProtocol) -> Double? {
    sentence.range(of: words).flatMap { range in
      sentence[range.upperBound...].split(whereSeparator: { " ,;()".contains($0) }).first
        .flatMap { value(String($0)) }
    }
  }

  static func value(_ text: String) -> Double? {
    let raised = Dictionary(uniqueKeysWithValues: zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-"))
    let digits = text.prefix { raised[$0] == nil }
    let power = Int(String(text.dropFirst(digits.count).compactMap { raised[$0] }))
    let parts = digits.components(separatedBy: "·")
    guard let power else { return Double(text) }
    if digits == "2" { return pow(2, Double(power)) }
    guard parts.count == 2, parts[1] == "10", let head = Double(parts[0]) else { return nil }
    // In one step, since 10 to the power of -310, say, is not exact.
    return Double("\(head)e\(power)")
  }
}
