import Glibc
import Plots

/// Laws with closed forms, and samples that are what they expect.
enum Laws {
  static func normalDistribution(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

  static func normal(std: Double, mean: Double = 0) -> Curve {
    Curve { x in
      let z = (x - mean) / std
      return exp(-z * z / 2) / (std * (2 * Double.pi).squareRoot())
    }
  }

  static func uniform(bound: Double) -> Curve {
    Curve(discontinuities: [-bound, bound]) { abs($0) <= bound ? 0.5 / bound : 0 }
  }

  static func edges(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
    (0...count).map { low + (high - low) * Double($0) / Double(count) }
  }

  /// The counts a normal law expects in each bin, for a sample of `total`.
  static func expected(std: Double, edges: [Double], total: Int) -> [Double] {
    zip(edges, edges.dropFirst()).map { low, high in
      Double(total) * (normalDistribution(high / std) - normalDistribution(low / std))
    }
  }

  /// A sample of a normal law that deviates by a smooth wave of `amplitude` standard errors.
  static func normalBins(
    std: Double, low: Double, high: Double, count: Int, total: Int, amplitude: Double = 0
  ) throws -> (bins: Bins, expected: [Double]) {
    let edges = edges(low, high, count)
    let expected = expected(std: std, edges: edges, total: total)
    let counts = expected.enumerated().map { index, value in
      max(0, Int((value + amplitude * value.squareRoot() * sin(Double(index) * 2.4)).rounded()))
    }
    return (try Bins(edges: edges, counts: counts), expected)
  }
}
