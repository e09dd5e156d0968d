internal import Initializers
internal import LinearAlgebra
internal import Measurements
internal import Plots
internal import Readings
internal import Screen
internal import Spectra

extension MatrixMeasurement {
  /// The sides of the matrix; of an empty tensor its shape.
  var sides: String {
    recipe.shape.count == 0 ? recipe.shape.typeset : "\(rows)×\(columns)"
  }

  /// The weights of a cell in the fewest words.
  var blockText: String {
    picture.grid.isExact ? "" : "\(picture.grid.blockRows)×\(picture.grid.blockColumns) a cell"
  }

  /// A name for what the picture shows: the weights, less the value that is neither high nor low.
  func title(_ name: String) -> String {
    if scale.centre == 0 { return name }
    return "\(name) \(scale.centre < 0 ? "+" : "−") \(Numeral.typeset(abs(scale.centre)))"
  }

  /// The deviation at the ends of the colours: a few ones are to be seen at their strongest.
  var colorLimit: Double { scale.reading == .extreme ? scale.unit : 3 * scale.unit }

  /// What there is to say besides the equations, the most important first.
  var notes: [String] {
    if recipe.shape.count == 0 { return ["no weights"] }
    let law = recipe.law
    guard law.mean.isFinite, law.std.isFinite else { return ["no law: weights without a limit"] }
    if case .sparse = law, theory == .none {
      let least = SpectrumTheory.leastEntries
      return ["no law: fewer than \(least) weights other than 0 in a row or column"]
    }
    let edge = edgeObstacle.map { ["σ max: not tested, \($0.shortDescription)"] } ?? []
    let isMedian = hasMedianSmallest || spectrum?.usualGramDeviation != nil
    let median = isMedian ? ["\(MedianLabel.legend) of such matrices"] : []
    return edge + theory.notes + median + ["\(gramName): largest entry, s = \(gramScaleText)"]
  }

  /// What the singular vectors lack to a common length: WWᵀ or, of a tall matrix, WᵀW less sI.
  private var gramName: String {
    let readings = SpectrumReadings(self)
    return readings[readings.gram].label
  }

  private var gramScaleText: String {
    let side = theory.isLaw ? "m" : "\(max(rows, columns))"
    switch recipe.law {
    case .sphere: return "gain²"
    case .ones: return "1"
    case .constant: return "\(side)·mean²"
    case .uniform, .normal, .truncatedNormal, .sparse:
      return recipe.law.mean == 0 ? "\(side)·std²" : "\(side)·(mean²+std²)"
    }
  }

  /// What a cell of the picture stands for.
  var aggregation: String {
    let grid = picture.grid
    if recipe.shape.count == 0 { return "no weights" }
    guard !grid.isExact else { return "a weight a cell" }
    let block = "\(grid.blockRows)×\(grid.blockColumns)"
    switch scale.reading {
    case .scaledMean: return "a cell: mean of \(block) ×√\(grid.blockRows * grid.blockColumns)"
    case .mean: return "a cell: mean of \(block)"
    case .extreme: return "a cell: largest of \(block)"
    case .rootMeanSquare: return "a cell: rms of \(block)"
    }
  }

  /// Why there are no singular values, or not yet.
  var absence: String {
    switch outcome {
    case .pending: "decomposing…"
    case .found: ""
    case .empty: "no weights"
    case .tooLarge(.order(let most)):
      "Singular values are computed up to \(most) on the smaller side; this matrix is"
        + " \(rows)×\(columns)."
    case .tooLarge(.entries(let most)):
      "Singular values are computed up to \(NumberText.grouped(most, in: .ascii)) weights; this"
        + " matrix is \(rows)×\(columns)."
    case .refused(let error): error.description
    }
  }
}
