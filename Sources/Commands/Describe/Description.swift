internal import Initializers
internal import Measurements
internal import Scenes
internal import Statistics
internal import Words

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
    let verdict: String
    let reason: Nullable<String>
  }

  struct Theory: Encodable {
    let mean: Double
    let std: Double
    let rms: Double
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
    let count: Int
    let notFinite: Int
    let zeros: Int
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
    let count: Int
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
    let degreesOfFreedom: Int
    let pValue: Nullable<Double>
    let bins: Int
    let worstResidual: Nullable<Double>
  }

  struct FormulaText: Encodable {
    let symbolic: String
    let substituted: String
  }

  init(_ measurement: Measurement) {
    let tensor = measurement.tensor
    let recipe = measurement.recipe
    method = tensor.initializer.name
    shape = tensor.shape.extents
    seed = tensor.seed.bits
    params = Dictionary(
      uniqueKeysWithValues: tensor.initializer.parameters.map {
        ($0.rawValue, ParameterNumber(tensor.initializer[$0]))
      })
    fanIn = Nullable(recipe.fans?.fanIn)
    fanOut = Nullable(recipe.fans?.fanOut)
    gain = Nullable(recipe.gain)
    law = LawDescription(recipe.law)
    let scores = Measurements.Scores(measurement)
    theory = Theory(
      mean: recipe.law.mean, std: recipe.law.std, rms: recipe.law.rootMeanSquare,
      bound: Nullable(recipe.law.bound),
      min: Nullable(scores.minimum.theory.map(Median.init)),
      max: Nullable(scores.maximum.theory.map(Median.init)))
    sample = Sample(measurement, scores)
    let formulas = recipe.formulas
    formula = FormulaText(
      symbolic: formulas.map { "\($0.name) = \($0.symbolic)" }.joined(separator: "; "),
      substituted: formulas.map {
        "\($0.name) = \($0.substituted()) = \(Numeral.typeset($0.result))"
      }.joined(separator: "; "))
    torch = tensor.python.joined(separator: "\n")
    self.scene = tensor.line
    structure = measurement.facts.map {
      Fact($0)
    }
    warnings = recipe.warningSentences
    notes = recipe.remarks.map { Catalogue.english($0) }
  }
}

extension Description.Fact {
  init(_ fact: StructureFact) {
    (name, theory, sample) = (fact.name, fact.theory, fact.sample)
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
  init(_ measurement: Measurement, _ scores: Measurements.Scores) {
    let (all, drawn) = (measurement.allMoments, measurement.moments)
    // What a sample is too small to say, or what nothing that varies has, does not exist.
    let known = { (value: Double) in Nullable(value.isNaN ? nil : value) }
    count = all.count + all.nonFiniteCount
    notFinite = all.nonFiniteCount
    zeros = measurement.zeroCount
    mean = known(all.mean)
    std = known(all.standardDeviation)
    rms = known(all.rootMeanSquare)
    min = known(all.minimum)
    max = known(all.maximum)
    skewness = known(all.skewness)
    excessKurtosis = known(all.excessKurtosis)
    tested = Description.Tested(
      weights: measurement.leavesOutZeros ? "nonzero" : "all", count: drawn.count,
      mean: known(drawn.mean), std: known(drawn.standardDeviation),
      obstacle: Nullable(measurement.obstacle.map { "\($0)" }))
    z = Description.Scores(
      mean: Nullable(scores.mean.z), std: Nullable(scores.std.z), min: Nullable(scores.minimum.z),
      max: Nullable(scores.maximum.z))
    ks = Nullable(
      measurement.kolmogorovSmirnov.map {
        Description.Distance(
          statistic: $0.statistic, pValue: Nullable(measurement.kolmogorovProbability))
      })
    chiSquare = Nullable(
      GoodnessOfFit(measurement).map { fit in
        let test = fit.chiSquare
        return Description.Fit(
          statistic: test.statistic, degreesOfFreedom: test.degreesOfFreedom,
          pValue: known(test.pValue), bins: test.poolCount,
          worstResidual: Nullable(fit.worstResidual))
      })
  }
}

extension Measurement {
  /// Whether exact zeros are part of the law, and apart from what is tested.
  fileprivate var leavesOutZeros: Bool {
    if case .sparse = recipe.law { true } else { false }
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
  let kurtosis: Nullable<Double>

  init(_ law: Law) {
    kind = law.kind
    low = law.support?.low
    high = law.support?.high
    mean = law.mean
    std = law.std
    // Where nothing varies there is none.
    kurtosis = Nullable(law.kurtosis.isNaN ? nil : law.kurtosis)
  }
}
