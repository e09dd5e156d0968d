internal import Initializers
internal import LinearAlgebra

/// Checks of what a method promises exactly, gathered from a tensor's blocks in order.
struct StructureCheck {
  private enum Kind {
    case constant(Float)
    case ones(Int)
    case sparse(zeros: Int, rows: Int)
    case orthogonal(rows: Int, columns: Int, gain: Double)
  }

  /// Orthogonality takes a product of n²·m operations; beyond this order it is not checked.
  static let largestOrder = 2048

  private let kind: Kind
  private var position = 0
  private var onesCount = 0
  private var otherCount = 0
  private var columnZeros: [Int32] = []
  private var matrix: [Float] = []

  /// The check for a recipe; nil if its method promises nothing exactly.
  init?(_ recipe: Recipe) {
    switch recipe.draw {
    case .constant(let value): kind = .constant(value)
    case .ones(let pattern): kind = .ones(pattern.count)
    case .sparse(let rows, let columns, let zeros, _):
      kind = .sparse(zeros: zeros, rows: rows)
      // An empty tensor may have more columns than there is memory for.
      columnZeros = Array(repeating: 0, count: recipe.shape.count == 0 ? 0 : columns)
    case .orthogonal(let rows, let columns, let gain):
      kind = .orthogonal(rows: rows, columns: columns, gain: gain)
    case .uniform, .normal, .truncatedNormal, .nothing: return nil
    }
  }

  mutating func add(_ block: UnsafeBufferPointer<Float>) {
    switch kind {
    case .constant(let value):
      for weight in block where weight.bitPattern != value.bitPattern { otherCount += 1 }
    case .ones:
      for weight in block {
        if weight == 1 { onesCount += 1 } else if weight != 0 { otherCount += 1 }
      }
    case .sparse:
      var column = position % max(1, columnZeros.count)
      for weight in block {
        if weight == 0 { columnZeros[column] += 1 }
        column += 1
        if column == columnZeros.count { column = 0 }
      }
    case .orthogonal(let rows, let columns, _):
      if min(rows, columns) <= Self.largestOrder { matrix.append(contentsOf: block) }
    }
    position += block.count
  }

  func facts() -> [StructureFact] {
    switch kind {
    case .constant(let value):
      let count = otherCount == 0 ? "every weight" : "\(otherCount) differ"
      return [
        StructureFact(
          name: "equal", theory: Numeral.typeset(Double(value)), sample: count,
          holds: otherCount == 0)
      ]
    case .ones(let count):
      return [
        StructureFact(
          name: "ones", theory: "\(count)", sample: "\(onesCount)",
          holds: onesCount == count && otherCount == 0)
      ]
    case .sparse(let zeros, _): return [sparseFact(zeros)]
    case .orthogonal(let rows, let columns, let gain):
      return [orthogonalFact(rows, columns, gain)]
    }
  }

  // A normal draw is itself 0 once in 2²⁴, so a column may have a zero more than it was given.
  private func sparseFact(_ zeros: Int) -> StructureFact {
    let least = columnZeros.min().map(Int.init) ?? zeros
    let most = columnZeros.max().map(Int.init) ?? zeros
    return StructureFact(
      name: "zeros", theory: "\(zeros) a column",
      sample: least == most ? "\(least) in each" : "\(least) to \(most)",
      holds: least >= zeros && most <= zeros + 1)
  }

  private func orthogonalFact(_ rows: Int, _ columns: Int, _ gain: Double) -> StructureFact {
    let name = rows <= columns ? "WWᵀ−g²I" : "WᵀW−g²I"
    let deviation = GramMatrix.largestDeviation(
      of: matrix, rows: rows, columns: columns, from: Float(gain * gain))
    guard let deviation else {
      return StructureFact(name: name, theory: "0", sample: "unchecked", holds: true)
    }
    return StructureFact(
      name: name, theory: "0", sample: Numeral.typeset(Double(deviation), digits: 2),
      holds: Double(deviation) <= 1e-5 * max(gain * gain, 1e-30) || deviation == 0)
  }
}
