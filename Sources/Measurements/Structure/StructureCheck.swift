internal import Initializers
internal import LinearAlgebra
internal import Memory
package import Words

/// Checks of what a method promises exactly, gathered from a tensor's blocks in order.
struct StructureCheck {
  private enum Kind {
    case constant(Float)
    case ones(Int)
    case sparse(zeros: Int, rows: Int, std: Double)
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
  // Why nothing is gathered.
  private var lack: MemoryError?

  /// The check for a way of drawing; nil if it promises nothing exactly.
  init?(_ draw: Draw, of shape: Shape) {
    switch draw {
    case .constant(let value): kind = .constant(value)
    case .ones(let pattern): kind = .ones(pattern.count)
    case .sparse(let rows, let columns, let zeros, let std):
      kind = .sparse(zeros: zeros, rows: rows, std: std)
      // An empty tensor may have more columns than there is memory for.
      let counters = shape.count == 0 ? 0 : columns
      lack = Self.lack(counters)
      columnZeros = Array(repeating: 0, count: lack == nil ? counters : 0)
    case .orthogonal(let rows, let columns, let gain, _):
      kind = .orthogonal(rows: rows, columns: columns, gain: gain)
      if min(rows, columns) <= Self.largestOrder {
        lack = Self.lack(shape.count)
        if lack == nil { matrix.reserveCapacity(shape.count) }
      }
    case .uniform, .normal, .cutNormal, .paddedNormal, .truncatedNormal, .nothing: return nil
    }
  }

  // Why there are not so many numbers of four bytes, if there are not.
  private static func lack(_ count: Int) -> MemoryError? {
    do throws(MemoryError) { try Memory.require(count.saturatingMultiply(4)) } catch {
      return error
    }
    return nil
  }

  mutating func add(_ block: UnsafeBufferPointer<Float>) {
    switch kind {
    case .constant(let value):
      for weight in block where weight.bitPattern != value.bitPattern { otherCount += 1 }
    case .ones:
      for weight in block {
        if weight == 1 { onesCount += 1 } else if weight != 0 { otherCount += 1 }
      }
    case .sparse where lack != nil: break
    case .sparse:
      var column = position % max(1, columnZeros.count)
      for weight in block {
        if weight == 0 { columnZeros[column] += 1 }
        column += 1
        if column == columnZeros.count { column = 0 }
      }
    case .orthogonal(let rows, let columns, _):
      for weight in block where !weight.isFinite { otherCount += 1 }
      if min(rows, columns) <= Self.largestOrder, lack == nil { matrix.append(contentsOf: block) }
    }
    position += block.count
  }

  func facts() -> [StructureFact] {
    switch kind {
    case .constant(let value):
      let count =
        otherCount == 0
        ? Phrase("fact.every-weight") : Phrase("fact.differ", count: otherCount)
      return [
        StructureFact(
          name: Phrase("fact.equal"), theory: .verbatim(Numeral.typeset(Double(value))),
          sample: count,
          verdict: .init(otherCount == 0))
      ]
    case .ones(let count):
      return [
        StructureFact(
          name: Phrase("fact.ones"), theory: .verbatim("\(count)"),
          sample: .verbatim("\(onesCount)"),
          verdict: .init(onesCount == count && otherCount == 0))
      ]
    case .sparse(let zeros, let rows, let std): return [sparseFact(zeros, rows: rows, std: std)]
    case .orthogonal(let rows, let columns, let gain):
      return [orthogonalFact(rows, columns, gain)]
    }
  }

