/// What a cell means; a theme decides what a role looks like.
public enum Role: UInt8, CaseIterable, Sendable {
  /// Ordinary text, and the plain background.
  case text
  /// Labels, rules, axes: what should step back.
  case dim
  /// Values that should stand out from their labels.
  case bright
  /// Headings of panels.
  case title
  /// The top and bottom bars.
  case chrome
  /// The selected row or the active tab.
  case selection
  /// A key's name in the footer and the help.
  case key
  /// A histogram's bars.
  case bar
  /// Everything that belongs to the law: curve, theory column, result.
  case law
  /// The sample's density.
  case sample
  /// Everything that belongs to the pinned scene A of a comparison.
  case pinned
  /// Markers of mean, standard deviation and bound.
  case marker
  /// A residual above zero.
  case residualUp
  /// A residual below zero.
  case residualDown
  /// A residual or z-score of 3 or more.
  case alert
  /// Agreement.
  case good
  /// Code that can be copied.
  case code
  /// A warning that applies.
  case warning
  /// An error.
  case error
}
