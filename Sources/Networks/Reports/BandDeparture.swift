package import MeanField
package import Words

/// The layers in which a network leaves theory's band.
package struct BandDeparture: Hashable, Sendable, Worded {
  /// The layers, ascending, from 1; at least one.
  package let layers: [Int]
  /// The layers there are.
  package let depth: Int

  /// Finds the layers whose mean square is not in its band; nil if there are no more than chance
  /// leaves, one in 20, and the last one is in its band.
  ///
  /// - Parameters:
  ///   - meanSquares: those of layers 1 to L as far as they are reached, nil for those that are not.
  ///   - bands: those of all layers.
  package init?(_ meanSquares: [Double?], from bands: [Band]) {
    layers = zip(meanSquares, bands).enumerated().compactMap { index, place in
      let (square, band) = place
      guard let square, !band.contains(square) else { return nil }
      return index + 1
    }
    depth = bands.count
    guard let last = layers.last, layers.count > depth / 20 || last == depth else { return nil }
  }

  /// Where it is outside: "in layer 7", "in layers 12–30", "in 7 of 30 layers".
  package var phrase: Phrase {
    let (first, last) = (layers[0], layers[layers.count - 1])
    if first == last { return Phrase("band.left.layer", ["layer": "\(first)"]) }
    if last - first == layers.count - 1 {
      return Phrase("band.left.layers", ["first": "\(first)", "last": "\(last)"])
    }
    return Phrase("band.left.some", ["some": "\(layers.count)", "depth": "\(depth)"])
  }
}

extension PropagationReport {
  /// Where the signal leaves its band; nil where it has none or keeps to it.
  package var signalDeparture: BandDeparture? {
    guard let prediction, prediction.hasBands else { return nil }
    return BandDeparture(layers.map(\.preActivations.meanSquare), from: prediction.bands)
  }

  /// Where the gradients leave theirs, likewise.
  package var gradientDeparture: BandDeparture? {
    guard let prediction, prediction.hasGradientBands else { return nil }
    return BandDeparture(layers.map { $0.gradient?.meanSquare }, from: prediction.gradientBands)
  }
}
