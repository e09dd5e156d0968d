internal import Initializers
internal import Measurements
internal import Statistics
internal import WeightFiles
internal import Words

/// What `layer --json` prints of a layer in one framework.
struct LayerDescription: Encodable {
  let framework: String
  let version: String
  let layer: String
  let seed: UInt64
  let code: [String]
  let tensors: [TensorText]

  /// One of its tensors.
  struct TensorText: Encodable {
    let name: String
    let shape: [Int]
    let initializer: String
    let law: LawText
    let mean: Pair
    let std: Pair
    let fans: Fans
    /// E y²/E x² on white input, of a bias what it adds.
    let gain: Nullable<Pair>
    let note: Nullable<String>
  }

  struct LawText: Encodable {
    let kind: String
    let low: Nullable<Double>
    let high: Nullable<Double>
    let mean: Double
    let std: Double
  }

  struct Pair: Encodable {
    let theory: Double
    let sample: Double
  }

  /// fan_in and fan_out as the initializer counts them, and as they are.
  struct Fans: Encodable {
    let used: Nullable<[Double]>
    let `true`: Nullable<[Double]>
  }

  private init(_ measurement: LayerMeasurement, in framework: Framework) {
    self.framework = framework.name
    version = framework.version
    layer = measurement.request.call.line
    seed = measurement.request.seed.bits
    code = measurement.request.call.code(in: framework, seed: measurement.request.seed)
    tensors = measurement.rows(of: framework).map(TensorText.init)
  }

  /// Of every framework that has the layer.
  static func all(of measurement: LayerMeasurement) -> [LayerDescription] {
    measurement.request.frameworks.filter { !measurement.rows(of: $0).isEmpty }
      .map { LayerDescription(measurement, in: $0) }
  }
}

extension LayerDescription.TensorText {
  fileprivate init(_ row: LayerMeasurement.Row) {
    let sample = row.sample ?? Moments()
    name = row.tensor.name
    shape = row.tensor.shape.extents
    initializer = row.recipe.initializer.python
    let drawn = row.recipe.law
    law = LayerDescription.LawText(
      kind: drawn.kind, low: Nullable(drawn.support?.low), high: Nullable(drawn.support?.high),
      mean: drawn.mean, std: drawn.std)
    mean = LayerDescription.Pair(theory: drawn.mean, sample: sample.mean)
    std = LayerDescription.Pair(theory: drawn.std, sample: sample.spread)
    let counts = row.recipe.initializer.entry.usesFans && row.tensor.role.trueFans != nil
    fans = LayerDescription.Fans(
      used: Nullable(counts ? row.recipe.fans.map { [Double($0.fanIn), Double($0.fanOut)] } : nil),
      true: Nullable(row.tensor.role.trueFans.map { [$0.fanIn, $0.fanOut] }))
    gain = Nullable(
      row.gain.flatMap { gain in
        row.sampleGain.map { LayerDescription.Pair(theory: gain, sample: $0) }
      })
    note = Nullable(row.tensor.note.map { Catalogue.english($0) })
  }
}

/// Another format than that for several tensors, asked for a layer.
struct LayerFormatError: Error, Worded {
  let format: WeightFormat

  var phrase: Phrase { Phrase("error.layer.format", ["format": .text(format.rawValue)]) }
}
