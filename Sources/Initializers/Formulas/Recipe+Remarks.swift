extension Recipe {
  /// What there is to know of a parameter's value in two or three words; nil if nothing.
  package func remark(on parameter: Parameter) -> String? {
    if hasNoEffect(parameter) { return "no effect" }
    guard case .truncatedNormal(let cut) = law else { return nil }
    switch parameter {
    case .a: return "\(Numeral.typeset(cut.standardLow, digits: 3))σ"
    case .b: return "\(Numeral.typeset(cut.standardHigh, digits: 3))σ"
    default: return nil
    }
  }

  /// What surprises in this call, a sentence each.
  package var remarks: [String] {
    var remarks: [String] = []
    if case .gain(.calculated(let nonlinearity, .some)) = initializer[.gain],
      nonlinearity != .leakyRelu
    {
      remarks.append("the slope has no effect: only leaky_relu has one")
    }
    if initializer.changedParameters.contains(.a), hasNoEffect(.a) {
      remarks.append("a has no effect: only leaky_relu has a slope")
    }
    remarks += cutRemarks
    if initializer.entry.usesFans, let groups = depthwiseGroups, let fans {
      remarks.append(
        "if depthwise, groups=\(groups): the true fan_out is \(fans.receptiveField), "
          + "\(initializer.framework.title) takes \(fans.fanOut)")
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
  private var cutRemarks: [String] {
    guard case .truncatedNormal(let cut) = law else { return [] }
    let (low, high) = (cut.standardLow, cut.standardHigh)
    guard low <= -Self.normalLimit, high >= Self.normalLimit else { return [] }
    let text = { (value: Double) in Numeral.typeset(value, digits: 3) }
    let ends = -low == high ? "±\(text(high))σ" : "\(text(low))σ and \(text(high))σ"
    return ["cut at \(ends): nothing is cut", "a and b are values, not multiples of std"]
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
