import Screen

/// A value worth a label above a histogram: mean, standard deviation, bound.
package struct Marker: Hashable, Sendable {
  /// Where it is.
  package var position: Double
  /// Its label, such as "−σ".
  package var label: String
  /// Its label in ASCII, such as "-sd".
  package var asciiLabel: String
  /// Where the sample has it; marked on its own if that is more than a cell away.
  package var samplePosition: Double?

  /// Makes a marker.
  package init(
    _ position: Double, label: String, asciiLabel: String, samplePosition: Double? = nil
  ) {
    self.position = position
    self.label = label
    self.asciiLabel = asciiLabel
    self.samplePosition = samplePosition
  }

  func text(in glyphs: GlyphSet) -> String { glyphs == .ascii ? asciiLabel : label }
}