  // A normal draw is itself 0 once in 2²⁴, and wherever it is less than half the least float; in
  // six standard deviations of that a tensor may have more zeros than its columns were given.
  private func sparseFact(_ zeros: Int, rows: Int, std: Double) -> StructureFact {
    let least = columnZeros.min().map(Int.init) ?? zeros
    let most = columnZeros.max().map(Int.init) ?? zeros
    let range = Phrase("fact.range", ["least": "\(least)", "most": "\(most)"])
    if let lack {
      return StructureFact(
        name: Phrase("fact.zeros"), theory: Phrase("fact.a-column", ["zeros": "\(zeros)"]),
        sample: .verbatim("—"), verdict: .notChecked(.noMemory(lack)))
    }
    guard std != 0 else {
      return StructureFact(
        name: Phrase("fact.zeros"), theory: Phrase("fact.every-weight"),
        sample: least >= rows ? Phrase("fact.every-weight") : range,
        verdict: .init(least >= rows))
    }
    let drawn = Double(rows - zeros) * Double(columnZeros.count)
    let chance = 0x1p-24 + 0.8 * 0x1p-150 / abs(std)
    let excess = Double(columnZeros.reduce(0) { $0 + Int($1) - zeros })
    let usual = drawn * min(1, chance)
    return StructureFact(
      name: Phrase("fact.zeros"), theory: Phrase("fact.a-column", ["zeros": "\(zeros)"]),
      sample: least == most ? Phrase("fact.in-each", ["least": "\(least)"]) : range,
      verdict: .init(least >= zeros && excess <= usual + 6 * usual.squareRoot() + 2))
  }

  private func orthogonalFact(_ rows: Int, _ columns: Int, _ gain: Double) -> StructureFact {
    let name = Phrase.verbatim(rows <= columns ? "WWᵀ−g²I" : "WᵀW−g²I")
    func unchecked(_ reason: TestObstacle) -> StructureFact {
      StructureFact(
        name: name, theory: .verbatim("0"), sample: .verbatim("—"), verdict: .notChecked(reason))
    }
    if otherCount > 0 { return unchecked(.notFinite(otherCount, of: position)) }
    if position == 0 { return unchecked(.noWeights) }
    if min(rows, columns) > Self.largestOrder { return unchecked(.order(Self.largestOrder)) }
    if let lack { return unchecked(.noMemory(lack)) }
    let spread = abs(gain) / Double(max(rows, columns)).squareRoot()
    if gain != 0, spread < Double(Float.leastNormalMagnitude) { return unchecked(.subnormal) }
    // In units of a power of two near the gain, so that no square leaves float32's range.
    let unit = gain == 0 ? 1 : gain.binade
    let scaled = unit == 1 ? matrix : matrix.map { Float(Double($0) / unit) }
    let relative = gain / unit
    let deviation: Float
    do throws(LinearAlgebraError) {
      deviation = try GramMatrix.largestDeviation(
        of: scaled, rows: rows, columns: columns, from: Float(relative * relative))
    } catch {
      guard case .noMemory(let lack) = error else { return unchecked(.order(Self.largestOrder)) }
      return unchecked(.noMemory(lack))
    }
    return StructureFact(
      name: name, theory: .verbatim("0"),
      sample: .verbatim(Numeral.typeset(Double(deviation) * unit * unit, digits: 2)),
      verdict: .init(Double(deviation) <= 1e-5 * relative * relative))
  }
}

/// What a tensor must be exactly, and whether it is.
package struct StructureFact: Equatable, Sendable {
  /// Whether a promise is kept.
  package enum Verdict: Hashable, Sendable {
    /// It is.
    case holds
    /// It is not.
    case fails
    /// Nobody has looked, for this reason.
    case notChecked(TestObstacle)
  }

  /// What is compared: `zeros a column`.
  package let name: Phrase
  /// What the method promises.
  package let theory: Phrase
  /// What the tensor has.
  package let sample: Phrase
  /// Whether they agree.
  package let verdict: Verdict
}

extension StructureFact.Verdict: Worded {
  /// Whether something that was checked was found to be so.
  init(_ holds: Bool) { self = holds ? .holds : .fails }

  /// The verdict in words: "holds", "fails", "not checked: …".
  package var phrase: Phrase {
    switch self {
    case .holds: Phrase("fact.holds")
    case .fails: Phrase("fact.fails")
    case .notChecked(let reason):
      Phrase("fact.not-checked", ["reason": .phrase(reason.phrase)])
    }
  }
}
