internal import Initializers
internal import Measurements
internal import Scenes
internal import Statistics

/// What `describe --json` prints of a scene.
struct Description: Encodable {
  let method: String
  let shape: [Int]
  let seed: UInt64
  let params: [String: ParameterNumber]
  let fanIn: Nullable<Int>
  let fanOut: Nullable<Int>
  let gain: Nullable<Double>
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

  struct Fact: Encodable {
    let name: String
    let theory: String
    let sample: String
    let holds: Bool
  }

  struct Theory: Encodable {
    let mean: Double
    let std: Double
    /// The largest |W| that the law allows.
    let bound: Nullable<Double>
  }

  struct Sample: Encodable {
    let count: Int
    let mean: Nullable<Double>
    let std: Nullable<Double>
    let min: Nullable<Double>
    let max: Nullable<Double>
    let skewness: Nullable<Double>
    let excessKurtosis: Nullable<Double>
    let z: Scores
    let ks: Nullable<Distance>
  }

  struct Scores: Encodable {
    let mean: Nullable<Double>
    let std: Nullable<Double>
  }

  struct Distance: Encodable {
    let statistic: Double
    let pValue: Double
  }

  struct FormulaText: Encodable {
    let symbolic: String
    let substituted: String
  }

  init(_ measurement: Measurement) {
    let tensor = measurement.tensor
    let recipe = measurement.recipe
    let moments = measurement.allMoments
    let scores = Measurements.Scores(measurement)
    method = tensor.initializer.method.rawValue
    shape = tensor.shape.extents
    seed = tensor.seed.bits
    params = Dictionary(
      uniqueKeysWithValues: tensor.initializer.method.parameters.map {
        ($0.rawValue, ParameterNumber(tensor.initializer[$0]))
      })
    fanIn = Nullable(recipe.fans?.fanIn)
    fanOut = Nullable(recipe.fans?.fanOut)
    gain = Nullable(recipe.gain)
    law = LawDescription(recipe.law)
    theory = Theory(
      mean: recipe.law.mean, std: recipe.law.std, bound: Nullable(recipe.law.bound))
    let isEmpty = moments.count == 0
    let defined = { (value: Double) in Nullable(isEmpty ? nil : value) }
    sample = Sample(
      count: moments.count + moments.nonFiniteCount, mean: defined(moments.mean),
      std: defined(moments.standardDeviation), min: defined(moments.minimum),
      max: defined(moments.maximum), skewness: defined(moments.skewness),
      excessKurtosis: defined(moments.excessKurtosis),
      z: Scores(mean: Nullable(scores.mean.z), std: Nullable(scores.std.z)),
      ks: Nullable(
        measurement.kolmogorovSmirnov.map {
          Distance(statistic: $0.statistic, pValue: $0.pValue)
        }))
    let formulas = recipe.formulas
    formula = FormulaText(
      symbolic: formulas.map { "\($0.name) = \($0.symbolic)" }.joined(separator: "; "),
      substituted: formulas.map {
        "\($0.name) = \($0.substituted()) = \(Numeral.typeset($0.result))"
      }.joined(separator: "; "))
    torch = tensor.python.joined(separator: "\n")
    self.scene = tensor.line
    structure = measurement.facts.map {
      Fact(name: $0.name, theory: $0.theory, sample: $0.sample, holds: $0.holds)
    }
    warnings = recipe.warnings.map(\.message)
    notes = recipe.remarks
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
  let mean: Double
  let std: Double
  let kurtosis: Double

  init(_ law: Law) {
    kind = law.kind
    low = law.support?.low
    high = law.support?.high
    mean = law.mean
    std = law.std
    kurtosis = law.kurtosis
  }
}
