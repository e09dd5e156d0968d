internal import Initializers
internal import Measurements
internal import Readings
internal import Words

/// What `describe --json` prints of a scene.
struct Description: Encodable {
  let framework: String
  let method: String
  let shape: [Int]
  let seed: UInt64
  let params: [String: ParameterNumber]
  let fanIn: Nullable<Double>
  let fanOut: Nullable<Double>
  let gain: Nullable<Double>
  let layer: Nullable<Layer>
  let law: LawDescription
  let theory: Theory
  let sample: Sample
  let formula: FormulaText
  let torch: String
  let scene: String
  let warnings: [String]
  /// What surprises in the call.
  let notes: [String]
  let structure: [Fact]

  /// The layer that has the tensor.
  struct Layer: Encodable {
    let call: String
    let tensor: String
    let trueFanIn: Nullable<Double>
    let gain: Nullable<Gain>
  }

  /// E y²/E x² on white input, or what a bias adds.
  struct Gain: Encodable {
    let theory: Double
    let sample: Nullable<Double>
  }

  struct Fact: Encodable {
    let name: String
    let theory: String
    let sample: String
    let verdict: String
    let reason: Nullable<String>
  }

  struct Theory: Encodable {
    let mean: Nullable<Double>
    let std: Nullable<Double>
    let rms: Nullable<Double>
    /// The largest |W| that the law allows.
    let bound: Nullable<Double>
    let min: Nullable<Median>
    let max: Nullable<Median>
  }

  /// What half of all samples' extremes stay below.
  struct Median: Encodable {
    let median: Double
  }

  struct Sample: Encodable {
    let count: Nullable<Double>
    let notFinite: Nullable<Double>
    let zeros: Nullable<Double>
    let mean: Nullable<Double>
    let std: Nullable<Double>
    let rms: Nullable<Double>
    let min: Nullable<Double>
    let max: Nullable<Double>
    let skewness: Nullable<Double>
    let excessKurtosis: Nullable<Double>
    let tested: Tested
    let z: Scores
    let ks: Nullable<Distance>
    let chiSquare: Nullable<Fit>
  }

  /// The weights that z, ks and chi_square are about, and why there are none.
  struct Tested: Encodable {
    let weights: String
    let count: Nullable<Double>
    let mean: Nullable<Double>
    let std: Nullable<Double>
    let obstacle: Nullable<String>
  }

  struct Scores: Encodable {
    let mean: Nullable<Double>
    let std: Nullable<Double>
    let min: Nullable<Double>
    let max: Nullable<Double>
  }

  struct Distance: Encodable {
    let statistic: Double
    let pValue: Nullable<Double>
  }

  struct Fit: Encodable {
    let statistic: Double
    let degreesOfFreedom: Nullable<Double>
    let pValue: Nullable<Double>
    let bins: Nullable<Double>
    let worstResidual: Nullable<Double>
  }

  struct FormulaText: Encodable {
    let symbolic: String
    let substituted: String
  }

  init(_ measurement: Measurement) {
    let (tensor, recipe) = (measurement.tensor, measurement.source.recipe)
    (framework, method) = (tensor.framework.name, tensor.initializer.name)
    shape = tensor.shape.extents
    seed = tensor.seed.bits
    params = Dictionary(
      uniqueKeysWithValues: tensor.initializer.parameters.map {
        ($0.rawValue, ParameterNumber(tensor.initializer[$0]))
      })
    let readings = SampleReadings(measurement)
    (law, theory) = (LawDescription(recipe.law.kind, readings), Theory(readings))
    fanIn = Nullable(readings[.fanIn].sample)
    fanOut = Nullable(readings[.fanOut].sample)
    gain = Nullable(readings[.gain].sample)
    layer = Nullable(tensor.layer.map { Layer($0, readings) })
    sample = Sample(measurement, readings)
    let formulas = recipe.formulas
    formula = FormulaText(
      symbolic: formulas.map { "\($0.name) = \($0.symbolic)" }.joined(separator: "; "),
      substituted: formulas.map {
        "\($0.name) = \($0.substituted()) = \(Numeral.typeset($0.result))"
      }.joined(separator: "; "))
    torch = tensor.python.joined(separator: "\n")
    self.scene = tensor.line
    structure = measurement.facts.map { Fact($0) }
    warnings = recipe.warningSentences
    notes = recipe.remarks.map { Catalogue.english($0) }
  }
}

