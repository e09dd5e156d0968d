/// The files that weights are written as; numbers are float32, little-endian, row-major.
package enum WeightFormat: String, CaseIterable, Sendable {
  /// The numbers and nothing else: the bytes of the PyTorch tensor.
  case raw
  /// NumPy's format, version 1.0.
  case npy
  /// Hugging Face's safetensors.
  case safetensors
  /// Text: a row for each slice of the last dimension, a row a value for one dimension.
  case csv

  /// How names of such files end, without the dot.
  package var ending: String { rawValue }

  /// Whether a terminal can show it.
  package var isText: Bool { self == .csv }
}
