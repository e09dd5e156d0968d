internal import Measurements
internal import Plots
internal import Scenes
internal import Screen
internal import Statistics

extension Canvas {
  /// One of the pictures of the sample against its law.
  mutating func drawPanel(
    _ panel: Panel, _ picture: DistributionPicture, _ measurement: Measurement,
    _ pinned: Measurement?, in region: Region
  ) {
    switch panel {
    case .density, .histogram: drawDensity(picture, measurement, pinned, in: region)
    case .ecdf: drawDensity(picture, measurement, pinned, in: region)
    case .qq: drawDensity(picture, measurement, pinned, in: region)
    case .tails: drawDensity(picture, measurement, pinned, in: region)
    }
  }

  private mutating func drawDensity(
    _ picture: DistributionPicture, _ measurement: Measurement, _ pinned: Measurement?,
    in region: Region
  ) {
    guard let density = measurement.density, picture.law != nil else {
      heading("Density", in: region)
      put(
        "no density: the law is made of points", column: region.column + 2, row: region.row + 2,
        Style(.dim), limit: region.columns - 2)
      return
    }
    let bandwidth = NumberText.significant(density.bandwidth, digits: 2, in: glyphs)
    heading("Density", "bandwidth \(bandwidth)", in: region)
    let body = region.dropping(1)
    let columns = max(1, DensityPlot.plotColumns(in: body.size))
    let (low, high) = (picture.bins.low, picture.bins.high)
    let step = (high - low) / Double(columns)
    func values(_ density: DensityEstimate) -> [Double] {
      (0..<columns).map { density.value(at: low + (Double($0) + 0.5) * step) }
    }
    let plot = DensityPlot(
      sample: values(density), law: picture.law, low: low, high: high)
    draw(plot.frame(size: body.size, glyphs: glyphs), in: body)
  }
}
