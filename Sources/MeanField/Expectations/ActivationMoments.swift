/// What a layer of one mean square does to a signal and a gradient, and to two of them at once.
///
/// f and f′ are taken over √V and √D, u₁ and u₂ are the pre-activations of two inputs.
struct ActivationMoments {
  /// E f⁴ and E f⁶.
  private(set) var kurtosis = 0.0, sixth = 0.0
  /// E f′⁴ and E f′⁶.
  private(set) var slopeKurtosis = 0.0, slopeSixth = 0.0
  /// E f²f′², what the noise of signal and gradient have in common.
  private(set) var cross = 0.0
  /// E u²f′²/q: how f′ favours large or small u; 1 for relu.
  private(set) var along = 0.0
  /// E of products over two inputs; nil where only one was asked for.
  private(set) var pairs: PairMoments?

  /// Integrates all at a mean square above 0.
  init(_ activation: Activation, _ q: Double, hasPairs: Bool) {
    // Of a homogeneous f they are the same at every q.
    let scale = activation.homogeneousFactor == nil ? q.squareRoot() : 1
    let square = scale * scale
    let unit = 1 / activation.secondMoment(square).squareRoot()
    let slopeUnit = 1 / activation.derivativeSecondMoment(square).squareRoot()
    var coefficients = [[Double]](repeating: [], count: hasPairs ? PairMoments.functions : 0)
    for index in coefficients.indices {
      coefficients[index] = [Double](repeating: 0, count: HermiteSeries.degree + 1)
    }
    GaussianPanels(scale: scale, kinks: activation.kinks).visit { z, weight in
      let f = activation.value(scale * z) * unit
      let slope = activation.derivative(scale * z) * slopeUnit
      let (f2, slope2) = (f * f, slope * slope)
      kurtosis += weight * f2 * f2
      sixth += weight * f2 * f2 * f2
      slopeKurtosis += weight * slope2 * slope2
      slopeSixth += weight * slope2 * slope2 * slope2
      cross += weight * f2 * slope2
      along += weight * z * z * slope2
      guard hasPairs else { return }
      HermiteSeries.visit(z) { degree, polynomial in
        let share = weight * polynomial
        coefficients[0][degree] += share * f
        coefficients[1][degree] += share * f2
        coefficients[2][degree] += share * f2 * f
        coefficients[3][degree] += share * slope
        coefficients[4][degree] += share * slope2
        coefficients[5][degree] += share * slope2 * slope
      }
    }
    if hasPairs {
      pairs = PairMoments(
        coefficients, kurtosis: kurtosis, slopeKurtosis: slopeKurtosis, cross: cross)
    }
  }
}

/// Expectations over two inputs by the correlation of their pre-activations.
struct PairMoments {
  /// f, f², f³ and the same of f′.
  static let functions = 6

  /// E f(u₁)f(u₂), E f(u₁)²f(u₂)² and E f(u₁)³f(u₂).
  let product: HermiteSeries, squares: HermiteSeries, cubes: HermiteSeries
  /// The same of f′.
  let slopes: HermiteSeries, slopeSquares: HermiteSeries, slopeCubes: HermiteSeries
  /// E f(u₁)²f′(u₂)².
  let cross: HermiteSeries

  init(_ coefficients: [[Double]], kurtosis: Double, slopeKurtosis: Double, cross: Double) {
    let c = coefficients
    product = HermiteSeries(c[0], c[0], total: 1)
    squares = HermiteSeries(c[1], c[1], total: kurtosis)
    cubes = HermiteSeries(c[2], c[0], total: kurtosis)
    slopes = HermiteSeries(c[3], c[3], total: 1)
    slopeSquares = HermiteSeries(c[4], c[4], total: slopeKurtosis)
    slopeCubes = HermiteSeries(c[5], c[3], total: slopeKurtosis)
    self.cross = HermiteSeries(c[1], c[4], total: cross)
  }
}
