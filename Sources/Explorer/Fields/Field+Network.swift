internal import Initializers
internal import MeanField
internal import Networks
internal import Scenes
internal import Words

// The fields of the network of a tensor's layers.
extension Field {
  /// The fields of a network, in the order of the form.
  static let network: [Field] = [
    network(
      .depth, Phrase("field.hint.depth"),
      step: { choice, network, stride, up in
        choice.depth =
          stride == .fine
          ? clamped(network.depth + (up ? 1 : -1), to: Network.depths)
          : next(network.depth, among: depthSteps, up: up)
      }),
    network(
      .width, Phrase("field.hint.count"),
      origin: { scene in
        let isOfShape = scene.network.width == nil && scene.shape.extents.first != 0
        return isOfShape ? .verbatim("shape[0]") : nil
      },
      step: { choice, network, stride, up in
        choice.width = stepped(network.width, stride, up: up, within: Network.widths)
      }),
    network(
      .activation, .verbatim(Activation.allCases.map(\.name).joined(separator: " ")),
      origin: { scene in
        if let other = scene.gainOfAnotherActivation {
          return Phrase("field.gain-of", ["name": .text(other)])
        }
        let isOfCall =
          scene.network.activation == nil && scene.initializer.parameters.contains(.nonlinearity)
        return isOfCall ? .verbatim(Parameter.nonlinearity.rawValue) : nil
      },
      step: { choice, network, _, up in
        let all = Activation.allCases
        let index = all.firstIndex { $0.name == network.activation.name } ?? 0
        choice.activation = all[(index + (up ? 1 : all.count - 1)) % all.count]
      }),
    network(
      .batch, Phrase("field.hint.count"),
      step: { choice, network, stride, up in
        choice.batch = stepped(network.batch, stride, up: up, within: Network.batches)
      }),
    network(
      .input, Phrase("field.hint.input"),
      origin: { $0.network.input == .uniform ? .verbatim("±√3") : Phrase("field.variance-1") },
      step: { choice, network, _, _ in
        choice.input = network.input == .gaussian ? .uniform : .gaussian
      }),
    network(
      .bias, Phrase("field.hint.bias"),
      origin: { $0.network.hasBias ? .verbatim("±1/√width") : nil },
      step: { choice, _, _, _ in choice.hasBias.toggle() }),
  ]

  /// The form's row of one of a network's choices.
  static func network(_ field: NetworkField) -> Field {
    network.first { $0.label == field.name } ?? .shape
  }

  private static func network(
    _ field: NetworkField, _ hint: Phrase,
    origin: @escaping @Sendable (Scene) -> Phrase? = { _ in nil },
    step: @escaping @Sendable (inout NetworkChoice, Network, Stride, Bool) -> Void
  ) -> Field {
    Field(
      label: field.name, hint: hint, choices: field.choices,
      text: { $0.resolvedNetwork.map(field.text) ?? "" },
      origin: origin,
      set: { try $0.network.set(field, to: $1) },
      step: { scene, stride, up in
        guard let network = scene.resolvedNetwork else { return }
        step(&scene.network, network, stride, up)
      },
      reset: { field.reset(&$0.network) })
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

extension Scene {
  /// The network with what the tensor suggests for it; nil if its numbers make none.
  var resolvedNetwork: Network? { try? network.network(for: tensor) }
}
