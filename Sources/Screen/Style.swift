/// How a cell is drawn: its role, the role behind it, and its attributes.
public struct Style: Hashable, Sendable {
  /// The role of the glyph.
  public var foreground: Role
  /// The role whose colour fills the cell; `.text` leaves the terminal's background.
  public var background: Role
  /// Attributes beyond what the theme adds.
  public var attributes: Attributes

  /// Makes a style.
  public init(_ foreground: Role, on background: Role = .text, _ attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// Ordinary text.
  public static let text = Style(.text)

  /// Text attributes every terminal has or ignores.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8
    /// Makes a set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Bold.
    public static let bold = Attributes(rawValue: 1)
    /// Underlined.
    public static let underline = Attributes(rawValue: 2)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 4)
  }
}
