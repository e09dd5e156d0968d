/// How many colours a terminal shows.
public enum ColorDepth: Int, Comparable, CaseIterable, Sendable {
  /// Attributes only.
  case none = 0
  /// The eight of ANSI.
  case eight = 8
  /// Eight and their bright twins.
  case sixteen = 16
  /// The 256-colour palette.
  case palette = 256

  /// Orders depths by their number of colours.
  public static func < (left: ColorDepth, right: ColorDepth) -> Bool {
    left.rawValue < right.rawValue
  }
}
