internal import Words

// The layers of Keras: every initializer takes a seed of its own, in the order they are made.
extension Framework {
  static func kerasTensors(
    _ layer: LayerCall, in framework: Framework
  ) throws(LayerError) -> [LayerTensor]? {
    var list = LayerList(framework)
    switch layer.kind {
    case .bilinear: return nil
    case .dense:
      try list.addKernel("kernel", [layer.inputs, layer.outputs], layer)
      try list.addBias([layer.outputs], layer)
    case .conv1d, .conv2d:
      if layer.isDepthwise, layer.outputs.isMultiple(of: layer.inputs) {
        try list.addKernel(
          "kernel", layer.kernel + [layer.inputs, layer.outputs / layer.inputs], layer,
          note: .kerasDepthwise(layer))
      } else {
        try list.addKernel(
          "kernel", layer.kernel + [layer.inputs / layer.groups, layer.outputs], layer,
          note: layer.groups > 1 ? .kerasGroups(layer) : nil)
      }
      try list.addBias([layer.outputs], layer)
    case .conv3d:
      try list.addKernel(
        "kernel", layer.kernel + [layer.inputs / layer.groups, layer.outputs], layer,
        note: layer.groups > 1 ? .kerasGroups(layer) : nil)
      try list.addBias([layer.outputs], layer)
    case .convTranspose1d, .convTranspose2d, .convTranspose3d:
      guard layer.groups == 1 else { return nil }
      try list.addKernel(
        "kernel", layer.kernel + [layer.outputs, layer.inputs], layer,
        note: .kerasTransposed(layer))
      try list.addBias([layer.outputs], layer)
    case .separable: try list.addSeparable(layer)
    case .embedding:
      try list.add(
        "embeddings", [layer.inputs, layer.outputs], .uniform, as: .weight(layer.trueFans),
        at: DrawPlace(index: 0), note: Phrase("layer.note.keras-embedding"))
    case .lstm, .gru, .rnn: try list.addKerasRecurrent(layer)
    case .attention: try list.addKerasAttention(layer)
    case .layernorm, .batchnorm:
      try list.add("gamma", [layer.inputs], .ones, as: .scale, at: DrawPlace())
      if layer.hasBias { try list.add("beta", [layer.inputs], .zeros, as: .bias, at: DrawPlace()) }
    case .prelu: try list.add("alpha", [layer.inputs], .zeros, as: .scale, at: DrawPlace())
    }
    return list.tensors
  }
}

extension LayerList {
  fileprivate mutating func addKernel(
    _ name: String, _ extents: [Int], _ layer: LayerCall, _ method: Method = .xavierUniform,
    fans: TrueFans? = nil, fanShape: [Int]? = nil, index: Int = 0, note: Phrase? = nil
  ) throws(LayerError) {
    try add(
      name, extents, method, as: .weight(fans ?? layer.trueFans), fanShape: fanShape,
      at: DrawPlace(index: index), note: note)
  }

  fileprivate mutating func addBias(
    _ extents: [Int], _ layer: LayerCall, _ name: String = "bias"
  ) throws(LayerError) {
    guard layer.hasBias else { return }
    try add(name, extents, .zeros, as: .bias, at: DrawPlace())
  }

  fileprivate mutating func addSeparable(_ layer: LayerCall) throws(LayerError) {
    let field = layer.field
    try addKernel(
      "depthwise_kernel", layer.kernel + [layer.inputs, 1], layer,
      fans: TrueFans(fanIn: field, fanOut: field), note: .kerasDepthwise(layer))
    try addKernel(
      "pointwise_kernel", [1, 1, layer.inputs, layer.outputs], layer,
      fans: TrueFans(fanIn: Double(layer.inputs), fanOut: Double(layer.outputs)), index: 1)
    try addBias([layer.outputs], layer)
  }

  fileprivate mutating func addKerasRecurrent(_ layer: LayerCall) throws(LayerError) {
    let gates = layer.kind.gates ?? 1
    let columns = gates * layer.outputs
    let cell = layer.kind == .rnn ? "simple_rnn_cell/" : "\(layer.kind.rawValue)_cell/"
    // A plain cell makes the seeds of its dropout first.
    let first = layer.kind == .rnn ? 1 : 0
    try addKernel(cell + "kernel", [layer.inputs, columns], layer, index: first)
    try addKernel(
      cell + "recurrent_kernel", [layer.outputs, columns], layer, .orthogonal,
      fans: layer.recurrentFans, index: first + 1, note: gates > 1 ? .oneOrthogonal(layer) : nil)
    guard layer.hasBias else { return }
    switch layer.kind {
    case .lstm:
      try add(
        cell + "bias", [columns], .unitForgetBias, as: .bias, at: DrawPlace(),
        note: Phrase("layer.note.forget"))
    case .gru: try addBias([2, columns], layer, cell + "bias")
    default: try addBias([columns], layer, cell + "bias")
    }
  }

