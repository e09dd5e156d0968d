/// Ways of reading one number from a block of weights.
package enum CellReading: CaseIterable, Hashable, Sendable {
  /// The mean of the k weights' deviations, times √k: of independent weights it varies as a single
  /// one does, however large the block, so that what stands out is structure.
  case scaledMean
  /// The mean of the deviations, which shrinks with the block as 1/√k.
  case mean
  /// The deviation of largest size, which every large block has: for matrices of few ones.
  case extreme
  /// The root mean square of the deviations.
  case rootMeanSquare
}
