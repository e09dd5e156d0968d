package import Words

/// Why no band is drawn where theory has none that nearly all networks would keep to.
package enum BandAbsence: String, Hashable, Sendable {
  /// Weights that depend on each other stray less than those the band is known for.
  case orthogonal
  /// A neuron sums so few weights of any size that it is far from normal.
  case heavyTails = "heavy-tails"
  /// Layers so narrow that a series in 1/n says nothing.
  case narrow
  /// Networks stray so far from theory's line that the map is not straight where they are.
  case unstable
  /// Gradients of a batch, where f′ changes with the mean square.
  case batchOfGradients = "batch"

  /// The reason in a few words.
  package var reason: Phrase { Phrase("no-band.\(rawValue)") }

  /// The reason in three columns, where there is no room for more.
  package var mark: Phrase { Phrase("no-band.\(rawValue).mark") }

  /// The reason in a sentence.
  package var sentence: Phrase { Phrase("no-band.\(rawValue).sentence") }
}
