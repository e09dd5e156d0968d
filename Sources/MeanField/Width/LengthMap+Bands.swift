extension LengthMap {
  /// The bands of the mean squares of layers 1 to L, for one input and normal weights.
  ///
  /// - Parameters:
  ///   - lengths: q₁ to q_L, as `lengths(from:layers:)` gives them.
  ///   - width: n, of every layer.
  package func bands(lengths: [Double], width: Int) -> [Band] {
    FiniteWidth(self, lengths: lengths, ensemble: Ensemble(widths: [width])).bands
  }

  /// The bands of the mean squares of ∂L/∂z of layers 1 to L, for one input and normal weights.
  ///
  /// - Parameter last: the mean square of ∂L/∂z_L, the same in every network.
  package func gradientBands(lengths: [Double], width: Int, last: Double = 1) -> [Band] {
    FiniteWidth(self, lengths: lengths, ensemble: Ensemble(widths: [width]))
      .gradientBands(last: last)
  }
}
