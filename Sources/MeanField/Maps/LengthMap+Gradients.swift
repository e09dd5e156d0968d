extension LengthMap {
  /// What the mean square of ∂L/∂z is multiplied by from layer l + 1 back to layer l.
  ///
  /// χ⊥(q_l)·n₍l+1₎/n_l: the weights between them have variance σw²/n_l.
  /// - Parameter widthRatio: n₍l+1₎/n_l.
  package func gradientFactor(_ q: Double, widthRatio: Double = 1) -> Double {
    perpendicularSusceptibility(q) * widthRatio
  }

  /// The mean squares of ∂L/∂z at layers 1 to L, where the last is given.
  ///
  /// - Parameters:
  ///   - lengths: q₁ to q_L.
  ///   - last: the mean square of ∂L/∂z_L.
  ///   - widths: n₁ to n_L; none if all are equal.
  /// Source: Schoenholz et al. 2017, arXiv:1611.01232.
  package func gradients(lengths: [Double], last: Double = 1, widths: [Int] = []) -> [Double] {
    guard !lengths.isEmpty else { return [] }
    var gradients = Array(repeating: last, count: lengths.count)
    for layer in lengths.indices.dropLast().reversed() {
      let hasWidths = widths.count == lengths.count
      let ratio = hasWidths ? Double(widths[layer + 1]) / Double(widths[layer]) : 1
      gradients[layer] = gradients[layer + 1] * gradientFactor(lengths[layer], widthRatio: ratio)
    }
    return gradients
  }
}
