internal import Initializers
internal import Networks
internal import Scenes

/// What two tensors have in common and in what they differ, in the words of the command line.
struct Differences: Equatable {
  private(set) var differing: [String] = []
  private(set) var equal: [String] = []

  /// Compares A, which is pinned, with B.
  init(_ a: Tensor, _ b: Tensor) {
    compare("method", a.initializer.method, b.initializer.method)
    compare("shape", a.shape, b.shape)
    for parameter in Parameter.allCases {
      let isOfA = a.initializer.parameters.contains(parameter)
      let isOfB = b.initializer.parameters.contains(parameter)
      // What only one of them has says nothing that the method does not.
      guard isOfA && isOfB else { continue }
      compare(parameter.rawValue, a.initializer[parameter], b.initializer[parameter])
    }
    compare("seed", a.seed, b.seed)
    if let a = try? a.recipe().law, let b = try? b.recipe().law {
      compare("law", a.kind, b.kind)
      let isSame = abs(a.std - b.std) <= 1e-6 * max(abs(a.std), abs(b.std))
      compare("std", isSame, true)
    }
  }

  /// Compares A's network with B's, too.
  init(_ a: Pin, _ b: Pin) {
    self.init(a.tensor, b.tensor)
    // Of tensors in a network the shape counts for nothing but the width.
    differing.removeAll { $0 == "shape" }
    equal.removeAll { $0 == "shape" }
    guard let first = try? a.network.network(for: a.tensor),
      let second = try? b.network.network(for: b.tensor)
    else { return }
    compare("depth", first.depth, second.depth)
    compare("width", first.width, second.width)
    compare("activation", first.activation, second.activation)
    compare("batch", first.batch, second.batch)
    compare("input", first.input, second.input)
    compare("bias", first.hasBias, second.hasBias)
  }

  private mutating func compare<Value: Equatable>(_ name: String, _ a: Value, _ b: Value) {
    if a == b { equal.append(name) } else { differing.append(name) }
  }
}
