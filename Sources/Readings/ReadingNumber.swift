internal import MeanField

/// A number that a lecture or a line can name: a reading, or what is beside it.
///
/// `std` is what is measured, or what theory says where nothing is; `std theory`, `std z`, `q 30 low`
/// are beside it; `A std` is of the pinned scene.
package struct ReadingNumber: Hashable, Sendable {
  /// What of a reading is meant.
  package enum Facet: String, CaseIterable, Sendable {
    /// What there is, or else what theory says.
    case value
    case theory
    case z
    case typical
    /// The ends of the band.
    case low, high
  }

  /// Whether it is of the pinned scene.
  package let isPinned: Bool
  /// The reading.
  package let name: Reading.Name
  /// What of it.
  package let facet: Facet

  /// Reads a name, words parted by single blanks; nil for what names nothing.
  package init?(_ text: String) {
    var words = text.split(separator: " ").map(String.init)
    isPinned = words.first == "A"
    if isPinned { words.removeFirst() }
    if let name = Reading.Name(words: words) {
      (self.name, facet) = (name, .value)
    } else if let last = words.popLast(), let facet = Facet(rawValue: last), facet != .value,
      let name = Reading.Name(words: words)
    {
      (self.name, self.facet) = (name, facet)
    } else {
      return nil
    }
  }
}

extension Reading {
  /// One of the numbers of a reading; nil where there is none.
  package subscript(facet: ReadingNumber.Facet) -> Double? {
    switch facet {
    case .value: sample ?? theory
    case .theory: theory
    case .z: z
    case .typical: typical
    case .low: band?.low
    case .high: band?.high
    }
  }
}

extension Reading.Name {
  /// The reading of a word, of a layer's with the layer behind it: `std`, `q 30`; nil for another.
  init?(words: [String]) {
    guard let word = words.first else { return nil }
    if words.count == 2, let name = LayerName(rawValue: word), let layer = Int(words[1]), layer > 0
    {
      self = .layer(name, layer)
      return
    }
    guard words.count == 1 else { return nil }
    if let name = SampleName(rawValue: word) {
      self = .sample(name)
    } else if let name = SpectrumName(rawValue: word) {
      self = .spectrum(name)
    } else if let name = NetworkName(rawValue: word) {
      self = .network(name)
    } else if let name = GainName(rawValue: word) {
      self = .gain(name)
    } else if let name = BirthName(rawValue: word) {
      self = .birth(name)
    } else {
      return nil
    }
  }
}
