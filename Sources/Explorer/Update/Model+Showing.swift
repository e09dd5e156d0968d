internal import Initializers
internal import Networks
internal import Scenes
internal import Screen
internal import Statistics

extension Model {
  /// Shows another view of the same tensor.
  mutating func show(_ view: Scenes.View) {
    if pane == .chart && view != .distribution { leaveChart() }
    scene.view = view
    if !fields.contains(field) { field = fields.first ?? .seed }
  }

  /// Goes through the panels that this size of screen does not show anyway.
  mutating func switchPanel(by distance: Int) {
    let panels: [Panel?] =
      switch layout?.stage {
      case .small, nil: [nil, .density, .ecdf, .qq, .tails]
      case .medium: [nil, .ecdf, .qq, .tails, .histogram]
      case .large: [nil, .density, .ecdf, .qq, .tails, .histogram]
      }
    // A panel that is another one's name on this size stands at its place.
    let index = panels.firstIndex { $0 == scene.panel } ?? 0
    scene.panel = panels[(index + distance + panels.count) % panels.count]
  }

  /// Goes through the rules for the number of bins.
  mutating func switchBins(by distance: Int) {
    let choices = BinChoice.choices
    let index = choices.firstIndex(of: scene.bins) ?? (distance > 0 ? -1 : 0)
    scene.bins = choices[(index + distance + choices.count) % choices.count]
  }

  /// Keeps the present tensor as A, for all that follows to be compared with.
  mutating func pin() {
    guard refusal == nil else { return }
    scene.pin = Pin(scene.tensor, network: scene.network)
    pinnedMeasurement = nil
  }

  /// Makes A the present tensor and pins the present one.
  mutating func exchange() {
    guard refusal == nil, let pin = scene.pin else {
      notice = .remark("Nothing is pinned: p pins the present scene as A.")
      return
    }
    scene.pin = Pin(scene.tensor, network: scene.network)
    (scene.tensor, scene.network) = (pin.tensor, pin.network)
    swap(&measurement, &pinnedMeasurement)
    swap(&matrix, &pinnedMatrix)
    swap(&propagation, &pinnedPropagation)
    if !fields.contains(field) { field = .shape }
  }

  /// Goes to the next glyphs that the locale can show.
  mutating func switchGlyphs() {
    let sets = capabilities.availableGlyphs
    guard sets.count > 1, let index = sets.firstIndex(of: capabilities.glyphs) else {
      notice = .remark("This locale shows ASCII only.")
      return
    }
    capabilities.glyphs = sets[(index + 1) % sets.count]
    notice = .remark("Glyphs: \(capabilities.glyphs.rawValue)")
  }

  /// Goes to the next theme.
  mutating func switchTheme() {
    guard capabilities.colors != .none else {
      notice = .remark("This terminal shows no colours, or NO_COLOR is set.")
      return
    }
    let themes = Theme.allCases
    let index = themes.firstIndex(of: capabilities.theme) ?? 0
    capabilities.theme = themes[(index + 1) % themes.count]
    notice = .remark("Theme: \(capabilities.theme.rawValue)")
  }
}
