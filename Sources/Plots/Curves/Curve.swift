/// A density as a function, with the places where it jumps.
package struct Curve: Sendable {
  /// The density at a value.
  package let density: @Sendable (Double) -> Double
  /// Where the density jumps, such as the ends of a uniform law; drawn as vertical strokes.
  package let discontinuities: [Double]

  /// Makes a curve.
  package init(
    discontinuities: [Double] = [], density: @escaping @Sendable (Double) -> Double
  ) {
    self.density = density
    self.discontinuities = discontinuities.filter(\.isFinite)
  }
}
