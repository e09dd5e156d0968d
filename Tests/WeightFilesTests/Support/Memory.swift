import WeightFiles

/// A sink that keeps what it is given.
struct Memory: ByteSink {
  var bytes: [UInt8] = []

  mutating func write(_ bytes: UnsafeRawBufferPointer) {
    self.bytes.append(contentsOf: bytes)
  }
}

extension WeightWriter {
  /// The whole file, the weights given in blocks of some size.
  func file(of weights: [Float], blockSize: Int = .max) throws -> [UInt8] {
    var memory = Memory(bytes: header)
    var writer = self
    try weights.withUnsafeBufferPointer { weights in
      for start in stride(from: 0, to: weights.count, by: min(blockSize, max(1, weights.count))) {
        let end = min(weights.count - start, blockSize) + start
        try writer.write(UnsafeBufferPointer(rebasing: weights[start..<end]), into: &memory)
      }
    }
    return memory.bytes
  }
}
