internal import Expressions
internal import Initializers
internal import Scenes
internal import Words

// The fields of a tensor: its shape and what follows from it, the method's parameters, the seed.
extension Field {
  /// The extents; a step doubles or halves what the tensor connects, its first two.
  static let shape = Field(
    label: "shape", hint: Phrase("field.hint.shape"),
    text: { $0.shape.description },
    shown: { $0.shape.pythonArguments },
    set: { $0.shape = try Shape(parsing: $1) },
    step: { scene, _, up throws(InitializerError) in try scene.scale([0, 1], up: up) },
    reset: { $0.shape = .standard })

  /// The seed.
  static let seed = Field(
    label: "seed", hint: Phrase("field.hint.seed"),
    text: { $0.seed.description },
    origin: { scene in
      if (try? scene.recipe())?.usesSeed == false { return Phrase("field.no-effect") }
      return scene.seed.isRepeated ? Phrase("field.as", ["seed": "\(scene.seed.stream)"]) : nil
    },
    set: { $0.seed = try Seed(parsing: $1) },
    step: { scene, _, up in scene.seed = scene.seed.advanced(by: up ? 1 : -1) },
    reset: { $0.seed = Seed(0) })

  /// The inputs of an output neuron.
  static let fanIn = fan(.fanIn, hint: Phrase("field.hint.fan-in")) { scene in
    scene.origin(of: .fanIn)
  }

  /// The outputs of an input neuron.
  static let fanOut = fan(.fanOut, hint: Phrase("field.hint.fan-out")) { scene in
    if (try? scene.recipe())?.depthwiseGroups != nil { return Phrase("field.depthwise") }
    return scene.origin(of: .fanOut)
  }

  private static func fan(
    _ fan: FanMode, hint: Phrase, origin: @escaping @Sendable (Scene) -> Phrase
  ) -> Field {
    Field(
      label: fan.rawValue, hint: hint,
      text: { scene in
        (try? scene.tensor.fans()).map { "\(fan == .fanIn ? $0.fanIn : $0.fanOut)" } ?? ""
      },
      origin: origin,
      set: { try $0.setFan(fan, to: $1) },
      step: { scene, _, up throws(InitializerError) in
        try scene.scale([scene.dimension(of: fan)], up: up)
      },
      reset: { $0.shape = .standard })
  }

  /// A parameter of the method.
  static func parameter(_ parameter: Parameter) -> Field { parameters[parameter] ?? row(parameter) }

  // The rows are made once.
  private static let parameters = Dictionary(
    uniqueKeysWithValues: Parameter.allCases.map { ($0, row($0)) })

  private static func row(_ parameter: Parameter) -> Field {
    Field(
      label: parameter.rawValue, hint: hint(parameter), choices: parameter.choices,
      isOf: { $0.initializer.parameters.contains(parameter) },
      text: { $0.initializer[parameter].description },
      origin: { $0.meaning(of: parameter) },
      set: { try $0.initializer.set(parameter, to: $1) },
      step: { scene, stride, up in
        scene.initializer[parameter] = scene.stepped(parameter, stride, up: up)
      },
      reset: { scene in
        scene.initializer[parameter] = scene.initializer.entry.defaultValue(of: parameter)
      })
  }

  private static func hint(_ parameter: Parameter) -> Phrase {
    switch parameter {
    case .gain: Phrase("field.hint.gain")
    case .mode: Phrase("field.hint.mode")
    case .nonlinearity:
      .verbatim(
        Nonlinearity.allCases.map(\.rawValue).filter { !$0.hasPrefix("conv") }
          .joined(separator: " ") + " conv…")
    default: Phrase("field.hint.number")
    }
  }
}

extension Scene {
  /// Doubles or halves some of the dimensions.
  mutating func scale(_ dimensions: [Int], up: Bool) throws(InitializerError) {
    var extents = shape.extents
    for dimension in dimensions where dimension < extents.count {
      let extent = extents[dimension]
      let doubled = extent.multipliedReportingOverflow(by: 2)
      extents[dimension] =
        up ? (doubled.overflow ? extent : max(1, doubled.partialValue)) : max(1, extent / 2)
    }
    shape = try Shape(extents)
  }

  /// The dimension that a fan grows with.
  fileprivate func dimension(of fan: FanMode) -> Int {
    tensor.framework.shapeOrder.dimension(fan, shape)
  }

  /// What a fan is made of: a dimension, times the kernel's where there is one.
  fileprivate func origin(of fan: FanMode) -> Phrase {
    let place = "shape[\(dimension(of: fan))]"
    return .verbatim(shape.extents.count > 2 ? "\(place)·kernel" : place)
  }

  // A fan is set through its dimension, so it must be a multiple of the kernel's size.
  fileprivate mutating func setFan(_ fan: FanMode, to text: String) throws {
    let field = try tensor.fans().receptiveField
    guard let count = Int(evaluating: text), count >= 0, field > 0, count.isMultiple(of: field)
    else { throw FanError(name: fan.rawValue, text: text, kernel: field) }
    var extents = shape.extents
    extents[dimension(of: fan)] = count / field
    shape = try Shape(extents)
  }

  fileprivate func meaning(of parameter: Parameter) -> Phrase? {
    if let remark = (try? recipe())?.remark(on: parameter) { return remark }
    let value = initializer[parameter]
    if case .gain(.number) = value { return nil }
    guard let number = value.number else { return nil }
    let text = Numeral.typeset(number, digits: 4)
    return text.replacing("−", with: "-") == value.description ? nil : .verbatim("= \(text)")
  }

  fileprivate func stepped(_ parameter: Parameter, _ stride: Stride, up: Bool) -> ParameterValue {
    switch initializer[parameter] {
    case .mode, .nonlinearity, .distribution:
      let all = initializer.entry.choices(of: parameter)
      let index = all.firstIndex(of: initializer[parameter]) ?? 0
      return all.isEmpty
        ? initializer[parameter] : all[(index + (up ? 1 : all.count - 1)) % all.count]
    case .count(let count): return .count(divisor(after: count, up: up))
    case .quantity(let quantity):
      return .quantity(
        Quantity(
          Stepping.next(
            quantity.value, stride, up: up, isScale: [.std, .scale].contains(parameter))))
    case .gain(let gain):
      return .gain(.number(Quantity(Stepping.next(gain.value, stride, up: up, isScale: false))))
    }
  }

  // Groups divide the first dimension; a step goes to the next number that does.
  private func divisor(after count: Int, up: Bool) -> Int {
    let extent = shape.extents.first ?? 0
    guard extent > 0 else { return count }
    // Far outside the extent there is no divisor to step to, nor room to count.
    let count = min(max(count, 0), extent)
    let candidates =
      up
      ? Array(count + 1...max(count + 1, min(extent, count + 10_000)))
      : Array((1...max(1, count - 1)).reversed().prefix(10_000))
    return candidates.first { extent.isMultiple(of: $0) } ?? count
  }
}

/// Why a text is no fan of a tensor.
struct FanError: Error, Hashable, Worded {
  let name: String
  let text: String
  /// The elements of the kernel.
  let kernel: Int

  var phrase: Phrase {
    guard kernel > 0 else { return Phrase("error.fan.no-kernel", ["name": .text(name)]) }
    if kernel == 1 {
      return Phrase("error.fan", ["name": .text(name), "text": .text(text)])
    }
    return Phrase(
      "error.fan.multiple",
      ["name": .text(name), "kernel": "\(kernel)", "text": .text(text)])
  }
}
