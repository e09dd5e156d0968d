package import MeanField

extension LengthMap {
  /// The correlations of layers 1 to L, for inputs of one mean square whose own correlation is given.
  package func correlations(ofInputs correlation: Double, lengths: [Double]) -> [Double] {
    guard let first = lengths.first else { return [] }
    var correlations = [((first - biasVariance) * correlation + biasVariance) / first]
    for (layer, q) in lengths.dropLast().enumerated() {
      correlations.append(nextCorrelation(correlations[layer], length: q))
    }
    return correlations
  }
}
