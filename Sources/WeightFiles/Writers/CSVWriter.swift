package import Initializers

/// Text: a row for each slice of the last dimension, its values separated by commas.
///
/// A tensor of one dimension has a value a row, a scalar one row, a tensor without elements none.
/// Each value has the fewest digits that parse back to the same float32.
package struct CSVWriter: WeightWriter {
  /// No bytes.
  package var header: [UInt8] { [] }

  private let rowLength: Int
  private var column = 0
  // The longest float32 is -1.17549435e-38.
  private static let room = 16
  private static let chunk = 1 << 12

  /// Makes a writer of one tensor; no shape is a scalar's.
  package init(_ shape: Shape?) {
    let extents = shape?.extents ?? []
    rowLength = extents.count < 2 ? 1 : max(1, extents.last ?? 1)
  }

  /// Writes the next weights.
  ///
  /// - Throws: what the sink throws.
  package mutating func write<Sink: ByteSink & ~Copyable>(
    _ weights: UnsafeBufferPointer<Float>, into sink: inout Sink
  ) throws {
    let text = UnsafeMutableRawBufferPointer.allocate(
      byteCount: Self.chunk * Self.room, alignment: 1)
    defer { text.deallocate() }
    for start in stride(from: 0, to: weights.count, by: Self.chunk) {
      var length = 0
      for weight in weights[start..<min(start + Self.chunk, weights.count)] {
        var digits = weight.description
        digits.withUTF8 { digits in
          UnsafeMutableRawBufferPointer(rebasing: text[length...])
            .copyMemory(from: UnsafeRawBufferPointer(digits))
          length += digits.count
        }
        column += 1
        let isRowEnd = column == rowLength
        text[length] = isRowEnd ? 0x0A : 0x2C
        length += 1
        if isRowEnd { column = 0 }
      }
      try sink.write(UnsafeRawBufferPointer(rebasing: text[..<length]))
    }
  }
}
