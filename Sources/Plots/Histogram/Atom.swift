/// A value that many of a sample's values are equal to, drawn as a spike: a mass has no density.
package struct Atom: Hashable, Sendable {
  /// The value.
  package var position: Double
  /// The share of the sample that has it, from 0 to 1.
  package var share: Double
  /// Its label, such as "26 214 zeros".
  package var label: String

  /// Makes an atom.
  package init(_ position: Double, share: Double, label: String) {
    self.position = position
    self.share = share
    self.label = label
  }
}
