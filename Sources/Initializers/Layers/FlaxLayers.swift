internal import Words

// The layers of flax.linen: every tensor has a key of its own, by the names of its modules.
extension Framework {
  @Sendable static func flaxTensors(_ layer: LayerCall) throws(LayerError) -> [LayerTensor]? {
    var list = LayerList(.flax)
    switch layer.kind {
    case .separable, .bilinear: return nil
    // Its recurrent cells always have biases.
    case .lstm where !layer.hasBias, .gru where !layer.hasBias, .rnn where !layer.hasBias:
      return nil
    case .dense:
      try list.addModule([], [layer.inputs, layer.outputs], layer)
    case .conv1d, .conv2d, .conv3d:
      try list.addModule([], layer.kernel + [layer.inputs / layer.groups, layer.outputs], layer)
    case .convTranspose1d, .convTranspose2d, .convTranspose3d:
      guard layer.groups == 1 else { return nil }
      try list.addModule(
        [], layer.kernel + [layer.inputs, layer.outputs], layer,
        note: .flaxStride(layer))
    case .embedding:
      try list.addFlaxEmbedding(layer, at: DrawPlace(number: 1))
    case .lstm:
      for gate in ["i", "f", "g", "o"] {
        try list.addModule(["i" + gate], [layer.inputs, layer.outputs], layer, hasBias: false)
        try list.addModule(
          ["h" + gate], [layer.outputs, layer.outputs], layer, isRecurrent: true,
          note: gate == "f" ? Phrase("layer.note.four-orthogonal") : nil)
      }
    case .gru:
      for gate in ["r", "z", "n"] {
        try list.addModule(["i" + gate], [layer.inputs, layer.outputs], layer)
        try list.addModule(
          ["h" + gate], [layer.outputs, layer.outputs], layer, isRecurrent: true,
          hasBias: gate == "n")
      }
    case .rnn:
      try list.addModule(["i"], [layer.inputs, layer.outputs], layer)
      try list.addModule(
        ["h"], [layer.outputs, layer.outputs], layer, isRecurrent: true, hasBias: false)
    case .attention:
      let (width, heads) = (layer.inputs, layer[.heads])
      for name in ["query", "key", "value"] {
        try list.addModule(
          [name], [width, heads, width / heads], layer, fanShape: [width, width],
          biasExtents: [heads, width / heads])
      }
      try list.addModule(
        ["out"], [heads, width / heads, width], layer, fanShape: [width, width])
    case .layernorm, .batchnorm:
      try list.add("scale", [layer.inputs], .ones, as: .scale, at: DrawPlace(number: 1))
      if layer.hasBias {
        try list.add("bias", [layer.inputs], .zeros, as: .bias, at: DrawPlace(number: 2))
      }
    case .prelu:
      try list.add("negative_slope", [], .constant, [.val: "0.01"], as: .scale, at: DrawPlace())
    }
    return list.tensors
  }

  // The layers of flax.nnx: keys are counted, biases too.
  @Sendable static func nnxTensors(_ layer: LayerCall) throws(LayerError) -> [LayerTensor]? {
    var list = LayerList(.nnx)
    var count = 0
    switch layer.kind {
    case .separable, .bilinear: return nil
    // Its recurrent cells always have biases.
    case .lstm where !layer.hasBias, .gru where !layer.hasBias, .rnn where !layer.hasBias:
      return nil
    case .dense: try list.addCounted("", [layer.inputs, layer.outputs], layer, from: &count)
    case .conv1d, .conv2d, .conv3d:
      try list.addCounted(
        "", layer.kernel + [layer.inputs / layer.groups, layer.outputs], layer, from: &count)
    case .convTranspose1d, .convTranspose2d, .convTranspose3d:
      guard layer.groups == 1 else { return nil }
      try list.addCounted(
        "", layer.kernel + [layer.inputs, layer.outputs], layer, from: &count,
        note: .flaxStride(layer))
    case .embedding: try list.addFlaxEmbedding(layer, at: DrawPlace(index: 0))
    case .lstm:
      var input = LayerList(.nnx)
      try input.addCounted(
        "dense_i.", [layer.inputs, 4 * layer.outputs], layer, hasBias: false, from: &count)
      try list.addCounted(
        "dense_h.", [layer.outputs, 4 * layer.outputs], layer, isRecurrent: true, from: &count)
      list.append(input)
    case .gru:
      let columns = 3 * layer.outputs
      var input = LayerList(.nnx)
      try input.addCounted("dense_i.", [layer.inputs, columns], layer, from: &count)
      try list.addCounted(
        "dense_h.", [layer.outputs, columns], layer, isRecurrent: true, hasBias: false, from: &count
      )
      list.append(input)
    case .rnn:
      try list.addCounted(
        "dense_h.", [layer.outputs, layer.outputs], layer, isRecurrent: true, hasBias: false,
        from: &count)
      try list.addCounted("dense_i.", [layer.inputs, layer.outputs], layer, from: &count)
    case .attention:
      let (width, heads) = (layer.inputs, layer[.heads])
      var lists: [String: LayerList] = [:]
      for name in ["query", "key", "value", "out"] {
        var own = LayerList(.nnx)
        let isOut = name == "out"
        try own.addCounted(
          name + ".", isOut ? [heads, width / heads, width] : [width, heads, width / heads], layer,
          fanShape: [width, width], biasExtents: isOut ? nil : [heads, width / heads],
          from: &count)
        lists[name] = own
      }
      for name in lists.keys.sorted() { if let own = lists[name] { list.append(own) } }
    case .layernorm, .batchnorm:
      if layer.hasBias { try list.add("bias", [layer.inputs], .zeros, as: .bias, at: DrawPlace()) }
      try list.add("scale", [layer.inputs], .ones, as: .scale, at: DrawPlace())
    case .prelu:
      try list.add("negative_slope", [], .constant, [.val: "0.01"], as: .scale, at: DrawPlace())
    }
    return list.tensors
  }
}

