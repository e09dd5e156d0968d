internal import Words

/// A layer by its kind and sizes, the same in every framework.
package struct LayerCall: Hashable, Sendable {
  /// What it is.
  package let kind: LayerKind
  /// Whether it has a bias, where its kind may have one.
  package let hasBias: Bool
  private let sizes: [LayerSize: Int]

  /// The largest size.
  package static let largestSize = 1 << 24

  /// Makes a layer.
  ///
  /// - Throws: `LayerError` for a size that is missing, is none of the kind's or is not possible.
  package init(
    _ kind: LayerKind, _ given: [LayerSize: Int], hasBias: Bool = true
  ) throws(LayerError) {
    self.kind = kind
    self.hasBias = hasBias && kind.hasBias
    var sizes: [LayerSize: Int] = [:]
    for size in LayerSize.allCases where given[size] != nil {
      guard kind.sizes.contains(size) else { throw .foreignSize(size, kind) }
    }
    for size in kind.sizes {
      guard let value = given[size] ?? kind.defaultValue(of: size) else {
        throw .missingSize(size, kind)
      }
      guard (size.least...size.most).contains(value) else {
        throw .sizeOutOfRange(size, value)
      }
      sizes[size] = value
    }
    self.sizes = sizes
    for (divisor, size) in [(LayerSize.groups, LayerSize.in), (.groups, .out), (.heads, .in)] {
      guard let number = sizes[divisor], let whole = sizes[size] else { continue }
      guard whole.isMultiple(of: number) else { throw .indivisible(size, whole, divisor, number) }
    }
    if let projection, projection >= outputs {
      throw .projectionTooLarge(projection, units: outputs)
    }
    if let padding = sizes[.padding], padding >= self.inputs {
      throw .noSuchPadding(padding, words: self.inputs)
    }
  }

  /// Reads a kind's name or a constructor as it stands in code, beside sizes that are given.
  ///
  /// - Throws: `LayerError` for what is not understood or not possible.
  package init(
    parsing text: String, sizes: [LayerSize: Int], hasBias: Bool = true
  ) throws(LayerError) {
    if text.contains("(") {
      self = try LayerConstructor(text).call(sizes, hasBias: hasBias)
    } else if LayerKind.plain(text).hasPrefix("depthwise") {
      let channels = sizes[.in]
      let own = [LayerSize.groups: channels, .out: channels].compactMapValues(\.self)
      try self.init(.conv2d, own.merging(sizes) { $1 }, hasBias: hasBias)
    } else {
      try self.init(LayerKind(parsing: text), sizes, hasBias: hasBias)
    }
  }

  /// A kind with the sizes that the explorer starts from.
  package static func example(of kind: LayerKind) -> LayerCall {
    do { return try LayerCall(kind, kind.example) } catch { preconditionFailure("\(error)") }
  }

  /// A size; 1 of one that the kind does not take.
  package subscript(size: LayerSize) -> Int { sizes[size] ?? 1 }

  var inputs: Int { self[.in] }
  var outputs: Int { self[.out] }
  var groups: Int { self[.groups] }
  var stride: Int { self[.stride] }

  /// The extents of a convolution's kernel.
  var kernel: [Int] { Array(repeating: self[.kernel], count: kind.spatialDimensions) }
  /// The elements of a convolution's kernel.
  var field: Double { power(Double(self[.kernel])) }
  /// The pixels of the output for one of the input, or the other way round.
  var strideField: Double { power(Double(stride)) }

  /// So many channels' kernels as a number in a sentence, which no sizes are too large for.
  func fieldCount(_ channels: Int) -> Phrase.Part {
    .text(Numeral.general(Double(channels) * field, digits: 12))
  }

  private func power(_ base: Double) -> Double {
    (0..<kind.spatialDimensions).reduce(1) { product, _ in product * base }
  }

  /// Whether each channel has a kernel of its own.
  var isDepthwise: Bool { kind.isConvolution && groups == self.inputs && groups > 1 }

  /// The features that outputs are projected to, if they are.
  var projection: Int? { sizes[.projection].flatMap { $0 > 0 ? $0 : nil } }
  /// What a layer gives to the next one, and to its own next step.
  var features: Int { projection ?? outputs }

  /// The row that an embedding keeps for padding, if it does.
  var paddingRow: Int? { sizes[.padding].flatMap { $0 >= 0 ? $0 : nil } }

  /// The layer with other sizes.
  ///
  /// - Throws: what `init` throws.
  package func setting(
    _ changes: [LayerSize: Int], hasBias: Bool? = nil
  ) throws(LayerError) -> LayerCall {
    try LayerCall(kind, sizes.merging(changes) { $1 }, hasBias: hasBias ?? self.hasBias)
  }

  /// The layer of another kind with the sizes that both have, and examples of the others.
  package func changing(to kind: LayerKind) -> LayerCall {
    guard kind != self.kind else { return self }
    let kept = sizes.filter { kind.sizes.contains($0.key) && $0.key != .padding }
    let filled = kind.example.merging(kept) { $1 }
    return (try? LayerCall(kind, filled, hasBias: hasBias))
      ?? .example(of: kind)
  }

  /// The words that parse to this layer: `conv2d --in 64 --out 128 --kernel 3`.
  package var words: [String] {
    let given = kind.sizes.filter { self[$0] != kind.defaultValue(of: $0) }
    return [kind.rawValue] + given.flatMap { ["--\($0.rawValue)", String(self[$0])] }
      + (kind.hasBias && !hasBias ? ["--without-bias"] : [])
  }

  /// The same as one line.
  package var line: String { words.joined(separator: " ") }
}

/// The inputs and outputs that a weight really connects; of a transposed convolution's pixels the mean.
package struct TrueFans: Hashable, Sendable {
  /// The inputs that an output sums.
  package let fanIn: Double
  /// The outputs that an input reaches.
  package let fanOut: Double
}

extension LayerCall {
  /// What a kernel of the layer's own, from its input to its output, really connects.
  ///
  /// Of a convolution, an output sums in/groups·∏kernel inputs, and an input reaches out/groups·∏kernel/∏stride
  /// outputs; of a transposed one it is the other way round.
  var trueFans: TrueFans {
    let (inputs, outputs) = (
      Double(self.inputs) / Double(groups), Double(self.outputs) / Double(groups)
    )
    return switch kind {
    case .conv1d, .conv2d, .conv3d:
      TrueFans(fanIn: inputs * field, fanOut: outputs * field / strideField)
    case .convTranspose1d, .convTranspose2d, .convTranspose3d:
      TrueFans(fanIn: inputs * field / strideField, fanOut: outputs * field)
    case .embedding: TrueFans(fanIn: 1, fanOut: outputs)
    case .lstm, .gru, .rnn: TrueFans(fanIn: inputs, fanOut: outputs * Double(kind.gates ?? 1))
    case .bilinear: TrueFans(fanIn: inputs * Double(self[.in2]), fanOut: outputs)
    case .attention: TrueFans(fanIn: inputs, fanOut: inputs)
    default: TrueFans(fanIn: inputs, fanOut: outputs)
    }
  }

  /// What a recurrent kernel really connects.
  var recurrentFans: TrueFans {
    TrueFans(fanIn: Double(features), fanOut: Double(outputs * (kind.gates ?? 1)))
  }
}
