internal import Words

// The layers of `torch.nn`, as their `reset_parameters` fill them.
extension Framework {
  @Sendable static func pyTorchTensors(
    _ layer: LayerCall
  ) throws(LayerError) -> [LayerTensor]? {
    var list = LayerList(.pyTorch)
    switch layer.kind {
    case .separable: return nil
    case .dense:
      try list.addLinear(
        "", inputs: layer.inputs, outputs: layer.outputs, layer)
    case .conv1d, .conv2d, .conv3d:
      let inputs = layer.inputs / layer.groups
      try list.addKaiming(
        [layer.outputs, inputs] + layer.kernel, layer)
    case .convTranspose1d, .convTranspose2d, .convTranspose3d:
      let outputs = layer.outputs / layer.groups
      try list.addKaiming(
        [layer.inputs, outputs] + layer.kernel, layer,
        Phrase("layer.note.torch-transposed", ["taken": layer.fieldCount(outputs)]))
    case .embedding:
      if let row = layer.paddingRow {
        try list.add(
          "weight", [layer.inputs, layer.outputs], .paddedNormal, [.padding: "\(row)"],
          as: .weight(layer.trueFans))
      } else {
        try list.add("weight", [layer.inputs, layer.outputs], .normal, as: .weight(layer.trueFans))
      }
    case .lstm, .gru, .rnn: try list.addRecurrent(layer)
    case .attention: try list.addAttention(layer)
    case .batchnorm where !layer.hasBias: return nil
    case .layernorm, .batchnorm:
      try list.add("weight", [layer.inputs], .ones, as: .scale)
      if layer.hasBias { try list.add("bias", [layer.inputs], .zeros, as: .bias) }
    case .prelu: try list.add("weight", [layer.inputs], .constant, [.val: "0.25"], as: .scale)
    case .bilinear:
      let ends = LayerList.ends(layer.inputs)
      try list.add(
        "weight", [layer.outputs, layer.inputs, layer[.in2]], .uniform, ends,
        as: .weight(layer.trueFans),
        note: Phrase("layer.note.bilinear", ["first": "\(layer.inputs)"]))
      if layer.hasBias { try list.add("bias", [layer.outputs], .uniform, ends, as: .bias) }
    }
    return list.tensors
  }
}

extension LayerList {
  /// ±1/√n.
  static func ends(_ count: Int) -> [Parameter: String] {
    [.a: "-1/sqrt(\(count))", .b: "1/sqrt(\(count))"]
  }

  // `kaiming_uniform_(a=√5)` and a bias on ±1/√fan_in, as `nn.Linear` and `nn.Conv` have them.
  fileprivate mutating func addKaiming(
    _ extents: [Int], _ layer: LayerCall, _ note: Phrase? = nil
  ) throws(LayerError) {
    try add(
      "weight", extents, .kaimingUniform, [.a: "sqrt(5)"], as: .weight(layer.trueFans), note: note)
    let fan = extents.dropFirst().reduce(1, *)
    if layer.hasBias { try add("bias", [layer.outputs], .uniform, Self.ends(fan), as: .bias) }
  }

  fileprivate mutating func addLinear(
    _ prefix: String, inputs: Int, outputs: Int, _ layer: LayerCall
  ) throws(LayerError) {
    try add(
      prefix + "weight", [outputs, inputs], .kaimingUniform, [.a: "sqrt(5)"],
      as: .weight(TrueFans(fanIn: Double(inputs), fanOut: Double(outputs))))
    if layer.hasBias {
      try add(prefix + "bias", [outputs], .uniform, Self.ends(inputs), as: .bias)
    }
  }