extension LayerList {
  /// Adds the tensors of another list.
  mutating func append(_ other: LayerList) {
    for tensor in other.tensors { append(tensor) }
  }

  // A kernel and its bias in a module of flax.linen.
  fileprivate mutating func addModule(
    _ modules: [String], _ extents: [Int], _ layer: LayerCall, isRecurrent: Bool = false,
    hasBias: Bool = true, fanShape: [Int]? = nil, biasExtents: [Int]? = nil, note: Phrase? = nil
  ) throws(LayerError) {
    let prefix = modules.map { $0 + "." }.joined()
    try add(
      prefix + "kernel", extents, isRecurrent ? .orthogonal : .lecunNormal,
      as: .weight(isRecurrent ? layer.gateFans(isRecurrent: true) : layer.gateFans()),
      fanShape: fanShape, at: DrawPlace(modules: modules, number: 1), note: note)
    guard hasBias, layer.hasBias else { return }
    try add(
      prefix + "bias", biasExtents ?? [extents[extents.count - 1]], .zeros, as: .bias,
      at: DrawPlace(modules: modules, number: 2))
  }

  // A bias and its kernel as flax.nnx lists them, of which the kernel is drawn first.
  fileprivate mutating func addCounted(
    _ prefix: String, _ extents: [Int], _ layer: LayerCall, isRecurrent: Bool = false,
    hasBias: Bool = true, fanShape: [Int]? = nil, biasExtents: [Int]? = nil,
    from count: inout Int, note: Phrase? = nil
  ) throws(LayerError) {
    let kernel = DrawPlace(index: count)
    let bias = DrawPlace(index: count + 1)
    let isWhole = isRecurrent && (layer.kind.gates ?? 1) > 1
    if hasBias, layer.hasBias {
      try add(
        prefix + "bias", biasExtents ?? [extents[extents.count - 1]], .zeros, as: .bias, at: bias)
    }
    try add(
      prefix + "kernel", extents, isRecurrent ? .orthogonal : .lecunNormal,
      as: .weight(isRecurrent ? layer.recurrentFans : layer.trueFans), fanShape: fanShape,
      at: kernel, note: isWhole ? .oneOrthogonal(layer) : note)
    count += hasBias && layer.hasBias ? 2 : 1
  }

  // `variance_scaling(1, fan_in, normal, out_axis=0)`, whose fan is the number of features.
  fileprivate mutating func addFlaxEmbedding(
    _ layer: LayerCall, at place: DrawPlace
  ) throws(LayerError) {
    try add(
      "embedding", [layer.inputs, layer.outputs], .varianceScaling, [.distribution: "normal"],
      as: .weight(layer.trueFans), fanShape: [layer.outputs, layer.inputs], at: place,
      note: Phrase("layer.note.features", ["features": "\(layer.outputs)"]))
  }
}

extension LayerCall {
  // What a kernel of one gate connects.
  fileprivate func gateFans(isRecurrent: Bool = false) -> TrueFans {
    guard kind.gates != nil else { return trueFans }
    return TrueFans(fanIn: Double(isRecurrent ? outputs : inputs), fanOut: Double(outputs))
  }

