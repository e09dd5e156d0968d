import CTerminal
import Screen

/// What keys send: the sequences that most terminals have in common, and those of terminfo.
enum KeySequence {
  /// The key of a whole sequence; nil if it is none that has a name.
  ///
  /// - Parameter isAlt: whether an escape went before it, as rxvt says that Alt is held.
  static func key(_ sequence: ArraySlice<UInt8>, isAlt: Bool) -> Key? {
    let bytes = Array(sequence)
    guard bytes.count > 2, let last = bytes.last else { return nil }
    let final = Unicode.Scalar(last)
    let parameters = bytes[2..<bytes.count - 1]
    let alt: Modifiers = isAlt ? .alt : []
    switch bytes[1] {
    case 0x4F:
      let held = Modifiers(parameter: numbers(parameters)?.first)
      if let key = arrow(final) { return key.with(held.union(alt)) }
      // rxvt's arrows with Control.
      if ("a"..."d").contains(final) { return arrow(Unicode.Scalar(last - 0x20))?.with(.control) }
      return keypad(final)
    case 0x5B where parameters.first == 0x5B:
      let index = Int(last) - 0x40
      return (1...5).contains(index) ? .function(index) : nil
    case 0x5B:
      // Shift and Control as rxvt says them.
      let marks: [UInt8: Modifiers] = [0x24: .shift, 0x5E: .control, 0x40: [.shift, .control]]
      guard let numbers = numbers(parameters) else { return nil }
      let held = Modifiers(parameter: numbers.count > 1 ? numbers[1] : nil).union(alt)
      if last == 0x7E { return numbered(numbers.first)?.with(held) }
      if let mark = marks[last] { return numbered(numbers.first)?.with(mark.union(alt)) }
      if let key = arrow(final) { return key.with(held) }
      switch final {
      // rxvt's arrows with Shift.
      case "a"..."d" where parameters.isEmpty: return arrow(Unicode.Scalar(last - 0x20))
      case "Z": return .backTab
      // Not R, with which a terminal tells where its cursor is.
      case "P": return Key.function(1).with(held)
      case "Q": return Key.function(2).with(held)
      case "S": return Key.function(4).with(held)
      default: return nil
      }
    default: return nil
    }
  }

  /// What terminfo says that the open terminal's keys send.
  ///
  /// Bytes that are keys everywhere are not among them.
  static func ofTerminal() -> [[UInt8]: Key] {
    var keys: [[UInt8]: Key] = [:]
    var index: Int32 = 0
    while true {
      var text: UnsafePointer<CChar>?
      let code = terminal_known_key(index, &text)
      if code < 0 { return keys }
      index += 1
      guard let text, let key = named(code) else { continue }
      let bytes = String(cString: text).utf8.map { $0 }
      let isSequence = bytes.count > 1 && bytes[0] == 0x1B
      let isControl = bytes.count == 1 && bytes[0] < 0x20 && ![8, 9, 10, 13, 27].contains(bytes[0])
      if isSequence || isControl, keys[bytes] == nil { keys[bytes] = key }
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

  // The numbers between the semicolons; nil where there is a private marker.
  private static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int]? {
    guard parameters.allSatisfy({ (0x30...0x3B).contains($0) }) else { return nil }
    return String(decoding: parameters, as: UTF8.self)
      .split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
  }

  private static func arrow(_ final: Unicode.Scalar) -> Key? {
    switch final {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "H": .home
    case "F": .end
    default: nil
    }
  }

  // The numeric keypad in application mode, with the digits it has on it, and PF1 to PF4.
  private static func keypad(_ final: Unicode.Scalar) -> Key? {
    switch final {
    case "M": .enter
    case "I": .tab
    case "P"..."S": .function(Int(final.value) - 0x4F)
    case "X": .character("=")
    case "j"..."o": .character(Character(Unicode.Scalar(UInt8(clamping: final.value - 0x40))))
    case "p"..."y": .character(Character(Unicode.Scalar(UInt8(clamping: final.value - 0x40))))
    default: nil
    }
  }

  private static func numbered(_ number: Int?) -> Key? {
    switch number {
    case 1, 7: .home
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case let number? where (11...15).contains(number): .function(number - 10)
    case let number? where (17...21).contains(number): .function(number - 11)
    case let number? where (23...26).contains(number): .function(number - 12)
    case let number? where (28...29).contains(number): .function(number - 13)
    case let number? where (31...34).contains(number): .function(number - 14)
    default: nil
    }
  }
}

/// What is held while a key is pressed.
private struct Modifiers: OptionSet {
  let rawValue: Int
  static let shift = Modifiers(rawValue: 1)
  static let alt = Modifiers(rawValue: 2)
  static let control = Modifiers(rawValue: 4)

  init(rawValue: Int) { self.rawValue = rawValue }

  /// Reads xterm's parameter, which is one more than the bits.
  init(parameter: Int?) { rawValue = max(0, (parameter ?? 1) - 1) }
}

extension Key {
  /// The key while others are held; Shift makes no difference, Alt and Control go by words.
  fileprivate func with(_ modifiers: Modifiers) -> Key? {
    if modifiers.isDisjoint(with: [.alt, .control]) { return self }
    return switch self {
    case .left: .alt("b")
    case .right: .alt("f")
    case .delete: .alt("d")
    default: nil
    }
  }
}

/// What xterm's mode 1006 sends of a mouse: ESC [ < button ; column ; row M, or m for a release.
enum MouseReport {
  /// The key of a whole report; nil for anything else, releases and other buttons among it.
  static func key(_ sequence: ArraySlice<UInt8>) -> Key? {
    guard sequence.starts(with: [0x1B, 0x5B, 0x3C]), sequence.last == 0x4D else { return nil }
    let text = String(decoding: sequence.dropFirst(3).dropLast(), as: UTF8.self)
    let numbers = text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3, let button = numbers[0], let action = action(ofButton: button),
      let column = numbers[1], column > 0, let row = numbers[2], row > 0
    else { return nil }
    return .mouse(action, column: column - 1, row: row - 1)
  }

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
    return text.unicodeScalars.first.flatMap { $0.value < 0xA0 ? nil : $0 }
  }

  private static func length(after first: UInt8) -> Int {
    switch first {
    case 0xF0...: 4
    case 0xE0...: 3
    default: 2
    }
  }
}
