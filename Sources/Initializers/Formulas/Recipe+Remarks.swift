package import Words

extension Recipe {
  /// What there is to know of a parameter's value in two or three words; nil if nothing.
  package func remark(on parameter: Parameter) -> Phrase? {
    if hasNoEffect(parameter) { return Phrase("field.no-effect") }
    guard case .truncatedNormal(let cut) = law else { return nil }
    switch parameter {
    case .a: return .verbatim("\(Numeral.typeset(cut.standardLow, digits: 3))σ")
    case .b: return .verbatim("\(Numeral.typeset(cut.standardHigh, digits: 3))σ")
    default: return nil
    }
  }

  /// What surprises in this call, a sentence each.
  package var remarks: [Phrase] {
    var remarks: [Phrase] = []
    if case .gain(.calculated(let nonlinearity, .some)) = initializer[.gain],
      nonlinearity != .leakyRelu
    {
      remarks.append(Phrase("remark.slope"))
    }
    if initializer.changedParameters.contains(.a), hasNoEffect(.a) {
      remarks.append(Phrase("remark.a"))
    }
    remarks += cutRemarks
    if initializer.entry.usesFans, let groups = depthwiseGroups, let fans {
      remarks.append(
        Phrase(
          "remark.depthwise",
          [
            "groups": "\(groups)", "true": "\(fans.receptiveField)",
            "framework": .text(initializer.framework.title), "taken": "\(fans.fanOut)",
          ]))
    }
    return remarks
  }

  /// The groups of a convolution that this would be the kernel of if it were depthwise; nil if it
  /// cannot be.
  package var depthwiseGroups: Int? { initializer.framework.shapeOrder.depthwiseGroups(shape) }

  /// Whether the weights depend on the seed.
  package var usesSeed: Bool {
    switch draw {
    case .constant, .ones, .nothing: false
    default: shape.count > 0
    }
  }

  private func hasNoEffect(_ parameter: Parameter) -> Bool {
    parameter == .a && initializer.parameters.contains(.nonlinearity)
      && initializer.nonlinearity != .leakyRelu
  }

  // The trap of trunc_normal: its ends are values, where others' are multiples of std.
  private var cutRemarks: [Phrase] {
    guard case .truncatedNormal(let law) = law else { return [] }
    let (low, high) = (law.standardLow, law.standardHigh)
    guard low <= -Self.normalLimit, high >= Self.normalLimit else { return [] }
    let text = { (value: Double) in Numeral.typeset(value, digits: 3) }
    let cut =
      -low == high
      ? Phrase("remark.cut", ["end": .text(text(high))])
      : Phrase("remark.cut.ends", ["low": .text(text(low)), "high": .text(text(high))])
    return [cut, Phrase("remark.values")]
  }

  /// The greatest normal number that PyTorch's single precision can draw, √(48 ln 2).
  private static let normalLimit = 5.768108
}

extension Seed {
  /// The number that seeds the generator, of whose 64 bits MT19937 takes the low 32: seeds 2³²
  /// apart draw the same.
  package var stream: UInt32 { UInt32(truncatingIfNeeded: bits) }

  /// Whether a smaller seed draws the same.
  package var isRepeated: Bool { bits > UInt64(UInt32.max) }
}

extension Recipe {
  /// The law as text: `W ~ U(−0.125, 0.125)`.
  package var lawText: Phrase {
    switch law {
    case .uniform(let low, let high):
      let ends = Numeral.ends(low, high)
      return .verbatim("W ~ U(\(ends.low), \(ends.high))")
    case .normal(let mean, let std): return .verbatim("W ~ \(Self.normal(mean, std))")
    case .truncatedNormal(let cut):
      let ends = Numeral.ends(cut.low, cut.high)
      return Phrase(
        "law.cut",
        [
          "normal": .text(Self.normal(cut.location, cut.scale)), "low": .text(ends.low),
          "high": .text(ends.high),
        ])
    case .sphere(let sphere):
      return Phrase("law.sphere", ["radius": .text(Numeral.typeset(sphere.radius))])
    case .sparse(let std, _, _): return Phrase("law.sparse", ["normal": .text(Self.normal(0, std))])
    case .constant(let value): return .verbatim("W = \(Numeral.typeset(value))")
    case .ones: return Phrase("law.ones")
    }
  }

  // The mean with the digits that count beside the standard deviation.
  private static func normal(_ mean: Double, _ std: Double) -> String {
    "N(\(Numeral.typeset(mean, resolving: std)), \(Term.square(.number(std)).numbers()))"
  }
}