  /// The constructor in the code of flax.linen.
  var linenCode: String {
    let kernel = Shape.pythonTuple(self.kernel)
    let bias = kind.hasBias && !hasBias ? ", use_bias=False" : ""
    switch kind {
    case .dense: return "nn.Dense(\(outputs)\(bias))"
    case .conv1d, .conv2d, .conv3d:
      return "nn.Conv(\(outputs), \(kernel)\(strideCode)\(groupCode)\(bias))"
    case .convTranspose1d, .convTranspose2d, .convTranspose3d:
      return "nn.ConvTranspose(\(outputs), \(kernel)\(strideCode)\(bias))"
    case .separable, .bilinear: return ""
    case .embedding: return "nn.Embed(\(inputs), \(outputs))"
    case .lstm: return "nn.OptimizedLSTMCell(\(outputs))"
    case .gru: return "nn.GRUCell(\(outputs))"
    case .rnn: return "nn.SimpleCell(\(outputs))"
    case .attention: return "nn.MultiHeadDotProductAttention(\(self[.heads])\(bias))"
    case .layernorm: return "nn.LayerNorm(\(bias.dropFirst(2)))"
    case .batchnorm: return "nn.BatchNorm(use_running_average=False\(bias))"
    case .prelu: return "nn.PReLU()"
    }
  }

  /// The constructor in the code of flax.nnx.
  var nnxCode: String {
    let kernel = Shape.pythonTuple(self.kernel)
    let bias = kind.hasBias && !hasBias ? ", use_bias=False" : ""
    switch kind {
    case .dense: return "nnx.Linear(\(inputs), \(outputs)\(bias), rngs=rngs)"
    case .conv1d, .conv2d, .conv3d:
      return "nnx.Conv(\(inputs), \(outputs), \(kernel)\(strideCode)\(groupCode)\(bias), rngs=rngs)"
    case .convTranspose1d, .convTranspose2d, .convTranspose3d:
      return "nnx.ConvTranspose(\(inputs), \(outputs), \(kernel)\(strideCode)\(bias), rngs=rngs)"
    case .separable, .bilinear: return ""
    case .embedding: return "nnx.Embed(\(inputs), \(outputs), rngs=rngs)"
    case .lstm: return "nnx.OptimizedLSTMCell(\(inputs), \(outputs), rngs=rngs)"
    case .gru: return "nnx.GRUCell(\(inputs), \(outputs), rngs=rngs)"
    case .rnn: return "nnx.SimpleCell(\(inputs), \(outputs), rngs=rngs)"
    case .attention:
      return "nnx.MultiHeadAttention(\(self[.heads]), \(inputs)\(bias), rngs=rngs)"
    case .layernorm: return "nnx.LayerNorm(\(inputs)\(bias), rngs=rngs)"
    case .batchnorm: return "nnx.BatchNorm(\(inputs)\(bias), rngs=rngs)"
    case .prelu: return "nnx.PReLU()"
    }
  }

  /// The input that a layer of flax.linen is shown, as code: its shape alone counts.
  var linenInput: String {
    switch kind {
    case .conv1d, .conv2d, .conv3d, .convTranspose1d, .convTranspose2d, .convTranspose3d:
      let pixels = Array(repeating: "8", count: kind.spatialDimensions).joined(separator: ", ")
      return "jnp.zeros((1, \(pixels), \(inputs)))"
    case .embedding: return "jnp.zeros((1,), jnp.int32)"
    case .lstm: return "(jnp.zeros((1, \(outputs))),) * 2, jnp.zeros((1, \(inputs)))"
    case .gru, .rnn: return "jnp.zeros((1, \(outputs))), jnp.zeros((1, \(inputs)))"
    case .attention: return "jnp.zeros((1, 4, \(inputs)))"
    default: return "jnp.zeros((1, \(inputs)))"
    }
  }

  private var strideCode: String {
    guard stride > 1 else { return "" }
    let strides = Array(repeating: stride, count: kind.spatialDimensions)
    return ", strides=\(Shape.pythonTuple(strides))"
  }

  private var groupCode: String { groups == 1 ? "" : ", feature_group_count=\(groups)" }
}

extension Phrase {
  /// That a stride is not counted; nil where there is none.
  fileprivate static func flaxStride(_ layer: LayerCall) -> Phrase? {
    layer.stride > 1 ? Phrase("layer.note.stride", ["stride": "\(layer.stride)"]) : nil
  }

  /// That one orthogonal matrix serves all gates.
  static func oneOrthogonal(_ layer: LayerCall) -> Phrase {
    let gates = layer.kind.gates ?? 1
    return Phrase(
      "layer.note.one-orthogonal", ["gates": "\(gates)", "columns": "\(gates * layer.outputs)"])
  }
}
