/// The kinds of layers whose tensors are known by name.
package enum LayerKind: String, CaseIterable, Sendable {
  /// Every output sums all inputs.
  case dense
  /// A convolution over one dimension.
  case conv1d
  /// A convolution over two dimensions.
  case conv2d
  /// A convolution over three dimensions.
  case conv3d
  /// A transposed convolution over one dimension.
  case convTranspose1d = "conv_transpose1d"
  /// A transposed convolution over two dimensions.
  case convTranspose2d = "conv_transpose2d"
  /// A transposed convolution over three dimensions.
  case convTranspose3d = "conv_transpose3d"
  /// A depthwise convolution over two dimensions, and then one of single pixels.
  case separable
  /// A row for each of so many words.
  case embedding
  /// Long short-term memory.
  case lstm
  /// A gated recurrent unit.
  case gru
  /// A plain recurrent layer.
  case rnn
  /// Attention with several heads.
  case attention
  /// Normalization over a layer's features.
  case layernorm
  /// Normalization over a batch.
  case batchnorm
  /// A rectifier whose slope is learnt.
  case prelu
  /// A product of two inputs with a tensor.
  case bilinear

  /// Parses a name; aliases are accepted.
  ///
  /// - Throws: `LayerError.unknownKind`.
  package init(parsing text: String) throws(LayerError) {
    let name = Self.plain(text)
    guard let kind = Self.allCases.first(where: { $0.names.contains(name) }) else {
      throw .unknownKind(text)
    }
    self = kind
  }

  static func plain(_ text: String) -> String {
    text.lowercased().filter { $0 != "_" && $0 != "-" }
  }

  // What it may be called, in small letters alone.
  private var names: [String] { [Self.plain(rawValue)] + entry.aliases }

  /// The dimensions that a convolution goes over; 0 of other layers.
  package var spatialDimensions: Int { entry.spatialDimensions }

  /// Whether it is a convolution, transposed or not.
  package var isConvolution: Bool { spatialDimensions > 0 && self != .separable }

  /// Whether it is a transposed convolution.
  package var isTransposed: Bool {
    [.convTranspose1d, .convTranspose2d, .convTranspose3d].contains(self)
  }

  /// The gates of a recurrent layer; nil of other layers.
  package var gates: Int? {
    switch self {
    case .lstm: 4
    case .gru: 3
    case .rnn: 1
    default: nil
    }
  }

  /// The sizes it takes, in the order of a form.
  package var sizes: [LayerSize] { entry.sizes }

  /// The sizes it must be told on the command line.
  package var requiredSizes: [LayerSize] { entry.sizes.filter { entry.defaults[$0] == nil } }

  /// The value a size has where none is given; nil of one that must be.
  package func defaultValue(of size: LayerSize) -> Int? { entry.defaults[size] }

  /// The sizes that the explorer starts from.
  package var example: [LayerSize: Int] { entry.example }

  /// Whether it may have a bias.
  package var hasBias: Bool { entry.hasBias }
}

// The table of kinds.
extension LayerKind {
  fileprivate struct Entry {
    var aliases: [String] = []
    var sizes: [LayerSize]
    var defaults: [LayerSize: Int] = [:]
    var example: [LayerSize: Int]
    var spatialDimensions = 0
    var hasBias = true
  }

  fileprivate var entry: Entry {
    switch self {
    case .dense:
      Entry(
        aliases: ["linear", "fc", "fullyconnected"], sizes: [.in, .out],
        example: [.in: 784, .out: 256])
    case .conv1d: Self.convolution(1)
    case .conv2d: Self.convolution(2)
    case .conv3d: Self.convolution(3)
    case .convTranspose1d: Self.transposed(1)
    case .convTranspose2d: Self.transposed(2)
    case .convTranspose3d: Self.transposed(3)
    case .separable:
      Entry(
        aliases: ["separableconv2d", "separableconv"], sizes: [.in, .out, .kernel],
        example: [.in: 64, .out: 128, .kernel: 3], spatialDimensions: 2)
    case .embedding:
      Entry(
        aliases: ["embed"], sizes: [.in, .out, .padding], defaults: [.padding: -1],
        example: [.in: 1000, .out: 128], hasBias: false)
    case .lstm: Self.projected
    case .gru: Self.recurrent()
    case .rnn: Self.recurrent(aliases: ["simplernn"])
    case .attention:
      Entry(
        aliases: ["multiheadattention", "mha"], sizes: [.in, .heads],
        example: [.in: 256, .heads: 8])
    case .layernorm:
      Entry(aliases: ["layernormalization"], sizes: [.in], example: [.in: 256])
    case .batchnorm:
      Entry(aliases: ["batchnormalization"], sizes: [.in], example: [.in: 64])
    case .prelu:
      Entry(sizes: [.in], defaults: [.in: 1], example: [.in: 1], hasBias: false)
    case .bilinear:
      Entry(
        sizes: [.in, .in2, .out], example: [.in: 64, .in2: 32, .out: 128])
    }
  }

  private static func convolution(_ dimensions: Int) -> Entry {
    Entry(
      aliases: dimensions == 2 ? ["conv", "convolution"] : [],
      sizes: [.in, .out, .kernel, .stride, .groups], defaults: [.stride: 1, .groups: 1],
      example: [.in: 64, .out: 128, .kernel: 3], spatialDimensions: dimensions)
  }

  private static func recurrent(aliases: [String] = []) -> Entry {
    Entry(
      aliases: aliases, sizes: [.in, .out, .layers, .directions],
      defaults: [.layers: 1, .directions: 1], example: [.in: 128, .out: 256])
  }

  private static var projected: Entry {
    var entry = recurrent()
    entry.sizes.append(.projection)
    entry.defaults[.projection] = 0
    return entry
  }

  private static func transposed(_ dimensions: Int) -> Entry {
    var entry = convolution(dimensions)
    entry.aliases = dimensions == 2 ? ["convtranspose"] : []
    entry.aliases += ["conv\(dimensions)dtranspose"]
    entry.example = [.in: 64, .out: 128, .kernel: 4, .stride: 2]
    return entry
  }
}

/// A size of a layer, by the command line's word for it.
package enum LayerSize: String, CaseIterable, Sendable {
  /// The inputs, features or channels; of an embedding the words.
  case `in`
  /// The features of the second input.
  case in2
  /// The outputs, units or channels.
  case out
  /// The extent of a kernel, the same in all directions.
  case kernel
  /// The steps of a kernel.
  case stride
  /// The groups of channels.
  case groups
  /// The heads of attention.
  case heads
  /// The recurrent layers that stand one on another.
  case layers
  /// The directions that each of them reads a sequence in: 1 forward, 2 backward, too.
  case directions
  /// The features that an LSTM's outputs are projected to; 0 is no projection.
  case projection
  /// The row of an embedding that stands for padding; −1 is none.
  case padding

  /// What parts a recurrent layer from one cell that reads a sequence forward.
  static let ofStacks: Set<LayerSize> = [.layers, .directions, .projection]

  /// The least value.
  package var least: Int {
    switch self {
    case .padding: -1
    case .projection: 0
    default: 1
    }
  }

  /// The largest value.
  package var most: Int {
    switch self {
    // Each has tensors of its own, which stand in a list.
    case .layers: 64
    case .directions: 2
    default: LayerCall.largestSize
    }
  }
}
