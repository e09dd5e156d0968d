internal import Initializers
internal import MeanField
internal import Networks
internal import Scenes

extension Model {
  /// The network of the scene; nil if its numbers make none.
  var network: Network? { try? scene.network.network(for: scene.tensor) }

  /// The network a step away in one of its fields.
  func stepped(_ field: NetworkField, _ stride: Stride, up: Bool) -> NetworkChoice {
    var choice = scene.network
    guard let network else { return choice }
    switch field {
    case .depth:
      choice.depth =
        stride == .fine
        ? Self.clamped(network.depth + (up ? 1 : -1), to: Network.depths)
        : Self.next(network.depth, among: Self.depthSteps, up: up)
    case .width:
      choice.width = Self.stepped(network.width, stride, up: up, within: Network.widths)
    case .batch:
      choice.batch = Self.stepped(network.batch, stride, up: up, within: Network.batches)
    case .activation:
      let all = Activation.allCases
      let index = all.firstIndex { $0.name == network.activation.name } ?? 0
      choice.activation = all[(index + (up ? 1 : all.count - 1)) % all.count]
    case .input: choice.input = network.input == .gaussian ? .uniform : .gaussian
    case .bias: choice.hasBias.toggle()
    }
    return choice
  }

  private static let depthSteps = [
    1, 2, 3, 5, 7, 10, 15, 20, 30, 40, 50, 70, 100, 150, 200, 300, 500, 700, 1000,
  ]

  private static func next(_ value: Int, among steps: [Int], up: Bool) -> Int {
    (up ? steps.first { $0 > value } : steps.last { $0 < value }) ?? value
  }

  // A coarse step doubles or halves.
  private static func stepped(
    _ value: Int, _ stride: Stride, up: Bool, within range: ClosedRange<Int>
  ) -> Int {
    let next = stride == .fine ? value + (up ? 1 : -1) : up ? 2 * value : value / 2
    return clamped(next, to: range)
  }

  private static func clamped(_ value: Int, to range: ClosedRange<Int>) -> Int {
    min(max(value, range.lowerBound), range.upperBound)
  }
}

extension NetworkChoice {
  /// Leaves a field to the tensor, or to what it is without a choice.
  mutating func reset(_ field: NetworkField) {
    let standard = NetworkChoice.standard
    switch field {
    case .depth: depth = standard.depth
    case .width: width = nil
    case .activation: activation = nil
    case .batch: batch = standard.batch
    case .input: input = standard.input
    case .bias: hasBias = standard.hasBias
    }
  }
}
