/// E g(u₁)h(u₂) for standard normal u of correlation c, as a power series in c.
///
/// With g = Σ g_k·h_k in the orthonormal Hermite polynomials it is Σ g_k·h_k·cᵏ (Mehler). What the
/// terms kept leave out of its value at c = 1, which is known, is counted with the next power.
struct HermiteSeries {
  /// The degree of the last polynomial.
  static let degree = 32

  private let terms: [Double]
  private let rest: Double

  /// The series of two functions' coefficients and of E gh.
  init(_ left: [Double], _ right: [Double], total: Double) {
    terms = zip(left, right).map { $0 * $1 }
    rest = total - terms.reduce(0, +)
  }

  /// The value at a correlation from −1 to 1.
  func value(at c: Double) -> Double {
    terms.reversed().reduce(c > 0 ? rest : 0) { $0 * c + $1 }
  }

  /// The orthonormal polynomials of degree 0, 1, … at z, one after another.
  @inline(__always)
  static func visit(_ z: Double, _ body: (_ degree: Int, _ value: Double) -> Void) {
    var (previous, present) = (0.0, 1.0)
    for degree in 0...Self.degree {
      body(degree, present)
      let next = (z * present - roots[degree] * previous) / roots[degree + 1]
      (previous, present) = (present, next)
    }
  }

  private static let roots = (0...degree + 1).map { Double($0).squareRoot() }
}
