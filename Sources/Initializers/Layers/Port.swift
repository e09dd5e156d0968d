private import Mathematics
private import Words

/// The initializer that gives a framework's layer another framework's law.
package struct Port: Hashable, Sendable {
  /// The line of code: an argument of the layer's constructor, or a call on its tensor.
  package let code: String
  /// What else has to stand there, so that nothing of the layer's own is left: PyTorch adds a second bias,
  /// Keras a forget gate's 1.
  package let others: [String]
  /// Whether the law is the same; else only its standard deviation is.
  package let isSameLaw: Bool

  /// Finds the line for a tensor of a layer in a framework.
  ///
  /// - Parameter target: the framework whose layer is to have the tensor's law.
  /// - Returns: nil where it has no such layer or tensor.
  package init?(_ tensor: LayerTensor, of call: LayerCall, to target: Framework) {
    guard let law = try? tensor.recipe().law, let all = try? call.tensors(in: target),
      let own = all.first(where: { $0.part == tensor.part })
    else { return nil }
    others = Self.others(beside: own, for: tensor, of: call, among: all, in: target)
    if tensor.initializer.method == .unitForgetBias, target == .pyTorch {
      (code, isSameLaw) = ("nn.init.zeros_(layer.\(own.name))", true)
      return
    }
    // flax's embedding counts its features by an axis that no other line would name.
    let fanShape = call.kind == .embedding ? nil : own.fanShape
    guard
      let (initializer, isSameLaw) = Self.initializer(law, of: own, fanShape, in: target)
    else { return nil }
    self.isSameLaw = isSameLaw
    let line = target.callCode(initializer)
    if target == .pyTorch {
      code = line.replacing("_(w", with: "_(layer.\(own.name)")
    } else if let keyword = own.keyword(in: target, of: call) {
      // flax's slope is a number.
      let slope = !target.isKeras && call.kind == .prelu ? initializer.value : nil
      code = "\(keyword)=\(slope ?? line)"
    } else {
      return nil
    }
  }

  private static func others(
    beside own: LayerTensor, for tensor: LayerTensor, of call: LayerCall, among all: [LayerTensor],
    in target: Framework
  ) -> [String] {
    guard own.part == .bias else { return [] }
    var lines: [String] = []
    let isForgetful = tensor.initializer.method == .unitForgetBias
    if target.isKeras, own.initializer.method == .unitForgetBias, !isForgetful {
      lines.append("unit_forget_bias=False")
    }
    if target == .pyTorch {
      if isForgetful {
        let units = call.outputs
        lines.append("nn.init.ones_(layer.\(own.name)[\(units):\(2 * units)])")
      }
      let origin = (try? call.tensors(in: tensor.initializer.framework)) ?? []
      if let second = all.first(where: { $0.part == .recurrentBias }),
        !origin.contains(where: { $0.part == .recurrentBias })
      {
        lines.append("nn.init.zeros_(layer.\(second.name))")
      }
    }
    return lines
  }

  // What is left of a number that stands in code with nine digits.
  private static let rounding = 1e-8

  // The framework's own names first, then its general law, then plain numbers.
  private static func initializer(
    _ law: Law, of own: LayerTensor, _ fanShape: Shape?, in target: Framework
  ) -> (Initializer, isSameLaw: Bool)? {
    func recipe(_ initializer: Initializer) -> Recipe? {
      try? Recipe(initializer, shape: own.shape, fanShape: fanShape)
    }
    // What has a name of its own before a constant.
    let plain =
      [own.initializer] + ([.zeros, .ones] + target.methods).map { Initializer($0, of: target) }
    for initializer in plain where recipe(initializer)?.law.isAlike(law, within: rounding) == true {
      return (initializer, true)
    }
    for initializer in general(law, of: own, fanShape, in: target)
    where recipe(initializer)?.law.isAlike(law, within: rounding) == true {
      return (initializer, true)
    }
    // Of matrices whose entries depend on each other the size alone can be had.
    guard case .sphere = law, own.shape.extents.count > 1,
      let unit = recipe(Initializer(.orthogonal, of: target)), unit.law.std > 0
    else { return nil }
    var initializer = unit.initializer
    try? initializer.set(.gain, to: Self.text(law.std / unit.law.std))
    return (initializer, false)
  }

  private static func general(
    _ law: Law, of own: LayerTensor, _ fanShape: Shape?, in target: Framework
  ) -> [Initializer] {
    func call(_ method: Method, _ values: [(Parameter, String)]) -> Initializer {
      var call = Initializer(method, of: target)
      for (parameter, text) in values { try? call.set(parameter, to: text) }
      return call
    }
    var calls: [Initializer] = []
    let variance = law.std * law.std
    let form: (distribution: String, isKeras: Bool)? =
      switch law {
      case .uniform: ("uniform", true)
      case .truncatedNormal: ("truncated_normal", true)
      case .normal: (target.isKeras ? "untruncated_normal" : "normal", true)
      default: nil
      }
    if let form, target.has(.varianceScaling), law.mean == 0,
      let fans = try? target.shapeOrder.fans(fanShape ?? own.shape), fans.fanIn > 0
    {
      calls.append(
        call(
          .varianceScaling,
          [
            (.scale, fraction(variance * Double(fans.fanIn))), (.mode, "fan_in"),
            (.distribution, form.distribution),
          ]))
    }
    switch law {
    case .uniform(let low, let high):
      calls.append(call(.uniform, [(.a, text(low)), (.b, text(high))]))
    case .normal(let mean, let std):
      calls.append(call(.normal, [(.mean, text(mean)), (.std, text(std))]))
    case .truncatedNormal(let cut):
      let values: [(Parameter, String)] = [(.mean, text(cut.location)), (.std, text(cut.scale))]
      calls.append(
        call(
          .truncNormal,
          target == .pyTorch ? values + [(.a, text(cut.low)), (.b, text(cut.high))] : values))
    case .constant(let value): calls.append(call(.constant, [(.val, text(value))]))
    default: break
    }
    return calls
  }

  // A whole number or a simple fraction where it is one, to the last bits.
  private static func fraction(_ value: Double) -> String {
    for divisor in 1...12 {
      let numerator = value * Double(divisor)
      if numerator.rounded() > 0, abs(numerator - numerator.rounded()) < 1e-9 * numerator {
        let whole = Int(clamping: numerator.rounded())
        return divisor == 1 ? "\(whole)" : "\(whole)/\(divisor)"
      }
    }
    return text(value)
  }

  private static func text(_ value: Double) -> String { Numeral.general(value, digits: 9) }
}

