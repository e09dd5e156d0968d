import Screen

/// Escape sequences in what the terminal sends (ECMA-48).
enum EscapeSequence {
  /// The length of the sequence at the start: CSI, SS3, or a string that is ended by ST or BEL; 0 if
  /// there is none, or not yet all of it.
  static func length(_ codes: ArraySlice<Int32>) -> Int {
    guard codes.count > 2, codes.first == escape else { return 0 }
    let second = codes[codes.startIndex + 1]
    switch second {
    case 0x4F: return 3
    case 0x5B:
      let final = codes.dropFirst(2).drop { (0x20..<0x40).contains($0) }
      guard let last = final.first, (0x40..<0x7F).contains(last) else { return 0 }
      // The mouse of terminals older than its readable reports: three bytes follow.
      if last == 0x4D && final.startIndex == codes.startIndex + 2 { return min(6, codes.count) }
      return final.startIndex + 1 - codes.startIndex
    case 0x50, 0x58, 0x5D, 0x5E, 0x5F:
      let end = codes.dropFirst(2).drop { $0 != bell && $0 != escape }
      if end.first == bell { return end.startIndex + 1 - codes.startIndex }
      guard end.count > 1, end[end.startIndex + 1] == backslash else { return 0 }
      return end.startIndex + 2 - codes.startIndex
    default: return 0
    }
  }

  /// How many codes at the start are as a reply begins: to the question for the background (OSC 11)
  /// or for what the terminal is (DA1).
  ///
  /// - Returns: the number, and whether nothing that is typed begins like that.
  static func beginningOfReply(_ codes: ArraySlice<Int32>) -> (count: Int, isSure: Bool) {
    let heads = ["\u{1B}]11;", "\u{1B}[?"].map { $0.unicodeScalars.map { Int32($0.value) } }
    let matches = heads.map { head in zip(codes, head).prefix { $0 == $1 }.count }
    for (head, match) in zip(heads, matches) where match == head.count {
      let body = codes.dropFirst(head.count).prefix(longest).prefix(while: isInReply)
      var count = head.count + body.count
      // The first half of ST.
      if codes.count == count + 1, codes.last == escape { count += 1 }
      return (count, true)
    }
    return (matches.max() ?? 0, false)
  }

  private static func isInReply(_ code: Int32) -> Bool {
    guard let byte = UInt8(exactly: code) else { return false }
    let digits = "0123456789abcdefABCDEFrgbRGB#:;/".utf8
    return digits.contains(byte)
  }

  private static let longest = 64
  private static let escape: Int32 = 0x1B
  private static let bell: Int32 = 0x07
  private static let backslash: Int32 = 0x5C
}

/// What a terminal answers to what it was asked.
enum TerminalReply: Hashable, Sendable {
  /// The background's colour: OSC 11 and a colour as X11 writes it.
  case background(RGB)
  /// What the terminal is: DA1, which every terminal answers.
  case attributes

  /// Reads a whole sequence; nil if it is no such reply.
  init?(_ codes: ArraySlice<Int32>) {
    let bytes = codes.compactMap { UInt8(exactly: $0) }
    guard bytes.count == codes.count, let text = String(validating: bytes, as: UTF8.self) else {
      return nil
    }
    if text.hasPrefix("\u{1B}[?"), text.hasSuffix("c") {
      self = .attributes
    } else if text.hasPrefix("\u{1B}]11;") {
      let end = text.hasSuffix("\u{07}") ? 1 : 2
      guard let color = RGB(ofX11: text.dropFirst(5).dropLast(end)) else { return nil }
      self = .background(color)
    } else {
      return nil
    }
  }
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
