internal import Initializers
private import Mathematics
internal import Statistics
internal import WeightFiles
internal import Words

extension DependentWeights {
  /// The law of normal weights among zeros: as many in every column, or one row of them for padding.
  ///
  /// - Throws: `TensorFileError`.
  static func sparseMatch(
    _ entry: TensorEntry, _ summary: TensorSummary
  ) throws -> Verdict.Match? {
    guard entry.shape.count == 2, summary.zeroCount >= entry.shape[1] else { return nil }
    let (rows, columns) = (entry.shape[0], entry.shape[1])
    let zeros = try Zeros(entry, rows: rows, columns: columns)
    guard let each = zeros.inColumns.first, each < rows,
      zeros.inColumns.allSatisfy({ $0 == each })
    else { return nil }
    if each == 1, let row = zeros.inRows.firstIndex(of: columns) {
      guard zeros.isNormal(summary, std: 1) else { return nil }
      return padding(row, rows: rows, columns: columns)
    }
    let std = zeros.others.rootMeanSquare
    guard zeros.areScattered, zeros.isNormal(summary, std: std) else { return nil }
    var call = Initializer(.sparse)
    // The fewest decimals that give as many zeros.
    try? call.set(.sparsity, to: "\(Double(each) / Double(rows))")
    try? call.set(.std, to: usual(std, count: zeros.others.count) ?? "\(Float(std))")
    let law = Law.sparse(std: std, zeros: each, rows: rows)
    return Verdict.Match(
      candidate: LawCandidate(law: law, origins: [.call(call)]), z: .nan, pValue: .nan)
  }

  // The fewest digits that so many numbers of the standard deviation do not tell it from; nil of many digits.
  private static func usual(_ std: Double, count: Int) -> String? {
    [1, 2].map { Numeral.general(std, digits: $0) }.first { text in
      guard let value = Double(text), count > 0 else { return false }
      return (std / value - 1).magnitude < 4 / (2 * Double(count)).squareRoot()
    }
  }

  private static func padding(_ row: Int, rows: Int, columns: Int) -> Verdict.Match? {
    guard let call = try? LayerCall(.embedding, [.in: rows, .out: columns, .padding: row]),
      let tensor = try? call.tensors(in: .pyTorch).first, let recipe = try? tensor.recipe()
    else { return nil }
    return Verdict.Match(
      candidate: LawCandidate(law: recipe.law, origins: [.layer(tensor, of: call)]), z: .nan,
      pValue: .nan)
  }

  private struct Zeros {
    var inRows: [Int]
    var inColumns: [Int]
    var others = Moments()

    init(_ entry: TensorEntry, rows: Int, columns: Int) throws {
      inRows = Array(repeating: 0, count: rows)
      inColumns = Array(repeating: 0, count: columns)
      var place = 0
      var numbers: [Float] = []
      try entry.forEachChunk { block in
        numbers.removeAll(keepingCapacity: true)
        for number in block {
          if number == 0 {
            inRows[place / columns] += 1
            inColumns[place % columns] += 1
          } else {
            numbers.append(number)
          }
          place += 1
        }
        numbers.withUnsafeBufferPointer { others.add($0) }
      }
    }

    // Whether the rows differ in their zeros as they do by chance.
    var areScattered: Bool {
      let columns = Double(inColumns.count)
      let share = Double(inColumns.first ?? 0) / Double(inRows.count)
      let variance = columns * share * (1 - share)
      guard variance > 0 else { return false }
      let sum = inRows.reduce(0.0) { sum, zeros in
        let difference = Double(zeros) - columns * share
        return sum + difference * difference / variance
      }
      return ChiSquare.survival(sum, degreesOfFreedom: max(1, inRows.count - 1)) > 1e-6
    }

    func isNormal(_ summary: TensorSummary, std: Double) -> Bool {
      let count = Double(others.count)
      guard std > 0, others.count > 15 else { return false }
      let sorted = summary.sample.filter { $0 != 0 }.sorted()
      guard !sorted.isEmpty else { return false }
      let law = Law.normal(mean: 0, std: std)
      return abs(others.rootMeanSquare / std - 1) * (2 * count).squareRoot() < 4.5
        && abs(others.mean) * count.squareRoot() / std < 4.5
        && (others.count < Attribution.leastCount || abs(KurtosisTest.score(others)) < 4.6)
        && KolmogorovSmirnov(sorted: sorted, law.distribution).pValue > 5e-5
    }
  }
}
