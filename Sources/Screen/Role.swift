/// What a cell means; a theme decides what a role looks like.
package enum Role: UInt8, CaseIterable, Sendable {
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
  /// A z-score from 2 to 3, which one honest number in 22 has.
  case caution
  /// Agreement.
  case good
  /// Code that can be copied.
  case code
  /// A warning that applies.
  case warning
  /// An error.
  case error
  /// The region behind a line where chance leaves it.
  case band
  /// The wider one of two such regions.
  case wideBand
  /// The steps of a heat map's diverging ramp: the lowest.
  case diverging0
  /// Below zero, 4 of 5 steps.
  case diverging1
  /// Below zero, 3 of 5 steps.
  case diverging2
  /// Below zero, 2 of 5 steps.
  case diverging3
  /// Below zero, 1 of 5 steps.
  case diverging4
  /// Zero.
  case diverging5
  /// Above zero, 1 of 5 steps.
  case diverging6
  /// Above zero, 2 of 5 steps.
  case diverging7
  /// Above zero, 3 of 5 steps.
  case diverging8
  /// Above zero, 4 of 5 steps.
  case diverging9
  /// The highest.
  case diverging10
  /// The steps of a sequential ramp: the lowest.
  case sequential0
  /// Step 2 of 8.
  case sequential1
  /// Step 3 of 8.
  case sequential2
  /// Step 4 of 8.
  case sequential3
  /// Step 5 of 8.
  case sequential4
  /// Step 6 of 8.
  case sequential5
  /// Step 7 of 8.
  case sequential6
  /// The highest.
  case sequential7

  /// The letter that stands for the role in `Frame.roles` and `Frame.fills`.
  package var letter: Unicode.Scalar { Self.letters[Int(rawValue)] }

  // In the order of the roles.
  private static let letters = Array("tdbhcskrlpnmuvaygowexzABCDEFGHIJK01234567".unicodeScalars)

  /// The diverging ramp from the lowest step to the highest, zero in the middle.
  package static let diverging: [Role] = [
    .diverging0, .diverging1, .diverging2, .diverging3, .diverging4, .diverging5, .diverging6,
    .diverging7, .diverging8, .diverging9, .diverging10,
  ]

  /// The sequential ramp from the lowest step to the highest.
  package static let sequential: [Role] = [
    .sequential0, .sequential1, .sequential2, .sequential3, .sequential4, .sequential5,
    .sequential6, .sequential7,
  ]
}
