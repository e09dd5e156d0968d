import Foundation
import Initializers
import Testing

/// A whole layer as a framework draws it, recorded on an x86-64 CPU.
struct LayerFixture: Decodable, CustomTestStringConvertible, Sendable {
  let framework: String
  /// Words as `layer` takes them: `dense --in 784 --out 256`.
  let layer: String
  let seed: Decimal
  let tensors: [Tensor]

  struct Tensor: Decodable, Sendable {
    let name: String
    let shape: [Int]
    let sha256: String
    /// The first numbers, as hexadecimal floats.
    let first: [String]

    var values: [Double] { first.compactMap(Double.init) }
  }

  var testDescription: String { "\(framework) \(layer), seed \(seed)" }

  /// The layer.
  var call: LayerCall {
    get throws {
      let words = layer.split(separator: " ").map(String.init)
      var sizes: [LayerSize: Int] = [:]
      for (word, value) in zip(words, words.dropFirst()) where word.hasPrefix("--") {
        if let size = LayerSize(rawValue: String(word.dropFirst(2))) { sizes[size] = Int(value) }
      }
      return try LayerCall(
        parsing: words[0], sizes: sizes, hasBias: !words.contains("--without-bias"))
    }
  }

  static func recorded(_ name: String) -> [LayerFixture] {
    guard let url = Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "json"),
      let data = try? Data(contentsOf: url)
    else { return [] }
    return (try? JSONDecoder().decode([LayerFixture].self, from: data)) ?? []
  }
}
