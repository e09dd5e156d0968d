package import Initializers

/// NumPy's format, with the very bytes `numpy.save` gives.
///
/// Source: `numpy.lib.format`, version 1.0; 2.0 where the header outgrows 64 KiB.
package struct NPYWriter: WeightWriter {
  /// Magic, version, the header's length and the header, in all a multiple of 64 bytes.
  package let header: [UInt8]

  /// Makes a writer of one array; no shape is a scalar's.
  package init(_ shape: Shape?) {
    let extents = shape?.extents ?? []
    // A tuple of one has a comma, so that it is a tuple.
    let tuple =
      extents.count == 1
      ? "(\(extents[0]),)" : "(" + extents.map(String.init).joined(separator: ", ") + ")"
    var text = "{'descr': '<f4', 'fortran_order': False, 'shape': \(tuple), }"
    if let first = extents.first {
      // NumPy leaves room for the first extent to grow to 21 digits.
      text += String(repeating: " ", count: max(0, 21 - String(first).utf8.count))
    }
    header = Self.framed(text, lengthBytes: 2) ?? Self.framed(text, lengthBytes: 4) ?? []
  }

  private static func framed(_ text: String, lengthBytes: Int) -> [UInt8]? {
    let start = 8 + lengthBytes
    let padding = 64 - (start + text.utf8.count + 1) % 64
    let length = text.utf8.count + padding + 1
    guard length < 1 << (8 * lengthBytes) else { return nil }
    var bytes: [UInt8] = [0x93]
    bytes += "NUMPY".utf8
    bytes += lengthBytes == 2 ? [1, 0] : [2, 0]
    bytes += UInt32(length).littleEndianBytes.prefix(lengthBytes)
    bytes += text.utf8
    bytes += Array(repeating: 0x20, count: padding)
    return bytes + [0x0A]
  }
}
