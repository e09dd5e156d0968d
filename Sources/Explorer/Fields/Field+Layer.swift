internal import Expressions
internal import Initializers
internal import Scenes
internal import Words

// The fields of a layer: its sizes, the framework that makes it, and which of its tensors is meant.
extension Field {
  /// The framework; also of a tensor that stands alone.
  static let framework = Field(
    label: "framework", hint: .verbatim(Framework.all.map(\.name).joined(separator: " ")),
    choices: Framework.all.map(\.name),
    text: { $0.tensor.framework.name },
    origin: { .verbatim($0.tensor.framework.version) },
    set: { $0.tensor = try $0.tensor.ported(to: try Framework.named($1)) },
    step: { scene, _, up in scene.stepFramework(up: up) },
    reset: { scene in
      if let first = Framework.all.first { try? scene.port(to: first) }
    })

  /// The tensor of the layer that the other views show.
  static let layerTensor = Field(
    label: "tensor", hint: Phrase("field.hint.tensor"),
    text: { $0.tensor.layer?.tensor.name ?? "" },
    set: { scene, text in
      scene.tensor = try Tensor(
        of: scene.layerCall, named: text, in: scene.tensor.framework, seed: scene.seed)
    },
    step: { scene, _, up in scene.stepTensor(up: up) },
    reset: { scene in scene.take(scene.layerCall) })

  /// A size of a layer.
  static func size(_ size: LayerSize) -> Field { sizes[size] ?? row(size) }

  // The rows are made once.
  private static let sizes = Dictionary(
    uniqueKeysWithValues: LayerSize.allCases.map { ($0, row($0)) })

  private static func row(_ size: LayerSize) -> Field {
    Field(
      label: size.rawValue, hint: Phrase("field.hint.count"),
      isOf: { $0.layerSizes.contains(size) },
      text: { "\($0.layerCall[size])" },
      origin: { $0.layerCall[size] < (size == .padding ? 0 : 1) ? Phrase("field.none") : nil },
      set: { scene, text in
        guard let value = Int(evaluating: text) else { throw LayerError.invalidSize(size, text) }
        scene.take(try scene.layerCall.setting([size: value]))
      },
      step: { scene, stride, up in
        if let call = scene.layerCall.stepped(size, stride, up: up) { scene.take(call) }
      },
      reset: { scene in
        let kind = scene.layerCall.kind
        guard let value = kind.defaultValue(of: size) ?? kind.example[size],
          let call = try? scene.layerCall.setting([size: value])
        else { return }
        scene.take(call)
      })
  }

  /// What the keys for the size double or halve: the inputs and outputs.
  static let layerWidth = Field(
    label: "in, out",
    text: { "\($0.layerCall[.in])" },
    set: { _, _ in },
    step: { scene, _, up in
      let call = scene.layerCall
      let sizes = [LayerSize.in, .out].filter(call.kind.sizes.contains)
      let changed = sizes.map { ($0, up ? 2 * call[$0] : max(1, call[$0] / 2)) }
      if let next = try? call.setting(Dictionary(uniqueKeysWithValues: changed)) {
        scene.take(next)
      }
    },
    reset: { _ in })
}

extension LayerCall {
  // A coarse step doubles or halves a width and goes on by one in a small number; what is not possible is
  // passed over.
  fileprivate func stepped(_ size: LayerSize, _ stride: Stride, up: Bool) -> LayerCall? {
    let value = self[size]
    switch size {
    case .in, .in2, .out:
      let next = stride == .fine ? value + (up ? 1 : -1) : up ? 2 * value : value / 2
      return near(size, next, up: up)
    case .kernel, .stride, .layers, .directions, .projection, .padding:
      return near(size, value + (up ? 1 : -1), up: up)
    case .groups, .heads:
      let limit = self[.in]
      let candidates =
        up ? Array(value + 1...max(value + 1, limit)) : (1..<max(2, value)).reversed()
      return candidates.prefix(10_000).lazy.compactMap { try? setting([size: $0]) }.first
    }
  }

  private func near(_ size: LayerSize, _ value: Int, up: Bool) -> LayerCall? {
    (0..<64).lazy.compactMap { try? setting([size: value + (up ? $0 : -$0)]) }.first
  }
}

extension Scene {
  /// The layer that is shown: that of the tensor, or one that its shape suggests.
  var layerCall: LayerCall { tensor.layer?.call ?? .suggested(for: tensor) }

  /// Shows another layer, and of it the tensor of the same name or the first that is drawn; of a framework
  /// that has no such layer that of the first that has.
  mutating func take(_ call: LayerCall) {
    let frameworks = [tensor.framework] + Framework.ofDifferentLaws
    for framework in frameworks {
      let name = tensor.framework == framework ? tensor.layer?.tensor.name : nil
      let found =
        (try? Tensor(of: call, named: name, in: framework, seed: seed))
        ?? (try? Tensor(of: call, in: framework, seed: seed))
      if let found {
        tensor = found
        return
      }
    }
  }

  /// Has another framework make the tensor.
  ///
  /// - Throws: `LayerError.notThere` if it has no such layer.
  mutating func port(to framework: Framework) throws { tensor = try tensor.ported(to: framework) }

  mutating func stepFramework(up: Bool) {
    let all = Framework.all
    let index = all.firstIndex(of: tensor.framework) ?? 0
    for distance in 1..<all.count {
      let next = all[(index + (up ? distance : all.count - distance)) % all.count]
      if (try? port(to: next)) != nil { return }
    }
  }

  fileprivate mutating func stepTensor(up: Bool) {
    let call = layerCall
    guard let layer = tensor.layer, let all = try? call.tensors(in: tensor.framework),
      let index = all.firstIndex(of: layer.tensor)
    else { return take(call) }
    let next = index + (up ? 1 : -1)
    if all.indices.contains(next) { tensor = Tensor(all[next], of: call, seed: seed) }
  }

  // The sizes that the framework leaves open.
  fileprivate var layerSizes: [LayerSize] {
    layerCall.kind.sizes.filter { !tensor.framework.fixedSizes.contains($0) }
  }

  /// The fields of a layer: framework, sizes, tensor, seed.
  var layerFields: [Field] {
    layerSizes.map(Field.size) + [.framework, .layerTensor, .seed]
  }
}

extension LayerCall {
  /// The layer whose weight a tensor of this shape would be.
  fileprivate static func suggested(for tensor: Tensor) -> LayerCall {
    let order = tensor.framework.shapeOrder
    var extents = tensor.shape.reordered(isInputFirst: order.isInputFirst, to: false).extents
    let kinds: [LayerKind] = [.dense, .conv1d, .conv2d, .conv3d]
    guard (2...5).contains(extents.count), !extents.contains(0) else { return .example(of: .dense) }
    let kind = kinds[extents.count - 2]
    extents += [1]
    let given = [LayerSize.in: extents[1], .out: extents[0], .kernel: extents[2]]
      .filter { kind.sizes.contains($0.key) }
    return (try? LayerCall(kind, given)) ?? .example(of: kind)
  }
}
