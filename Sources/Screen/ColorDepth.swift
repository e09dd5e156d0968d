/// How many colours a terminal shows.
package enum ColorDepth: Int, Comparable, CaseIterable, Sendable {
  /// Attributes only.
  case none = 0
  /// The eight of ANSI.
  case eight = 8
  /// Eight and their bright twins.
  case sixteen = 16
  /// The 256-colour palette.
  case palette = 256

  /// Orders depths by their number of colours.
  package static func < (left: ColorDepth, right: ColorDepth) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension ColorDepth {
  /// The depth of a terminal with this many colours.
  package init(terminalColors: Int) {
    switch terminalColors {
    case 256...: self = .palette
    case 16...: self = .sixteen
    case 8...: self = .eight
    default: self = .none
    }
  }
}
