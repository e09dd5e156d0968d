import Screen

/// What a terminal answers to what it was asked.
enum TerminalReply: Hashable, Sendable {
  /// The background's colour: OSC 11 and a colour as X11 writes it.
  case background(RGB)
  /// What the terminal is: DA1, which every terminal answers.
  case attributes

  /// Reads a whole sequence; nil if it is no such reply.
  init?(_ sequence: ArraySlice<UInt8>) {
    guard let text = String(validating: sequence, as: UTF8.self) else { return nil }
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
