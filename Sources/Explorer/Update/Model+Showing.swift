internal import Networks
internal import Scenes
internal import Screen
internal import Statistics
internal import Words

extension Model {
  /// Shows another view of the same tensor.
  mutating func show(_ view: Scenes.View) {
    guard view != scene.view else {
      let entry = ViewEntry.of(view)
      notice = .remark(
        Phrase(
          "notice.same-view", ["key": "\(entry.key)", "title": .phrase(entry.title)]))
      return
    }
    if pane == .chart && view != scene.view { leaveChart() }
    if growth != nil { (growth, isPlaying) = (nil, false) }
    scene.view = view
    if !viewEntry.hasLists { pane = .methods }
    if !fields.contains(field) { field = firstField }
  }

  /// Goes through the panels that this size of screen does not show anyway.
  mutating func switchPanel(by distance: Int) {
    let stage = layout?.stage ?? .small
    let panels: [PanelChoice?] =
      [nil] + PanelEntry.all.filter { $0.stages.contains(stage) }.map(\.choice)
    // A panel that is another one's name on this size stands at its place.
    let index = panels.firstIndex { $0 == scene.panel } ?? 0
    scene.panel = panels[(index + distance + panels.count) % panels.count]
  }

  /// Goes through the rules for the number of bins.
  mutating func switchBins(by distance: Int) {
    if let layout, DistributionArrangement(layout, panel: scene.panel).histogram.rows == 0 {
      notice = .remark(Phrase("notice.no-histogram"))
      return
    }
    let choices = BinChoice.choices
    let index = choices.firstIndex(of: scene.bins) ?? (distance > 0 ? -1 : 0)
    scene.bins = choices[(index + distance + choices.count) % choices.count]
  }

  /// Keeps the present tensor as A, for all that follows to be compared with.
  mutating func pin() {
    guard refusal == nil else {
      notice = .remark(Phrase("notice.refused-pin"))
      return
    }
    scene.pin = Pin(scene.tensor, network: scene.network)
    findings[Slot(.sample, .a)] = nil
  }

  /// Lets A go.
  mutating func unpin() {
    if scene.pin == nil { notice = .remark(Phrase("notice.nothing-to-unpin")) }
    scene.pin = nil
  }

  /// Makes A the present tensor and pins the present one.
  mutating func exchange() {
    guard let pin = scene.pin else {
      notice = .remark(Phrase("notice.nothing-to-exchange"))
      return
    }
    guard refusal == nil else {
      notice = .remark(Phrase("notice.refused-pin"))
      return
    }
    scene.pin = Pin(scene.tensor, network: scene.network)
    (scene.tensor, scene.network) = (pin.tensor, pin.network)
    for study in Study.allCases where study.sides.contains(.a) {
      let (a, b) = (findings[Slot(study, .a)], findings[Slot(study, .b)])
      (findings[Slot(study, .b)], findings[Slot(study, .a)]) = (a, b)
    }
    if !fields.contains(field) { field = firstField }
  }

  /// Shows chart, formula and verdict alone, or all again.
  mutating func present() {
    isPresenting.toggle()
    if isPresenting { notice = .remark(Phrase("notice.presenting")) }
  }

  /// Shows the command and the code, and puts them on the clipboard where there is a way to it.
  mutating func copy() {
    overlay = .copy
    guard let clipboard else { return }
    effects.append(.copy(CopyOverlay(scene, isOnClipboard: true).text, clipboard))
  }

  /// Goes to the next glyphs that the locale can show.
  mutating func switchGlyphs() {
    let sets = capabilities.availableGlyphs
    guard sets.count > 1, let index = sets.firstIndex(of: capabilities.glyphs) else {
      notice = .remark(Phrase("notice.ascii-only"))
      return
    }
    capabilities.choose(sets[(index + 1) % sets.count])
    notice = .remark(Phrase("notice.glyphs", ["name": .text(capabilities.glyphs.rawValue)]))
  }

  /// Keeps away from glyphs that the terminal gives more columns than they have here, and says so; of
  /// those that were asked for it says what avoids them.
  mutating func take(_ columns: Int, of set: GlyphSet) {
    guard columns != TextWidth.columns(of: set.sample) else { return }
    let before = capabilities.glyphs
    capabilities.avoid(set)
    if capabilities.glyphs != before {
      notice = .remark(
        Phrase("notice.wide", ["glyphs": .text(capabilities.glyphs.rawValue)]))
    } else if capabilities.glyphs != .ascii {
      notice = .remark(Phrase("notice.wide.kept"))
    }
  }

  /// Goes to the next theme.
  mutating func switchTheme() {
    guard capabilities.colors != .none else {
      notice = .remark(Phrase("notice.no-colours"))
      return
    }
    let themes = Theme.allCases
    let index = themes.firstIndex(of: capabilities.theme) ?? 0
    capabilities.choose(themes[(index + 1) % themes.count])
    notice = .remark(Phrase("notice.theme", ["name": .text(capabilities.theme.rawValue)]))
  }
}
