package import Screen

/// Turns the bytes of a terminal into keys (ECMA-48, and what xterm, rxvt and Linux add to it).
///
/// A sequence, a character and a pasted text may arrive in pieces, split anywhere. What is a
/// sequence and no key, such as an answer of the terminal, is skipped as a whole, so that its letters
/// are not taken for commands; what is not UTF-8 is dropped.
package struct KeyDecoder {
  private enum State: Equatable {
    case ground
    /// After an escape.
    case escape
    /// In a sequence that terminfo knows and that begins like no other.
    case known
    /// After ESC [.
    case control
    /// After ESC O.
    case shift
    /// So many bytes before the end, whatever they are.
    case counted(Int)
    /// In a string, and whether after an escape in it.
    case string(isEnding: Bool)
    /// In pasted text, and so many bytes into what may be its end.
    case paste(ending: Int)
  }

  /// Whether the terminal was asked something and has not yet answered the last of it.
  var expectsReply = false
  /// How long an escape may stand alone before it is the key.
  var escapePatience = Duration.milliseconds(25)

  private let known: [[UInt8]: Key]
  private let beginnings: Set<[UInt8]>
  private var state = State.ground
  // The sequence so far, as much of it as can matter.
  private var held: [UInt8] = []
  // Whether an escape went before it, or before a character.
  private var isAlt = false
  // Whether an escape was the last key, and has been taken for one for lack of more.
  private var isEscapeRecent = false
  private var character = UTF8Accumulator()
  private var pasted: [UInt8] = []
  private var heard: [Key] = []
  private var background: RGB?
  private var columns: [Int] = []

  private static let longestHeld = 128
  private static let longestPaste = 1 << 16
  private static let escape: UInt8 = 0x1B
  private static let endOfPaste: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]

  /// Makes a decoder.
  ///
  /// - Parameter known: what terminfo says that keys send.
  package init(known: [[UInt8]: Key] = [:]) {
    self.known = known
    beginnings = Set(
      known.keys.flatMap { text in text.indices.dropFirst().map { Array(text[..<$0]) } })
  }

  /// The keys in a burst of bytes.
  package mutating func keys(from bytes: [UInt8]) -> [Key] {
    if isEscapeRecent, Self.continuesEscape(bytes) { begin() }
    isEscapeRecent = false
    for byte in bytes { take(byte) }
    defer { heard = [] }
    return heard
  }

  /// How long to wait for the rest of what has begun; nil where nothing has.
  package var patience: Duration? {
    switch state {
    case .ground: isEscapeRecent ? .milliseconds(300) : nil
    case .escape: expectsReply ? max(escapePatience, .milliseconds(50)) : escapePatience
    case .paste: .seconds(5)
    default: .seconds(1)
    }
  }

  /// The keys that what has begun is, when nothing has followed it.
  package mutating func giveUp() -> [Key] {
    isEscapeRecent = state == .escape
    switch state {
    case .escape: heard = Array(repeating: .escape, count: isAlt ? 2 : 1)
    case .control, .shift, .string:
      if held.count == 2 { heard = [.alt(Character(Unicode.Scalar(held[1])))] }
    case .paste: finishPaste()
    case .ground, .known, .counted: break
    }
    reset()
    defer { heard = [] }
    return heard
  }

  /// The background's colour, once after the terminal has told it.
  mutating func takeBackground() -> RGB? {
    defer { background = nil }
    return background
  }

  /// The columns that the terminal's cursor was in, in the order of the answers; told once.
  mutating func takeColumns() -> [Int] {
    defer { columns = [] }
    return columns
  }

  // On a slow line the rest of a sequence may come after its escape was taken for the key. Nobody
  // types so fast.
  private static func continuesEscape(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 1 else { return false }
    switch (bytes[0], bytes[1]) {
    case (0x5B, let next): return next != 0x5B
    case (0x4F, let next): return bytes.count == 2 && (0x40..<0x7F).contains(next)
    case (0x5D, let next): return (0x30...0x39).contains(next)
    // Strings of which the end is there as well.
    case (0x50, _), (0x58, _), (0x5E, _), (0x5F, _):
      return bytes.last == 0x07 || bytes.suffix(2) == [escape, 0x5C]
    default: return false
    }
  }

  private mutating func begin() {
    character = UTF8Accumulator()
    (state, held) = (.escape, [Self.escape])
  }

  private mutating func reset() { (state, held, isAlt) = (.ground, [], false) }

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: takeAlone(byte)
    case .paste(let matched): takePasted(byte, matched)
    case .string(let isEnding): takeInString(byte, isEnding)
    case .counted(let count):
      hold(byte)
      if count > 1 { state = .counted(count - 1) } else { finish() }
    case .escape, .known, .control, .shift: takeInSequence(byte)
    }
  }

  private mutating func hold(_ byte: UInt8) {
    if held.count < Self.longestHeld { held.append(byte) }
  }

  private mutating func takeAlone(_ byte: UInt8) {
    if byte >= 0x80 {
      guard let scalar = character.append(byte) else { return }
      heard.append(isAlt ? .alt(Character(scalar)) : .character(Character(scalar)))
      isAlt = false
      return
    }
    character = UTF8Accumulator()
    isAlt = false
    switch byte {
    case Self.escape: begin()
    case 9: heard.append(.tab)
    case 10, 13: heard.append(.enter)
    case 8, 127: heard.append(.backspace)
    case 0..<32:
      if let key = known[[byte]] {
        heard.append(key)
      } else if byte == 0 {
        heard.append(.control(" "))
      } else if byte < 27 {
        heard.append(.control(Character(Unicode.Scalar(byte + 0x60))))
      }
    default: heard.append(.character(Character(Unicode.Scalar(byte))))
    }
  }

  private mutating func takeInSequence(_ byte: UInt8) {
    switch byte {
    case Self.escape where state == .escape:
      if isAlt { heard.append(.escape) }
      isAlt = true
      return
    case Self.escape: return begin()
    // CAN and SUB end any sequence.
    case 0x18, 0x1A: return reset()
    case _ where state != .escape && !(0x20..<0x7F).contains(byte):
      reset()
      return takeAlone(byte)
    default: break
    }
    hold(byte)
    if let key = known[held] {
      heard.append(key)
      return reset()
    }
    switch state {
    case .escape: takeAfterEscape(byte)
    case .known: if !beginnings.contains(held) { reset() }
    case .shift: if !(0x30...0x39).contains(byte) { finish() }
    default: takeInControl(byte)
    }
  }

  private mutating func takeAfterEscape(_ byte: UInt8) {
    switch byte {
    case 0x5B: state = .control
    case 0x4F: state = .shift
    case 0x50, 0x58, 0x5D, 0x5E, 0x5F: state = .string(isEnding: false)
    case _ where beginnings.contains(held): state = .known
    default:
      if isAlt { heard.append(.escape) }
      reset()
      switch byte {
      case 0x80...:
        isAlt = true
        _ = character.append(byte)
      case 8, 0x7F: heard.append(.alt("\u{7F}"))
      case 0..<0x20: break
      default: heard.append(.alt(Character(Unicode.Scalar(byte))))
      }
    }
  }

  private mutating func takeInControl(_ byte: UInt8) {
    switch byte {
    // Linux's function keys: a letter follows.
    case 0x5B where held.count == 3: state = .counted(1)
    // The mouse of terminals older than its readable reports: three bytes follow.
    case 0x4D where held.count == 3: state = .counted(3)
    case 0x40..<0x7F: finish()
    // A key with Shift in rxvt; elsewhere a letter follows the dollar sign.
    case 0x24
    where held.count > 3 && held[2..<held.count - 1].allSatisfy({ (0x30...0x39).contains($0) }):
      finish()
    default: break
    }
  }

  private mutating func takeInString(_ byte: UInt8, _ isEnding: Bool) {
    switch byte {
    case 0x18, 0x1A: reset()
    case 0x07:
      hold(byte)
      finish()
    case Self.escape: state = .string(isEnding: true)
    case 0x5C where isEnding:
      held += [Self.escape, byte]
      finish()
    case _ where isEnding:
      begin()
      take(byte)
    // Of the strings that terminals send, those after ESC ] begin with a number or with the letter of
    // a title; otherwise it was Alt.
    case _ where held == [Self.escape, 0x5D] && !"0123456789lLI".utf8.contains(byte):
      heard.append(.alt("]"))
      reset()
      takeAlone(byte)
    default: hold(byte)
    }
  }

  private mutating func takePasted(_ byte: UInt8, _ matched: Int) {
    var matched = matched
    if byte != Self.endOfPaste[matched], matched > 0 {
      addPasted(Self.endOfPaste[..<matched])
      matched = 0
    }
    if byte == Self.endOfPaste[matched] {
      matched += 1
    } else {
      addPasted([byte])
    }
    state = .paste(ending: matched)
    if matched == Self.endOfPaste.count { finishPaste() }
  }

  private mutating func addPasted(_ bytes: some Collection<UInt8>) {
    if pasted.count < Self.longestPaste { pasted += bytes }
  }

  private mutating func finishPaste() {
    heard.append(.paste(String(decoding: pasted, as: UTF8.self)))
    pasted = []
    reset()
  }

  private mutating func finish() {
    let sequence = held[...]
    let isAlt = isAlt
    reset()
    if sequence.elementsEqual([0x1B, 0x5B, 0x32, 0x30, 0x30, 0x7E]) {
      state = .paste(ending: 0)
    } else if let key = MouseReport.key(sequence) ?? KeySequence.key(sequence, isAlt: isAlt) {
      heard.append(key)
    } else {
      switch TerminalReply(sequence) {
      case .background(let color): background = color
      // Nobody else has asked; without a question it is noise.
      case .cursor(let column): if expectsReply { columns.append(column) }
      case .attributes: expectsReply = false
      case nil: break
      }
    }
  }
}
