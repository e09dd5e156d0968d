/// Why no band is drawn where theory has none that nearly all networks would keep to.
package enum BandAbsence: Hashable, Sendable {
  /// Weights that depend on each other stray less than those the band is known for.
  case orthogonal
  /// A neuron sums so few weights of any size that it is far from normal.
  case heavyTails
  /// Layers so narrow that a series in 1/n says nothing.
  case narrow
  /// Networks stray so far from theory's line that the map is not straight where they are.
  case unstable
  /// Gradients of a batch, where f′ changes with the mean square.
  case batchOfGradients

  /// The reason in a few words.
  package var reason: String {
    switch self {
    case .orthogonal: "orthogonal"
    case .heavyTails: "too sparse"
    case .narrow: "too narrow"
    case .unstable: "networks stray"
    case .batchOfGradients: "needs batch 1"
    }
  }

  /// The reason in three columns, where there is no room for more.
  package var mark: String {
    switch self {
    case .orthogonal: "QR"
    case .heavyTails: "0s"
    case .narrow: "few"
    case .unstable: "far"
    case .batchOfGradients: "B>1"
    }
  }

  /// The reason in a sentence.
  package var sentence: String {
    switch self {
    case .orthogonal: "No band: orthogonal layers stray less than layers of independent weights."
    case .heavyTails: "No band: the weights are too sparse for sums of them to be near normal."
    case .narrow: "No band: layers this narrow stray further than theory to first order says."
    case .unstable: "No band: networks of this width stray so far that they follow no common line."
    case .batchOfGradients:
      "No band: a batch's gradients have a known one for homogeneous activations only."
    }
  }
}