extension Description.Layer {
  fileprivate init(_ layer: Tensor.Membership, _ readings: SampleReadings) {
    (call, tensor) = (layer.call.line, layer.tensor.name)
    trueFanIn = Nullable(readings[.trueFanIn].theory)
    let reading = readings[.layerGain]
    gain = Nullable(
      reading.theory.map { Description.Gain(theory: $0, sample: Nullable(reading.sample)) })
  }
}

extension Description.Theory {
  init(_ readings: SampleReadings) {
    mean = Nullable(readings[.allMean].theory)
    std = Nullable(readings[.allStd].theory)
    rms = Nullable(readings[.allRms].theory)
    bound = Nullable(readings[.bound].theory)
    min = Nullable(readings[.minimum].theory.map(Description.Median.init))
    max = Nullable(readings[.maximum].theory.map(Description.Median.init))
  }
}

extension Description.Fact {
  init(_ fact: StructureFact) {
    name = Catalogue.english(fact.name)
    (theory, sample) = (Catalogue.english(fact.theory), Catalogue.english(fact.sample))
    switch fact.verdict {
    case .holds: (verdict, reason) = ("holds", Nullable(nil))
    case .fails: (verdict, reason) = ("fails", Nullable(nil))
    case .notChecked(let obstacle):
      (verdict, reason) = ("not checked", Nullable("\(obstacle)"))
    }
  }
}

extension Description.Sample {
  /// Numbers of all weights that are finite, and tests of those that are drawn.
  init(_ measurement: Measurement, _ readings: SampleReadings) {
    func sample(_ name: SampleName) -> Nullable<Double> { Nullable(readings[name].sample) }
    // What a sample is too small to say, or what nothing that varies has, does not exist.
    func known(_ name: SampleName) -> Nullable<Double> {
      Nullable(readings[name].sample.flatMap { $0.isNaN ? nil : $0 })
    }
    (count, notFinite, zeros) = (sample(.weights), sample(.notFinite), sample(.zeros))
    (mean, std, rms) = (known(.allMean), known(.allStd), known(.allRms))
    (min, max) = (known(.allMinimum), known(.allMaximum))
    (skewness, excessKurtosis) = (known(.skewness), known(.excessKurtosis))
    tested = Description.Tested(
      weights: measurement.leavesOutZeros ? "nonzero" : "all", count: sample(.tested),
      mean: known(.mean), std: known(.std),
      obstacle: Nullable(measurement.obstacle.map { "\($0)" }))
    z = Description.Scores(
      mean: Nullable(readings[.mean].z), std: Nullable(readings[.std].z),
      min: Nullable(readings[.minimum].z), max: Nullable(readings[.maximum].z))
    ks = Nullable(
      readings[.distance].sample.map {
        Description.Distance(statistic: $0, pValue: sample(.probability))
      })
    chiSquare = Nullable(
      readings[.chiSquare].sample.map {
        Description.Fit(
          statistic: $0, degreesOfFreedom: sample(.degreesOfFreedom),
          pValue: known(.chiSquareProbability), bins: sample(.pools),
          worstResidual: sample(.worstResidual))
      })
  }
}

extension Measurement {
  /// Whether exact zeros are part of the law, and apart from what is tested.
  fileprivate var leavesOutZeros: Bool {
    if case .sparse = law { true } else { false }
  }
}

/// A parameter's value: a number where it stands for one, else its name.
enum ParameterNumber: Encodable {
  case number(Double)
  case name(String)

  init(_ value: ParameterValue) {
    self = value.number.map { .number($0) } ?? .name(value.description)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .name(let name): try container.encode(name)
    }
  }
}

/// A law's kind and its parameters.
struct LawDescription: Encodable {
  let kind: String
  let low: Double?
  let high: Double?
  let mean: Nullable<Double>
  let std: Nullable<Double>
  let kurtosis: Nullable<Double>

  init(_ kind: String, _ readings: SampleReadings) {
    self.kind = kind
    (low, high) = (readings[.low].theory, readings[.high].theory)
    (mean, std) = (Nullable(readings[.allMean].theory), Nullable(readings[.allStd].theory))
    // Where nothing varies there is none.
    kurtosis = Nullable(readings[.allKurtosis].theory.flatMap { $0.isNaN ? nil : $0 })
  }
}
