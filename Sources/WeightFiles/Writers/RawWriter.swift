/// The weights and nothing else, as float32, little-endian, row-major.
package struct RawWriter: WeightWriter {
  /// No bytes.
  package var header: [UInt8] { [] }

  /// Makes a writer.
  package init() {}
}
