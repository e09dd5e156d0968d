package import WeightFiles
package import Words

/// The numbers of a tensor that are infinite or none at all, in parts that can be merged.
package struct NonFiniteNumbers: Hashable, Sendable {
  /// Those that are no numbers.
  package private(set) var nanCount = 0
  /// Those that are infinite, of either sign.
  package private(set) var infiniteCount = 0
  /// The first one's place in the order of the dimensions; nil where there is none.
  package private(set) var first: Int?

  /// All of them.
  package var count: Int { nanCount + infiniteCount }

  /// Adds those of a block.
  ///
  /// - Parameter offset: the block's first place in the tensor.
  mutating func add(_ block: UnsafeBufferPointer<Float>, at offset: Int) {
    for (index, number) in block.enumerated() where !number.isFinite {
      if number.isNaN { nanCount += 1 } else { infiniteCount += 1 }
      first = min(first ?? .max, offset + index)
    }
  }

  /// Adds those of another part of the tensor.
  mutating func merge(_ other: NonFiniteNumbers) {
    nanCount += other.nanCount
    infiniteCount += other.infiniteCount
    first = [first, other.first].compactMap(\.self).min()
  }

  /// How many of each there are, and where the first is: "3 NaN, 1 infinite, the first at [12, 5]".
  package func phrase(in entry: TensorEntry) -> Phrase {
    let kinds = [
      nanCount > 0 ? Phrase("non-finite.nan", ["some": .text("\(nanCount)")]) : nil,
      infiniteCount > 0 ? Phrase("non-finite.infinite", ["some": .text("\(infiniteCount)")]) : nil,
    ].compactMap(\.self)
    return Phrase(
      "non-finite.first", count: count,
      [
        "kinds": .phrase(.list(kinds)),
        "place": .text("\(entry.indices(of: first ?? 0))"),
      ])
  }
}
