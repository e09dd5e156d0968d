package import Initializers

/// How a recipe's matrix is best coloured.
package struct PictureScale: Hashable, Sendable {
  /// The value that is neither high nor low.
  package let centre: Double
  /// The deviation that is usual, positive and finite: the standard deviation where there is one.
  ///
  /// Three of it are a fair range of colours.
  package let unit: Double
  /// The reading that shows most.
  package let reading: CellReading

  /// Works out the scale of a recipe.
  package init(_ law: Law) {
    let scale: (centre: Double, unit: Double, reading: CellReading)
    switch law {
    case .uniform, .normal, .truncatedNormal:
      scale = law.std > 0 ? (law.mean, law.std, .scaledMean) : (0, abs(law.mean), .extreme)
    case .sphere, .sparse: scale = (0, law.std, .scaledMean)
    case .constant(let value): scale = (0, abs(value), .extreme)
    case .ones: scale = (0, 1, .extreme)
    }
    centre = scale.centre.isFinite ? scale.centre : 0
    unit = scale.unit > 0 && scale.unit.isFinite ? scale.unit : 1
    reading = scale.reading
  }
}
