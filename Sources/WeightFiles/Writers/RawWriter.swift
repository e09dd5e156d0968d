/// The weights and nothing else, as float32, little-endian, row-major.
public struct RawWriter: WeightWriter {
  /// No bytes.
  public var header: [UInt8] { [] }

  /// Makes a writer.
  public init() {}
}
