private import Glibc
private import Mathematics

/// Integrals against the standard normal density, by Gauss and Legendre's rule on panels.
///
/// The panels are as narrow as the activation asks near its feature at x = 0 and double in width away
/// from it, so that one rule serves √q from 10⁻⁶ to 10³ and far beyond. Gauss–Hermite does
/// not: 100 nodes give 11 digits of E tanh²(√q z) at q = 1, three at q = 10 and one at q = 100.
struct GaussianPanels {
  /// Beyond this many standard deviations nothing is left in double precision.
  static let reach = 9.0
  /// The widest panel, in standard deviations.
  static let widest = 3.0

  /// The edges of the panels in z, ascending.
  private let edges: [Double]

  /// Panels for functions of x = offset + scale·z that vary on a length of `feature` near x = 0.
  ///
  /// - Parameter kinks: values of x where the function is not smooth.
  init(offset: Double = 0, scale: Double, feature: Double = 1, kinks: [Double]) {
    let reach = Self.reach
    var centre = -offset / scale
    if !centre.isFinite { centre = 0 }
    centre = min(max(centre, -reach), reach)
    var edges = [centre]
    for direction in [1.0, -1.0] {
      var z = centre
      while z * direction < reach {
        let distance = abs(offset + scale * z)
        // Beyond 64 every activation is its straight line to the last bit.
        let width = distance < 64 ? max(feature, distance) / scale : Self.widest
        let next = z + direction * min(Self.widest, max(width, 1e-300))
        z = next == z ? z + direction * Self.widest : next
        edges.append(direction * min(z * direction, reach))
      }
    }
    for kink in kinks {
      let z = (kink - offset) / scale
      if abs(z) < reach { edges.append(z) }
    }
    edges.sort()
    self.edges = edges
  }

  /// Calls a body with each point z and its weight, the density included.
  @inline(__always)
  func visit(_ body: (_ z: Double, _ weight: Double) -> Void) {
    for index in edges.indices.dropLast() {
      let half = (edges[index + 1] - edges[index]) / 2
      guard half > 0 else { continue }
      let centre = edges[index] + half
      for (node, weight) in GaussLegendre.rule {
        let z = centre + half * node
        body(z, half * weight * NormalDistribution.peak * exp(-0.5 * z * z))
      }
    }
  }
}
