public import MeanField
internal import Scenes

extension PropagationReport {
  /// What depth does to the signal; nil for a single layer or none yet.
  ///
  /// Theory says it, if the network keeps to its band in the last layer reached: the rate of one
  /// network of finite width strays. Else the network speaks for itself.
  public var signalVerdict: Verdict? {
    let squares = layers.map(\.preActivations.meanSquare)
    guard squares.count >= 2 else { return nil }
    let band = prediction?.bands[squares.count - 1]
    let isTypical = band.map { $0.holds(squares.last) } ?? false
    return Verdict(
      meanSquares: isTypical ? prediction?.lengths ?? squares : squares,
      destination: prediction?.destination,
      logarithmicDeviation: isTypical ? 0 : band?.logarithmicDeviation ?? 0)
  }

  /// What depth does to the gradients; nil until they have come back to the first layer.
  public var gradientVerdict: Verdict? {
    let squares = layers.compactMap { $0.gradient?.meanSquare }
    guard squares.count >= 2, squares.count == request.network.depth else { return nil }
    let band = prediction?.gradientBands.first
    let isTypical = band.map { $0.holds(squares.first) } ?? false
    return Verdict(
      meanSquares: (isTypical ? prediction?.gradients ?? squares : squares).reversed(),
      subject: .gradients, destination: gradientDestination,
      logarithmicDeviation: isTypical ? 0 : band?.logarithmicDeviation ?? 0)
  }
}

extension PropagationReport {
  // The first layers may yet bend what the many others do at a rate of χ⊥: it does not settle.
  private var gradientDestination: Destination? {
    guard let rate = prediction?.perpendicularSusceptibility, rate.isFinite else { return nil }
    return abs(rate - 1) < 1e-9 ? nil : rate > 1 ? .diverges : .vanishes
  }
}

extension Band {
  /// Whether a mean square lies in the band.
  fileprivate func holds(_ value: Double?) -> Bool {
    value.map { low <= $0 && $0 <= high } ?? false
  }
}
