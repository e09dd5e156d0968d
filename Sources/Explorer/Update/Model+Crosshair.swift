private import Mathematics
internal import Measurements
internal import Plots
internal import Scenes
internal import Screen

extension Model {
  /// Gives the arrows to the next of methods, parameters and crosshair.
  mutating func switchPane() {
    switch pane {
    case .methods: pane = .form
    case .form where scene.view == .distribution && picture != nil: enterChart()
    case .form, .chart: leaveChart()
    }
  }

  /// Puts the crosshair where it was last, or on the middle bin.
  mutating func enterChart() {
    guard let bins = picture?.bins else { return }
    pane = .chart
    if crosshair.map({ $0 < bins.low || $0 > bins.high }) ?? true {
      crosshair = bins.middle(of: bins.count / 2)
    }
  }

  /// Takes the crosshair away.
  mutating func leaveChart() { pane = .methods }

  /// Moves the crosshair by so many bins.
  mutating func moveCrosshair(by distance: Int) {
    guard let bins = picture?.bins, let selected = selectedBin(of: bins) else { return }
    crosshair = bins.middle(of: min(bins.count - 1, max(0, selected + distance)))
  }

  /// The bin under the crosshair, if the arrows move it.
  func selectedBin(of bins: Bins) -> Int? {
    guard pane == .chart, let crosshair else { return nil }
    let position = (crosshair - bins.low) / bins.width
    return position.isFinite ? min(bins.count - 1, max(0, Int(clamping: position))) : nil
  }

  /// The histogram as it is on the screen, if there is one.
  var picture: DistributionPicture? {
    guard let layout, let own = measurement(.b),
      own.hasLaw(of: scene.tensor)
    else { return nil }
    let arrangement = DistributionArrangement(layout, panel: scene.panel)
    return DistributionPicture(
      own, pinned: measurement(.a),
      columns: BinGeometry.plotColumns(in: arrangement.histogram.columns), choice: scene.bins)
  }
}
