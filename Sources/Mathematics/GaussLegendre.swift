private import Glibc

/// Integrals of smooth functions over an interval, by Gauss and Legendre's rule on equal panels.
package enum GaussLegendre {
  /// Nodes in [−1, 1] and their weights, ∫f ≈ Σ weight·f(node); 16 integrate polynomials up to degree 31 exactly.
  package static let rule: [(node: Double, weight: Double)] = {
    let n = 16
    return (1...n).map { index in
      // Newton's method from Tricomi's estimate of the root.
      var x = cos(Double.pi * (Double(index) - 0.25) / (Double(n) + 0.5))
      var slope = 1.0
      for _ in 0..<8 {
        var (previous, current) = (1.0, x)
        for degree in 2...n {
          let d = Double(degree)
          (previous, current) = (current, ((2 * d - 1) * x * current - (d - 1) * previous) / d)
        }
        slope = Double(n) * (x * current - previous) / (x * x - 1)
        x -= current / slope
      }
      return (x, 2 / ((1 - x * x) * slope * slope))
    }
  }()

  /// Calls a body with each point and its weight.
  package static func visit(
    from low: Double, to high: Double, panels: Int, _ body: (_ x: Double, _ weight: Double) -> Void
  ) {
    let half = (high - low) / Double(panels) / 2
    for panel in 0..<panels {
      let centre = low + (2 * Double(panel) + 1) * half
      for (node, weight) in rule { body(centre + half * node, half * weight) }
    }
  }
}
