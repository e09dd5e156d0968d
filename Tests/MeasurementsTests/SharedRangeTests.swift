import Initializers
import Measurements
import Scenes
import Statistics
import Testing

@Suite("Two tensors counted in the same cells")
struct SharedRangeTests {
  private static let pairs = [
    ("xavier_uniform", "xavier_normal"), ("xavier_uniform", "kaiming_uniform"),
    ("normal --std 0.5", "uniform --a 10 --b 12"), ("trunc_normal", "xavier_uniform"),
    ("xavier_uniform", "xavier_uniform --seed 5"), ("sparse --sparsity 0.1", "zeros"),
    ("zeros", "constant --val 2"), ("eye --shape 8,8", "orthogonal --shape 64,32"),
  ]

  @Test("have equal grids, whichever is asked for", arguments: pairs)
  func grids(_ lines: (String, String)) throws {
    let (a, b) = (try Tensor(parsing: lines.0), try Tensor(parsing: lines.1))
    let one = try Measurement(of: a, comparedWith: b)
    let other = try Measurement(of: b, comparedWith: a)
    let isEqual = one.histogram.grid == other.histogram.grid
    #expect(isEqual)
    #expect(one.histogram.cellCount == FineHistogram.defaultCellCount)
    #expect(one.range.low == other.range.low && one.range.high == other.range.high)
    #expect(one.range.paddingCells == other.range.paddingCells)
    #expect(one.histogram.underflow == 0 && one.histogram.overflow == 0)
    #expect(one.request == MeasurementRequest(tensor: a, comparedWith: b))
    #expect(one.request != other.request || a == b)
  }

  @Test("keep their moments, their distance and nearly their density", arguments: pairs)
  func numbers(_ lines: (String, String)) throws {
    let tensor = try Tensor(parsing: lines.0)
    let alone = try Measurement(of: tensor)
    let paired = try Measurement(of: tensor, comparedWith: try Tensor(parsing: lines.1))
    #expect(alone.request == MeasurementRequest(tensor: tensor))
    #expect(paired.moments == alone.moments)
    #expect(paired.kolmogorovSmirnov == alone.kolmogorovSmirnov)
    #expect(paired.facts == alone.facts && paired.zeroCount == alone.zeroCount)
    let law = alone.recipe.law
    for p in [0.01, 0.25, 0.5, 0.9] where !law.isDegenerate {
      let cells = alone.histogram.grid.cellWidth + paired.histogram.grid.cellWidth
      #expect(abs(paired.histogram.quantile(p) - alone.histogram.quantile(p)) <= cells)
    }
    guard let one = alone.density, let other = paired.density else {
      #expect(alone.density == nil && paired.density == nil)
      return
    }
    let peak = one.values.max() ?? 0
    let width = alone.range.high - alone.range.low
    for step in 0...50 {
      let x = alone.range.low + Double(step) / 50 * width
      #expect(abs(one.value(at: x) - other.value(at: x)) < 0.03 * peak)
    }
  }

  @Test("share a constant's range only with a constant")
  func constants() {
    let zero = Law.constant(0)
    for other in [0.5, 1, 2, -7].map(Law.constant) {
      #expect(LawRange(zero, other).low == LawRange(other, zero).low)
      #expect(LawRange(zero, other).high == LawRange(other, zero).high)
    }
    #expect(LawRange(zero, .normal(mean: 0, std: 0.1)) == LawRange(.normal(mean: 0, std: 0.1)))
  }

  @Test("share the wider range with its padding, else one over both without")
  func ranges() throws {
    let wide = Law.uniform(low: -1, high: 1)
    let narrow = Law.normal(mean: 0, std: 0.1)
    #expect(LawRange(wide, narrow) == LawRange(wide))
    #expect(LawRange(narrow, wide).paddingCells == LawRange.supportPadding)
    #expect(LawRange(narrow, wide).low == LawRange(wide).low)
    let hull = LawRange(wide, .normal(mean: 3, std: 0.1))
    #expect(hull.low == LawRange(wide).low && hull.high == 3 + 6 * 0.1)
    #expect(hull.paddingCells == 0)
    #expect(LawRange(wide, wide) == LawRange(wide))
    // A constant has no scale that others would have to be shown on.
    #expect(LawRange(wide, .constant(0.5)) == LawRange(wide))
    #expect(LawRange(narrow, .constant(0)) == LawRange(narrow))
    #expect(LawRange(narrow, .constant(7)).high >= 7)
  }

  @Test("leave a tensor its own range where the other one is refused")
  func refused() throws {
    let tensor = Tensor.first
    let refused = Tensor(initializer: Initializer(.xavierUniform), shape: try Shape([5]))
    let measurement = try Measurement(of: tensor, comparedWith: refused)
    #expect(measurement.range == LawRange(measurement.recipe.law))
    #expect(throws: InitializerError.self) { try Measurement(of: refused, comparedWith: tensor) }
    let run = try MeasurementRun(MeasurementRequest(tensor: tensor, comparedWith: refused))
    #expect(run.tensor == tensor && run.comparedWith == refused)
  }
}
