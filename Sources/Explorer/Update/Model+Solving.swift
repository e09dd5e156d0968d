internal import Initializers
internal import MeanField
internal import Networks
internal import Scenes
internal import Words

extension Model {
  /// Sets what the method has to set so that layers keep the signal, or the gradients.
  ///
  /// In the propagation view the fans are those of the network's layers, elsewhere the tensor's.
  mutating func keep(_ kind: GainKind) {
    do {
      let network = try scene.network.network(for: scene.tensor)
      var tensor = scene.tensor
      let isOfLayers = scene.view == .propagation
      if isOfLayers { tensor.shape = try Shape(network.layer.weightExtents) }
      let solution = try GainSolution(kind, of: network.activation, for: tensor)
      var changed = scene
      changed.initializer = solution.initializer
      // A Kaiming method's nonlinearity may be a gain's name, which does not choose the activation.
      if changed.resolvedNetwork?.activation != network.activation {
        changed.network.activation = network.activation
      }
      adopt(changed)
      guard notice == nil else { return }
      let width = "\(network.width)"
      let owner =
        isOfLayers
        ? Phrase("solve.layers", ["in": .text(width), "out": .text(width)])
        : Phrase(
          "solve.tensor", ["fan": .text(solution.fan.rawValue), "count": "\(solution.fanCount)"])
      notice = .remark(solution.phrase(kind, of: network.activation, for: owner))
    } catch {
      notice = .error(.of(error))
    }
  }
}

extension GainSolution {
  /// What is set, for whose fans, and what it does: "gain 1.732 for this tensor's fan_in 128:
  /// fan_in·Var W = 2; with relu this keeps q, …".
  fileprivate func phrase(
    _ kind: GainKind, of activation: Activation, for owner: Phrase
  ) -> Phrase {
    let gains = Gains(activation)
    let values = parameters.map { "\($0.rawValue) \(initializer[$0].description)" }
    let sentence = Phrase(
      "solve.done",
      [
        "values": .text(values.joined(separator: ", ")), "owner": .phrase(owner),
        "fan": .text(fan.rawValue),
        "variance": .text(Numeral.typeset(weightVariance)), "activation": .text(activation.name),
        "what": .phrase(gains.phrase(kind)),
      ])
    guard kind == .forward, gains.stability == .unstable else { return sentence }
    return Phrase(
      "remark.two",
      ["first": .phrase(sentence), "second": .phrase(gains.stabilityPhrase)])
  }
}