  // Everything on ±1/√hidden_size, layer by layer forward and backward.
  fileprivate mutating func addRecurrent(_ layer: LayerCall) throws(LayerError) {
    let rows = (layer.kind.gates ?? 1) * layer.outputs
    let ends = Self.ends(layer.outputs)
    let directions = ["", "_reverse"].prefix(layer[.directions])
    for index in 0..<layer[.layers] {
      // Those above take what all directions below give out.
      let inputs = index == 0 ? layer.inputs : layer.features * directions.count
      for direction in directions {
        let suffix = "_l\(index)\(direction)"
        // What is said of the first holds for all.
        let isFirst = tensors.isEmpty
        try add(
          "weight_ih" + suffix, [rows, inputs], .uniform, ends,
          as: .weight(TrueFans(fanIn: Double(inputs), fanOut: Double(rows))),
          note: isFirst
            ? Phrase("layer.note.torch-recurrent", ["units": "\(layer.outputs)"]) : nil)
        try add(
          "weight_hh" + suffix, [rows, layer.features], .uniform, ends,
          as: .weight(layer.recurrentFans))
        if layer.hasBias {
          try add(
            "bias_ih" + suffix, [rows], .uniform, ends, as: .bias,
            note: isFirst ? Phrase("layer.note.two-biases") : nil)
          try add("bias_hh" + suffix, [rows], .uniform, ends, as: .bias)
        }
        guard let projection = layer.projection else { continue }
        try add(
          "weight_hr" + suffix, [projection, layer.outputs], .uniform, ends,
          as: .weight(TrueFans(fanIn: Double(layer.outputs), fanOut: Double(projection))))
      }
    }
  }

  // The projection that comes last is drawn first, its bias set to 0 afterwards.
  fileprivate mutating func addAttention(_ layer: LayerCall) throws(LayerError) {
    let width = layer.inputs
    try add(
      "out_proj.weight", [width, width], .kaimingUniform, [.a: "sqrt(5)"],
      as: .weight(layer.trueFans), note: Phrase("layer.note.root-five"))
    if layer.hasBias { try drop([width], .uniform, Self.ends(width)) }
    try add(
      "in_proj_weight", [3 * width, width], .xavierUniform, as: .weight(layer.trueFans),
      note: Phrase("layer.note.packed", ["taken": "\(3 * width)", "true": "\(width)"]))
    moveLast(to: 0)
    guard layer.hasBias else { return }
    try add("in_proj_bias", [3 * width], .zeros, as: .bias)
    moveLast(to: 1)
    try add("out_proj.bias", [width], .zeros, as: .bias)
  }
}

extension LayerCall {
  /// The constructor in PyTorch code.
  var pyTorchCode: String {
    let bias = kind.hasBias && !hasBias ? ", bias=False" : ""
    switch kind {
    case .dense: return "nn.Linear(\(inputs), \(outputs)\(bias))"
    case .conv1d, .conv2d, .conv3d, .convTranspose1d, .convTranspose2d, .convTranspose3d:
      let name = "Conv\(kind.isTransposed ? "Transpose" : "")\(kind.spatialDimensions)d"
      let stride = stride == 1 ? "" : ", stride=\(stride)"
      let groups = groups == 1 ? "" : ", groups=\(groups)"
      return "nn.\(name)(\(inputs), \(outputs), \(self[.kernel])\(stride)\(groups)\(bias))"
    case .separable: return ""
    case .embedding:
      let padding = paddingRow.map { ", padding_idx=\($0)" } ?? ""
      return "nn.Embedding(\(inputs), \(outputs)\(padding))"
    case .lstm, .gru, .rnn:
      let name = kind.rawValue.uppercased()
      let layers = self[.layers] == 1 ? "" : ", num_layers=\(self[.layers])"
      let directions = self[.directions] == 1 ? "" : ", bidirectional=True"
      let projection = projection.map { ", proj_size=\($0)" } ?? ""
      return "nn.\(name)(\(inputs), \(outputs)\(layers)\(bias)\(directions)\(projection))"
    case .attention: return "nn.MultiheadAttention(\(inputs), \(self[.heads])\(bias))"
    case .layernorm: return "nn.LayerNorm(\(inputs)\(bias))"
    case .batchnorm: return "nn.BatchNorm2d(\(inputs))"
    case .prelu: return inputs == 1 ? "nn.PReLU()" : "nn.PReLU(\(inputs))"
    case .bilinear: return "nn.Bilinear(\(inputs), \(self[.in2]), \(outputs)\(bias))"
    }
  }
}
