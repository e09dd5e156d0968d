private import Mathematics
internal import Measurements
internal import Networks
internal import Plots
internal import Scenes
internal import Screen
internal import Words

extension Model {
  /// Gives the arrows to the next of methods, parameters and crosshair, or to the one before.
  mutating func switchPane(backwards: Bool = false) {
    switch nextPane(backwards: backwards) {
    case .methods: leaveChart()
    case .form: pane = .form
    case .chart: enterChart()
    }
  }

  /// The pane that follows the present one, or comes before it; the crosshair where there is one.
  func nextPane(backwards: Bool = false) -> Pane {
    guard viewEntry.hasLists else { return .methods }
    let panes: [Pane] = hasCrosshair ? [.methods, .form, .chart] : [.methods, .form]
    guard let index = panes.firstIndex(of: pane) else { return backwards ? .form : .methods }
    return panes[(index + (backwards ? panes.count - 1 : 1)) % panes.count]
  }

  /// Puts the crosshair where it was last, or in the middle.
  mutating func enterChart() {
    guard scene.view != .matrix else {
      let keys = [View.distribution, .propagation].map { "\(ViewEntry.of($0).key)" }
      notice = .remark(
        Phrase("notice.no-crosshair", ["bins": .text(keys[0]), "layers": .text(keys[1])]))
      return
    }
    guard hasCrosshair else {
      notice = .remark(Phrase("notice.no-chart"))
      return
    }
    pane = .chart
    if let bins = picture?.bins, crosshair.map({ $0 < bins.low || $0 > bins.high }) ?? true {
      crosshair = bins.middle(of: bins.count / 2)
    }
    if scene.view == .propagation, crosshairLayer == nil {
      crosshairLayer = scene.resolvedNetwork.map { ($0.depth + 1) / 2 }
    }
  }

  /// Takes the crosshair away.
  mutating func leaveChart() { pane = .methods }

  /// Moves the crosshair by so many bins or layers.
  mutating func moveCrosshair(by distance: Int) {
    guard let place = crosshairPlace else { return }
    moveCrosshair(to: min(place.count - 1, max(0, place.index + distance)))
  }

  /// Moves the crosshair to a bin or a layer, counted from 0.
  mutating func moveCrosshair(to index: Int) {
    switch scene.view {
    case .distribution: crosshair = picture?.bins.middle(of: index)
    case .propagation: crosshairLayer = index + 1
    case .matrix, .layers, .tensors: break
    }
  }

  /// Which of how many bins or layers the crosshair is on.
  var crosshairPlace: (index: Int, count: Int)? {
    switch scene.view {
    case .distribution:
      guard let bins = picture?.bins else { return nil }
      return selectedBin(of: bins).map { ($0, bins.count) }
    case .propagation:
      guard let layer = selectedLayer, let depth = scene.resolvedNetwork?.depth else { return nil }
      return (layer - 1, depth)
    case .matrix, .layers, .tensors: return nil
    }
  }

  private var hasCrosshair: Bool {
    switch scene.view {
    case .distribution: picture != nil
    case .propagation: refusal == nil && scene.resolvedNetwork != nil
    case .matrix, .layers, .tensors: false
    }
  }

  /// The bin under the crosshair, if the arrows move it.
  func selectedBin(of bins: Bins) -> Int? {
    guard pane == .chart, let crosshair else { return nil }
    let position = (crosshair - bins.low) / bins.width
    return position.isFinite ? min(bins.count - 1, max(0, Int(clamping: position))) : nil
  }

  /// The layer under the crosshair, from 1, if the arrows move it; the last where the network has
  /// fewer.
  var selectedLayer: Int? {
    guard pane == .chart, let crosshairLayer, let network = scene.resolvedNetwork else {
      return nil
    }
    return min(network.depth, max(1, crosshairLayer))
  }

  /// The histogram as it is on the screen, if there is one.
  var picture: DistributionPicture? {
    guard scene.view == .distribution, let layout, let own = measurement(.b),
      own.hasLaw(of: scene.tensor)
    else { return nil }
    let arrangement = DistributionArrangement(layout, panel: scene.panel)
    return DistributionPicture(
      own, pinned: measurement(.a),
      columns: BinGeometry.plotColumns(in: arrangement.histogram.columns), choice: scene.bins,
      words: words)
  }
}
