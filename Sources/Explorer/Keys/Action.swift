/// What a key does while the explorer is browsed.
enum Action: Hashable, CaseIterable, Sendable {
  case previousRow, nextRow
  case decrease, increase
  case decreaseFinely, increaseFinely
  case type
  case switchPane
  case resetField
  case nextSeed, previousSeed
  case play
  case grow, shrink
  case showDistribution, showPropagation, showMatrix
  case nextPanel, previousPanel
  case nextBins, previousBins
  case crosshair
  case pin, unpin, exchange
  case nextGlyphs, nextTheme
  case enterScene
  case showCopy
  case showGains
  case showKeys
  case quit

  /// Whether it changes the distribution view and no other.
  var isOfDistribution: Bool {
    switch self {
    case .nextPanel, .previousPanel, .nextBins, .previousBins, .crosshair: true
    default: false
    }
  }
}
