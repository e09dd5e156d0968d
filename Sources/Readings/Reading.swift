package import MeanField
package import Measurements
package import Words

/// A number that the program can name, beside what theory says of it.
package struct Reading: Hashable, Sendable {
  /// What a reading is of.
  package enum Name: Hashable, Sendable {
    /// A tensor's weights.
    case sample(SampleName)
    /// The singular values of its matrix.
    case spectrum(SpectrumName)
    /// A layer of a network of such matrices, from 1.
    case layer(LayerName, Int)
    /// That network.
    case network(NetworkName)
    /// An activation between its layers.
    case gain(GainName)
    /// The seed of a file's tensor, and its place in the stream.
    case birth(BirthName)
  }

  /// What a number counts or measures.
  package enum Unit: Hashable, Sendable {
    /// The weights' own.
    case weight
    /// That of their squares.
    case squaredWeight
    /// The signal's own, in a network.
    case signal
    /// A mean square there.
    case meanSquare
    /// Things: a whole number.
    case count
    /// A part of a whole, or a probability: 0 to 1.
    case share
    /// None: a ratio, a shape, a test's statistic.
    case none
    /// Layers.
    case layers
  }

  /// What it is.
  package let name: Name
  /// What it is measured in.
  package let unit: Unit
  /// The lower, the sooner a table without room leaves it out.
  package var importance = 0
  /// Whether its ratio to another tensor's says something: a size, not a place or a share.
  package var isScale = true
  /// What theory says; nil where it says nothing.
  package var theory: Double?
  /// Whether `theory` is the median of what chance gives.
  package var isMedian = false
  /// What there is; nil where there is nothing yet, NaN where it has no value.
  package var sample: Double?
  /// How far apart they are, in standard normal units; nil where that is not defined.
  package var z: Double?
  /// Whether an exact promise is kept; nil where none was made.
  package var verdict: StructureFact.Verdict?
  /// What a typical network of the width has.
  package var typical: Double?
  /// Where nearly all networks of the width have it.
  package var band: Band?
}

extension Reading.Name {
  /// The word that stands for it in files and lines, the same for ever and in every language.
  package var word: String {
    switch self {
    case .sample(let name): name.rawValue
    case .spectrum(let name): name.rawValue
    case .layer(let name, let layer): "\(name.rawValue) \(layer)"
    case .network(let name): name.rawValue
    case .gain(let name): name.rawValue
    case .birth(let name): name.rawValue
    }
  }

  /// What a table calls it.
  package var label: Phrase { Phrase("reading.\(key)", places) }

  /// A sentence that says what it is to those who see it for the first time.
  package var explanation: Phrase { Phrase("reading.\(key).explained", places) }

  private var key: String { if case .layer(let name, _) = self { name.rawValue } else { word } }

  private var places: [String: Phrase.Part] {
    if case .layer(_, let layer) = self { ["layer": "\(layer)"] } else { [:] }
  }
}