extension LayerTensor {
  /// What a tensor is to its layer, whatever its name.
  enum Part: Hashable, Sendable {
    case kernel
    case recurrent
    case depthwise
    case pointwise
    case output
    case bias
    case recurrentBias
    case scale
  }

  var part: Part {
    let words = name.split { "./_".contains($0) }
    let isRecurrent =
      ["hh", "recurrent", "h"].contains { words.contains($0[...]) }
      || words.first.map { $0.count == 2 && $0.first == "h" } == true
    switch role {
    case .bias: return isRecurrent && words.contains("hh") ? .recurrentBias : .bias
    case .scale: return .scale
    case .weight:
      if isRecurrent { return .recurrent }
      if words.contains("depthwise") { return .depthwise }
      if words.contains("pointwise") { return .pointwise }
      return ["out", "output", "hr"].contains { words.contains($0[...]) } ? .output : .kernel
    }
  }

  // What a constructor calls the argument for the tensor's initializer; nil where it has none for this
  // tensor alone.
  fileprivate func keyword(in framework: Framework, of call: LayerCall) -> String? {
    let own = String(name.split { "./".contains($0) }.last ?? "")
    let isOutput = ["out", "attention_output"].contains(name.prefix { !"./".contains($0) })
    if framework.isKeras {
      if isOutput { return nil }
      if own == "kernel", call.isDepthwise, call.kind != .conv3d { return "depthwise_initializer" }
      switch own {
      case "recurrent_kernel": return "recurrent_initializer"
      case "depthwise_kernel": return "depthwise_initializer"
      case "pointwise_kernel": return "pointwise_initializer"
      default: return "\(own)_initializer"
      }
    }
    if part == .recurrent { return "recurrent_kernel_init" }
    return isOutput ? "out_\(own)_init" : "\(own)_init"
  }
}

extension Initializer {
  // The number that a constant is.
  fileprivate var value: String? {
    switch method {
    case .constant: self[.val].python
    case .ones: "1"
    case .zeros: "0"
    default: nil
    }
  }
}

extension Framework {
  /// Whether it is Keras on one of its backends.
  package var isKeras: Bool { Framework.keras.contains(self) }
}
