/// How much a file may ask for before its tensors are read; far more than real files do.
enum ReadingLimit {
  /// Bytes of a safetensors header, which is safetensors' own limit, or of an index of files.
  static let header = 100_000_000
  /// Bytes of a header of NumPy's.
  static let arrayHeader = 1 << 20
  /// Bytes of a zip archive's directory.
  static let directory = 1 << 27
  /// Bytes of a pickle.
  static let pickle = 1 << 26
  /// Values that a pickle makes, and steps from one to the values in it.
  static let pickleValues = 1 << 21
  /// How deep containers may stand in one another.
  static let depth = 64
  /// Tensors, and files in an archive.
  static let tensors = 1 << 20
  /// Bytes of a name.
  static let name = 4096
  /// Dimensions, as NumPy and PyTorch have it.
  static let dimensions = 64
  /// The files of an index.
  static let shards = 1000
  /// Elements that an expanded tensor may show of fewer.
  static let repeated = 1 << 24
  /// Bytes that are inflated into memory where their order asks for it.
  static let memory = 1 << 28
}
