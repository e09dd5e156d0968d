internal import MeanField
internal import Networks
internal import Words

/// What the layer under the crosshair does to the signal, for the status line.
enum LayerText {
  /// The words, the fullest first.
  static func phrases(
    _ report: PropagationReport, pinned: PropagationReport?, layer: Int
  ) -> [Phrase] {
    guard let signal = layerSignal(layer, of: report) else {
      return [sentence(layer, [Phrase("layer.pending")])]
    }
    let other = pinned.flatMap { layerSignal(layer, of: $0) }
    let index = layer - 1
    let prediction = report.prediction
    let length = named("q", signal.preActivations.meanSquare)
    let lengths = theory(
      prediction?.lengths, prediction?.hasBands == true ? prediction?.bands : nil, at: index,
      signal.preActivations.meanSquare)
    let gradient = named("∂²", signal.gradient?.meanSquare)
    let gradients =
      gradient == nil
      ? []
      : theory(
        prediction?.gradients,
        prediction?.hasGradientBands == true ? prediction?.gradientBands : nil, at: index,
        signal.gradient?.meanSquare)
    let pinnedLength = named("A q", other?.preActivations.meanSquare)
    let pinnedGradient = named("A ∂²", other?.gradient?.meanSquare)
    return [
      [length] + lengths + [pinnedLength, gradient] + gradients + [pinnedGradient],
      [length] + lengths + [pinnedLength, gradient, pinnedGradient],
      [length] + lengths.suffix(1) + [pinnedLength, gradient],
      [length, gradient],
    ].map { sentence(layer, $0.compactMap(\.self)) }
  }

  private static func layerSignal(_ layer: Int, of report: PropagationReport) -> LayerSignal? {
    report.layers.first { $0.layer == layer }
  }

  private static func named(_ name: String, _ value: Double?) -> Phrase? {
    value.map { .verbatim("\(name) \(Numeral.typeset($0, digits: 3))") }
  }

  // The band and then the middle, as far as there are such.
  private static func theory(
    _ values: [Double]?, _ bands: [Band]?, at index: Int, _ measured: Double?
  ) -> [Phrase?] {
    let band = bands.flatMap { $0.indices.contains(index) ? $0[index] : nil }
    let value = values.flatMap { $0.indices.contains(index) ? $0[index] : nil }
    return [
      band.map { band in
        let places: [String: Phrase.Part] = [
          "low": .text(Numeral.typeset(band.low, digits: 3)),
          "high": .text(Numeral.typeset(band.high, digits: 3)),
        ]
        return measured.map(band.contains) ?? true
          ? Phrase("layer.band", places) : Phrase("layer.band.left", places)
      },
      value.map { Phrase("layer.theory", ["value": .text(Numeral.typeset($0, digits: 3))]) },
    ]
  }

  private static func sentence(_ layer: Int, _ parts: [Phrase]) -> Phrase {
    let rest = parts.dropFirst().reduce(parts.first ?? .verbatim("")) { sentence, part in
      Phrase("remark.two", ["first": .phrase(sentence), "second": .phrase(part)])
    }
    return Phrase("layer", ["layer": "\(layer)", "rest": .phrase(rest)])
  }
}
