internal import Initializers
internal import LinearAlgebra
internal import Measurements
internal import Plots
internal import Readings
internal import Screen
internal import Spectra
internal import Words

extension MatrixMeasurement {
  /// The sides of the matrix; of an empty tensor its shape.
  var sides: String { source.shape.count == 0 ? source.shape.typeset : "\(rows)×\(columns)" }

  /// The weights of a cell in the fewest words.
  var block: Phrase {
    picture.grid.isExact
      ? .verbatim("")
      : withZeros(
        Phrase(
          "matrix.a-cell", ["block": "\(picture.grid.blockRows)×\(picture.grid.blockColumns)"]))
  }

  /// A name for what the picture shows: the weights, less the value that is neither high nor low.
  func title(_ name: Phrase) -> Phrase {
    if scale.centre == 0 { return name }
    let centre = "\(scale.centre < 0 ? "+" : "−") \(Numeral.typeset(abs(scale.centre)))"
    return Phrase("matrix.less", ["name": .phrase(name), "centre": .text(centre)])
  }

  /// The deviation at the ends of the colours: a few ones are to be seen at their strongest.
  var colorLimit: Double { scale.reading == .extreme ? scale.unit : 3 * scale.unit }

  /// What there is to say besides the equations, the most important first.
  var notes: [Phrase] {
    if let emptiness { return [emptiness] }
    guard law.mean.isFinite, law.std.isFinite else { return [Phrase("matrix.no-limit")] }
    if case .sparse = law, theory == .none {
      return [Phrase("matrix.too-sparse", ["least": "\(SpectrumTheory.leastEntries)"])]
    }
    let edge = edgeObstacle.map { obstacle in
      [Phrase("matrix.edge-untested", ["reason": .phrase(obstacle.short)])]
    }
    let isMedian = hasMedianSmallest || spectrum?.usualGramDeviation != nil
    let median = isMedian ? [Phrase("matrix.median", ["legend": .phrase(MedianLabel.legend)])] : []
    let gram = Phrase("matrix.gram", ["name": .phrase(gramName), "scale": .text(gramScaleText)])
    return (edge ?? []) + theory.notes + median + [gram]
  }

  /// What the singular vectors lack to a common length: WWᵀ or, of a tall matrix, WᵀW less sI.
  private var gramName: Phrase { Reading.Name.spectrum(SpectrumReadings(self).gram).label }

  private var gramScaleText: String {
    let side = theory.isLaw ? "m" : "\(max(rows, columns))"
    switch law {
    case .sphere: return "gain²"
    case .ones: return "1"
    case .constant: return "\(side)·mean²"
    case .uniform, .normal, .truncatedNormal, .sparse:
      return law.mean == 0 ? "\(side)·std²" : "\(side)·(mean²+std²)"
    }
  }

  /// What a cell of the picture stands for.
  var aggregation: Phrase {
    let grid = picture.grid
    if let emptiness { return emptiness }
    guard !grid.isExact else {
      return zeroShare == nil ? Phrase("matrix.cell.exact") : Phrase("matrix.cell.exact.zeros")
    }
    return withZeros(blockReading)
  }

  /// What is said of a block, and how many weights are 0 where a law leaves some out: a block of
  /// them shows none alone.
  private func withZeros(_ cell: Phrase) -> Phrase {
    zeroShare.map { Phrase("matrix.zeros", ["cell": .phrase(cell), "percent": .text($0)]) } ?? cell
  }

  /// That there is nothing to show of a tensor without weights.
  var emptiness: Phrase? { source.shape.count == 0 ? Phrase("matrix.no-weights") : nil }

  /// How many of a hundred weights are 0 by a law that leaves some out.
  private var zeroShare: String? {
    guard case .sparse(_, let zeros, let rows) = law, zeros > 0, rows > 0 else { return nil }
    return NumberText.significant(100 * Double(zeros) / Double(rows), digits: 2, in: .ascii)
  }

  /// What a cell shows of its block.
  private var blockReading: Phrase {
    let grid = picture.grid
    let block = Phrase.Part.text("\(grid.blockRows)×\(grid.blockColumns)")
    switch scale.reading {
    case .scaledMean:
      return Phrase(
        "matrix.cell.scaled-mean",
        ["block": block, "count": "\(grid.blockRows * grid.blockColumns)"])
    case .mean: return Phrase("matrix.cell.mean", ["block": block])
    case .extreme: return Phrase("matrix.cell.extreme", ["block": block])
    case .rootMeanSquare: return Phrase("matrix.cell.rms", ["block": block])
    }
  }

  /// Why there are no singular values, or not yet.
  var absence: Phrase {
    let size = Phrase.Part.text("\(rows)×\(columns)")
    switch outcome {
    case .pending: return Phrase("singular-values.decomposing")
    case .found: return .verbatim("")
    case .empty: return Phrase("matrix.no-weights")
    case .tooLarge(.order(let most)):
      return Phrase("singular-values.too-long", ["most": "\(most)", "size": size])
    case .tooLarge(.entries(let most)):
      let number = NumberText.grouped(most, in: .ascii)
      return Phrase("singular-values.too-many", ["most": .text(number), "size": size])
    case .refused(let error): return .of(error)
    }
  }
}