  // Fans are those of the einsum's axes, heads and their features together.
  fileprivate mutating func addKerasAttention(_ layer: LayerCall) throws(LayerError) {
    let (width, heads) = (layer.inputs, layer[.heads])
    for (index, name) in ["query", "key", "value"].enumerated() {
      try addKernel(
        name + "/kernel", [width, heads, width / heads], layer, fanShape: [width, width],
        index: 1 + index)
      try addBias([heads, width / heads], layer, name + "/bias")
    }
    try addKernel(
      "attention_output/kernel", [heads, width / heads, width], layer, fanShape: [width, width],
      index: 4)
    try addBias([width], layer, "attention_output/bias")
  }
}

extension Phrase {
  fileprivate static func kerasDepthwise(_ layer: LayerCall) -> Phrase {
    Phrase(
      "layer.note.depthwise",
      ["taken": layer.fieldCount(layer.inputs), "true": layer.fieldCount(1)])
  }

  fileprivate static func kerasTransposed(_ layer: LayerCall) -> Phrase {
    let taken = layer.fieldCount(layer.outputs)
    guard layer.stride > 1 else { return Phrase("layer.note.keras-transposed", ["taken": taken]) }
    return Phrase(
      "layer.note.keras-transposed.stride", ["taken": taken, "stride": "\(layer.stride)"])
  }

  fileprivate static func kerasGroups(_ layer: LayerCall) -> Phrase {
    Phrase(
      "layer.note.groups",
      [
        "taken": layer.fieldCount(layer.outputs),
        "true": layer.fieldCount(layer.outputs / layer.groups),
      ])
  }
}

extension LayerCall {
  /// The constructor in Keras code.
  var kerasCode: String {
    let bias = kind.hasBias && !hasBias ? ", use_bias=False" : ""
    let strides = stride == 1 ? "" : ", strides=\(stride)"
    let name: String
    switch kind {
    case .dense: name = "Dense(\(outputs)\(bias))"
    case .conv1d, .conv2d, .conv3d:
      let dimensions = kind.spatialDimensions
      if isDepthwise, dimensions < 3, outputs.isMultiple(of: inputs) {
        let multiplier = outputs == inputs ? "" : ", depth_multiplier=\(outputs / inputs)"
        name = "DepthwiseConv\(dimensions)D(\(self[.kernel])\(multiplier)\(strides)\(bias))"
      } else {
        let groups = groups == 1 ? "" : ", groups=\(groups)"
        name = "Conv\(dimensions)D(\(outputs), \(self[.kernel])\(strides)\(groups)\(bias))"
      }
    case .convTranspose1d, .convTranspose2d, .convTranspose3d:
      name =
        "Conv\(kind.spatialDimensions)DTranspose(\(outputs), \(self[.kernel])\(strides)\(bias))"
    case .separable: name = "SeparableConv2D(\(outputs), \(self[.kernel])\(bias))"
    case .embedding: name = "Embedding(\(inputs), \(outputs))"
    case .lstm: name = "LSTM(\(outputs)\(bias))"
    case .gru: name = "GRU(\(outputs)\(bias))"
    case .rnn: name = "SimpleRNN(\(outputs)\(bias))"
    case .attention: name = "MultiHeadAttention(\(self[.heads]), \(inputs / self[.heads])\(bias))"
    case .layernorm: name = "LayerNormalization(\(hasBias ? "" : "center=False"))"
    case .batchnorm: name = "BatchNormalization(\(hasBias ? "" : "center=False"))"
    case .prelu: name = "PReLU()"
    case .bilinear: return ""
    }
    return "keras.layers.\(name)"
  }

  /// The shape that a layer of Keras is built on, as code.
  var kerasInput: String {
    switch kind {
    case .conv1d, .conv2d, .conv3d, .convTranspose1d, .convTranspose2d, .convTranspose3d,
      .separable:
      let pixels = Array(repeating: "8", count: kind.spatialDimensions).joined(separator: ", ")
      return "(None, \(pixels), \(inputs))"
    case .embedding: return "(None,)"
    case .lstm, .gru, .rnn: return "(None, 4, \(inputs))"
    case .attention: return "(None, 4, \(inputs)), (None, 4, \(inputs))"
    default: return "(None, \(inputs))"
    }
  }
}
