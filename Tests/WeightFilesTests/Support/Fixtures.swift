import Foundation
import Initializers
import Testing

/// Files written by numpy.save (NumPy 2.4.6) and safetensors.numpy.save (0.8.0).
enum Fixtures {
  static func bytes(_ name: String) throws -> [UInt8] {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Fixtures"))
    return Array(try Data(contentsOf: url))
  }

  /// k/8 − 1 in storage order, as the recorded tensors have it.
  static func ramp(_ count: Int) -> [Float] { (0..<count).map { Float($0) / 8 - 1 } }
}

/// The little-endian float32 bytes.
func littleEndian(_ weights: [Float]) -> [UInt8] {
  weights.flatMap { weight in
    [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: weight.bitPattern >> $0) }
  }
}
