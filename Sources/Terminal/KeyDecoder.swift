import CTerminal
package import Screen

/// Turns what the C side reads, bytes and named keys, into keys.
///
/// A UTF-8 character may arrive in pieces; what is not UTF-8 is dropped.
struct KeyDecoder {
  /// Whether the terminal was asked something and has not yet answered the last of it.
  var expectsReply = false

  private var pending = UTF8Accumulator()
  /// What may be the beginning of a reply.
  private var held: [Int32] = []
  private var background: RGB?

  /// The keys in a burst of codes.
  ///
  /// An escape sequence curses does not know is dropped as a whole, so that its letters are not
  /// taken for commands; it always arrives in one burst, which an escape key and a bracket do not.
  /// A reply may arrive in several: what can be the beginning of one is kept until more comes.
  mutating func keys(from codes: [Int32]) -> [Key] {
    let codes = held + codes
    held = []
    var keys: [Key] = []
    var position = 0
    while position < codes.count {
      let rest = codes[position...]
      let length = EscapeSequence.length(rest)
      if MouseReport.isBegun(rest) {
        held = Array(rest)
        return keys
      }
      if length > 0 {
        if let key = MouseReport.key(rest.prefix(length)) { keys.append(key) }
        take(rest.prefix(length))
        position += length
        continue
      }
      let (count, isSure) = EscapeSequence.beginningOfReply(rest)
      if count == rest.count && (isSure || (expectsReply && count > 0)) {
        held = Array(rest)
        return keys
      }
      if isSure {
        position += count
      } else {
        if let key = key(from: codes[position]) { keys.append(key) }
        position += 1
      }
    }
    return keys
  }

  /// How long to wait for the rest of a reply; nil where nothing is kept, or nothing but a reply
  /// begins like that.
  var patience: Duration? {
    if held.isEmpty || EscapeSequence.beginningOfReply(held[...]).isSure { return nil }
    return held.count == 1 ? .milliseconds(50) : .seconds(1)
  }

  /// The keys that what was kept is, when nothing has followed it.
  mutating func giveUp() -> [Key] {
    let codes = held
    held = []
    return codes.compactMap { key(from: $0) }
  }

  /// The background's colour, once after the terminal has told it.
  mutating func takeBackground() -> RGB? {
    defer { background = nil }
    return background
  }

  private mutating func take(_ sequence: ArraySlice<Int32>) {
    switch TerminalReply(sequence) {
    case .background(let color): background = color
    case .attributes: expectsReply = false
    case nil: break
    }
  }

  private mutating func key(from code: Int32) -> Key? {
    guard let byte = UInt8(exactly: code) else {
      pending = UTF8Accumulator()
      return Self.named(code)
    }
    if byte >= 0x80 { return pending.append(byte).map { .character(Character($0)) } }
    pending = UTF8Accumulator()
    switch byte {
    case 9: return .tab
    case 10, 13: return .enter
    case 27: return .escape
    case 8, 127: return .backspace
    case 0: return .control(" ")
    case 1...26: return .control(Character(Unicode.Scalar(byte + 0x60)))
    case 28...31: return nil
    default: return .character(Character(Unicode.Scalar(byte)))
    }
  }

  private static func named(_ code: Int32) -> Key? {
    switch Int(code) {
    case Int(TERMINAL_KEY_UP): .up
    case Int(TERMINAL_KEY_DOWN): .down
    case Int(TERMINAL_KEY_LEFT): .left
    case Int(TERMINAL_KEY_RIGHT): .right
    case Int(TERMINAL_KEY_ENTER): .enter
    case Int(TERMINAL_KEY_BACK_TAB): .backTab
    case Int(TERMINAL_KEY_BACKSPACE): .backspace
    case Int(TERMINAL_KEY_DELETE): .delete
    case Int(TERMINAL_KEY_HOME): .home
    case Int(TERMINAL_KEY_END): .end
    case Int(TERMINAL_KEY_PAGE_UP): .pageUp
    case Int(TERMINAL_KEY_PAGE_DOWN): .pageDown
    case let other where other > Int(TERMINAL_KEY_FUNCTION):
      .function(other - Int(TERMINAL_KEY_FUNCTION))
    default: nil
    }
  }
}

/// What xterm's mode 1006 sends of a mouse: ESC [ < button ; column ; row M, or m for a release.
enum MouseReport {
  // Longer than any report, so that what is none is not waited for.
  private static let longest = 24

  /// Whether codes are the beginning of a report and no more.
  static func isBegun(_ codes: ArraySlice<Int32>) -> Bool {
    codes.count < longest && codes.starts(with: [0x1B, 0x5B, 0x3C])
      && codes.dropFirst(3).allSatisfy { isParameter($0) }
  }

  /// The key of a whole report; nil for anything else, releases and other buttons among it.
  static func key(_ codes: ArraySlice<Int32>) -> Key? {
    guard codes.count <= longest, codes.starts(with: [0x1B, 0x5B, 0x3C]), codes.last == 0x4D else {
      return nil
    }
    let parameters = codes.dropFirst(3).dropLast()
    guard parameters.allSatisfy({ isParameter($0) }) else { return nil }
    let text = String(decoding: parameters.map { UInt8(clamping: $0) }, as: UTF8.self)
    let numbers = text.split(separator: ";").compactMap { Int($0) }
    guard numbers.count == 3, let action = action(ofButton: numbers[0]), numbers[1] > 0,
      numbers[2] > 0
    else { return nil }
    return .mouse(action, column: numbers[1] - 1, row: numbers[2] - 1)
  }

  private static func isParameter(_ code: Int32) -> Bool { (0x30...0x3B).contains(code) }

  // Shift, Alt and Control are bits of their own and make no difference.
  private static func action(ofButton number: Int) -> MouseAction? {
    switch number & ~28 {
    case 0: .press
    case 64: .wheelUp
    case 65: .wheelDown
    default: nil
    }
  }
}

/// Collects the bytes of one UTF-8 character.
struct UTF8Accumulator {
  private var bytes: [UInt8] = []

  /// Adds a byte that is not ASCII.
  ///
  /// - Returns: the scalar it completes.
  mutating func append(_ byte: UInt8) -> Unicode.Scalar? {
    if byte >= 0xC0 { bytes = [] } else if bytes.isEmpty { return nil }
    bytes.append(byte)
    guard let first = bytes.first, bytes.count == Self.length(after: first) else { return nil }
    defer { bytes = [] }
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    return text.unicodeScalars.first
  }

  private static func length(after first: UInt8) -> Int {
    switch first {
    case 0xF0...: 4
    case 0xE0...: 3
    default: 2
    }
  }
}

/// What a terminal session waits for.
package enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The terminal has a new size, and its contents are gone.
  case resize(Size)
  /// The terminal has said what colour its background is.
  case background(RGB)
  /// `WakeUp.signal()` was called, once or more often.
  case wakeUp
  /// The terminal's contents are gone, as after a suspension.
  case redraw
  /// The process was asked to end; a terminal that went away counts as SIGHUP.
  case quit(signal: Int32)
}
