/// Splits a program's output into commands (ECMA-48).
struct EscapeParser: Sendable {
  /// What a terminal is told.
  enum Command: Hashable {
    case print(Unicode.Scalar)
    case control(UInt8)
    /// ESC and a final byte, with an intermediate byte such as "(" or 0.
    case escape(intermediate: UInt8, final: UInt8)
    /// CSI with its private marker, such as "?", or 0.
    case sequence(marker: UInt8, parameters: [Int], final: UInt8)
  }

  private enum State { case ground, escape, sequence, string }
  private var state = State.ground
  private var intermediate: UInt8 = 0
  private var parameters = ""
  private var marker: UInt8 = 0
  private var bytes: [UInt8] = []

  mutating func feed(_ byte: UInt8) -> Command? {
    // CAN and SUB end any sequence.
    if byte == 0x18 || byte == 0x1A {
      state = .ground
      return nil
    }
    switch state {
    case .ground: return ground(byte)
    case .escape: return escape(byte)
    case .sequence: return sequence(byte)
    case .string:
      // OSC and DCS end with BEL or ST, whose backslash the escape state drops.
      if byte == 7 { state = .ground }
      if byte == 0x1B { enterEscape() }
      return nil
    }
  }

  private mutating func enterEscape() {
    state = .escape
    intermediate = 0
  }

  private mutating func ground(_ byte: UInt8) -> Command? {
    if byte == 0x1B {
      enterEscape()
      return nil
    }
    if byte < 0x20 || byte == 0x7F { return .control(byte) }
    if byte < 0x80 { return .print(Unicode.Scalar(byte)) }
    if byte >= 0xC0 { bytes = [] }
    bytes.append(byte)
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    bytes = []
    return text.unicodeScalars.first.map { .print($0) }
  }

  private mutating func escape(_ byte: UInt8) -> Command? {
    switch byte {
    case 0x20..<0x30:
      intermediate = byte
      return nil
    case 0x5B where intermediate == 0:
      state = .sequence
      parameters = ""
      marker = 0
      return nil
    case 0x5D, 0x50, 0x58, 0x5E, 0x5F:
      if intermediate == 0 {
        state = .string
        return nil
      }
    default: break
    }
    state = .ground
    return .escape(intermediate: intermediate, final: byte)
  }

  private mutating func sequence(_ byte: UInt8) -> Command? {
    switch byte {
    case 0x3C..<0x40: marker = byte
    case 0x20..<0x30: break
    case 0x30..<0x3C: parameters.unicodeScalars.append(Unicode.Scalar(byte))
    case 0x40..<0x7F:
      state = .ground
      let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
      return .sequence(marker: marker, parameters: numbers.map { Int($0) ?? 0 }, final: byte)
    default: state = .ground
    }
    return nil
  }
}
