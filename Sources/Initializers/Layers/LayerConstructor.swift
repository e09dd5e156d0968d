private import Expressions

/// A layer's constructor as it stands in someone's code: `nn.Conv2d(64, 128, 3, groups=4)`.
struct LayerConstructor {
  private let name: String
  /// What stands before the class: `keras.layers`.
  let module: String
  // Whether it is a class of flax.nnx, which shares names with Keras.
  private let isNNX: Bool
  private var positional: [String] = []
  private var named: [(name: String, text: String)] = []

  /// What stands at a constructor's places, and which kind it makes.
  private struct Entry {
    let kind: LayerKind
    var places: [LayerSize?] = []
    // Where more is given than the places above: PyTorch and flax.nnx name the inputs, too.
    var longer: [LayerSize?] = []
  }

  /// Reads code.
  ///
  /// - Throws: `LayerError.unknownConstructor` if it is no call.
  init(_ text: String) throws(LayerError) {
    let trimmed = text.filter { !$0.isWhitespace }
    guard trimmed.utf8.count <= 400, let open = trimmed.firstIndex(of: "("), trimmed.last == ")"
    else { throw .unknownConstructor(text) }
    let path = trimmed[..<open]
    let names = path.split(separator: ".")
    name = String(names.last ?? "")
    module = names.dropLast().joined(separator: ".")
    isNNX = names.dropLast().last == "nnx"
    for argument in Self.arguments(trimmed[trimmed.index(after: open)...].dropLast()) {
      if let sign = argument.firstIndex(of: "=") {
        named.append(
          (String(argument[..<sign]), String(argument[argument.index(after: sign)...])))
      } else {
        positional.append(String(argument))
      }
    }
  }

  // What stands between commas that are in no brackets.
  private static func arguments(_ text: Substring) -> [Substring] {
    var depth = 0
    let parts = text.split { character in
      if "([{".contains(character) { depth += 1 }
      if ")]}".contains(character) { depth -= 1 }
      return character == "," && depth == 0
    }
    return parts
  }

  /// The layer, with sizes that the code does not say.
  ///
  /// - Throws: `LayerError` for what is not understood.
  func call(
    _ given: [LayerSize: Int], hasBias: Bool
  ) throws(LayerError) -> LayerCall {
    guard let entry = entry else { throw .unknownConstructor(name + "(…)") }
    var sizes: [LayerSize: Int] = [:]
    var hasBias = hasBias
    let places = positional.count > entry.places.count ? entry.longer : entry.places
    guard positional.count <= max(places.count, entry.longer.count) else {
      throw .unknownArgument(positional.last ?? "", of: name)
    }
    for (text, place) in zip(positional, places.isEmpty ? entry.longer : places) {
      guard let place else { continue }
      sizes[place] = try value(text)
    }
    var multiplier = 1
    for (argument, text) in named {
      if let size = Self.keywords[argument], !isCell || !LayerSize.ofStacks.contains(size) {
        sizes[size] = try value(text)
      } else if argument == "bidirectional", !isCell {
        sizes[.directions] = try truth(argument, text) ? 2 : 1
      } else if argument == "depth_multiplier" {
        multiplier = try value(text)
      } else if ["bias", "use_bias", "center"].contains(argument) {
        hasBias = hasBias && !["False", "false"].contains(text)
      } else if !Self.ignored.contains(argument) {
        throw .unknownArgument("\(argument)=\(text)", of: name)
      }
    }
    sizes.merge(given) { $1 }
    if isDepthwise, let channels = sizes[.in] {
      (sizes[.groups], sizes[.out]) = (channels, channels * multiplier)
    }
    return try LayerCall(entry.kind, sizes, hasBias: hasBias)
  }

  /// Whether flax.linen has a class of the name and PyTorch has none.
  var isOfLinen: Bool {
    [
      "Dense", "Conv", "ConvTranspose", "Embed", "BatchNorm", "OptimizedLSTMCell", "SimpleCell",
      "MultiHeadDotProductAttention",
    ].contains(name)
  }

  private var isDepthwise: Bool { name.hasPrefix("DepthwiseConv") }

  // Whether it is one step of one recurrent layer.
  private var isCell: Bool { name.hasSuffix("Cell") }

  private func truth(_ argument: String, _ text: String) throws(LayerError) -> Bool {
    switch text {
    case "True", "true", "1": true
    case "False", "false", "0": false
    default: throw .unknownArgument("\(argument)=\(text)", of: name)
    }
  }

  // A whole number, or a tuple of equal ones.
  private func value(_ text: String) throws(LayerError) -> Int {
    var numbers = [text]
    if text.first == "(" || text.first == "[" {
      numbers = text.dropFirst().dropLast().split(separator: ",").map(String.init)
    }
    guard let first = numbers.first, let value = Int(evaluating: first),
      numbers.allSatisfy({ Int(evaluating: $0) == value })
    else { throw .unknownArgument(text, of: name) }
    return value
  }

  // The dimensions that a kernel given as a tuple has.
  private var tupleDimensions: Int? {
    let kernels = positional + named.filter { $0.name == "kernel_size" }.map(\.text)
    return kernels.first { $0.first == "(" || $0.first == "[" }
      .map { $0.split(separator: ",").count { $0.contains(where: \.isNumber) } }
  }

  private var entry: Entry? {
    let dimensions =
      name.firstMatch(of: /([123])[dD]/).flatMap { Int($0.1) } ?? tupleDimensions ?? 2
    let convolutions: [LayerKind] = [.conv1d, .conv2d, .conv3d]
    let transposed: [LayerKind] = [.convTranspose1d, .convTranspose2d, .convTranspose3d]
    guard (1...3).contains(dimensions) else { return nil }
    let torch: [LayerSize?] = [.in, .out, .kernel, .stride, nil, nil, .groups]
    let keras: [LayerSize?] = [.out, .kernel, .stride]
    // flax has one class for all dimensions, and linen does not name the inputs.
    let linen = tupleDimensions != nil && isTupleSecond ? keras : []
    let nnx: [LayerSize?] = [.in, .out, .kernel, .stride]
    let recurrent: [LayerSize?] = isCell ? [.in, .out] : [.in, .out, .layers]
    switch name.filter({ !$0.isNumber }) {
    case "Linear": return Entry(kind: .dense, places: [], longer: [.in, .out])
    case "Dense": return Entry(kind: .dense, places: [.out])
    case "Convd": return Entry(kind: convolutions[dimensions - 1], longer: torch)
    case "ConvTransposed":
      return Entry(kind: transposed[dimensions - 1], longer: torch)
    case "ConvD": return Entry(kind: convolutions[dimensions - 1], places: keras)
    case "ConvDTranspose": return Entry(kind: transposed[dimensions - 1], places: keras)
    case "DepthwiseConvD":
      return Entry(kind: convolutions[dimensions - 1], places: [.kernel, .stride])
    case "SeparableConvD": return Entry(kind: .separable, places: [.out, .kernel])
    case "Conv":
      return Entry(kind: convolutions[dimensions - 1], places: linen, longer: nnx)
    case "ConvTranspose":
      return Entry(kind: transposed[dimensions - 1], places: linen, longer: nnx)
    case "Embedding", "Embed":
      return Entry(kind: .embedding, longer: [.in, .out, .padding])
    case "LSTM", "LSTMCell", "OptimizedLSTMCell":
      return Entry(kind: .lstm, places: [.out], longer: recurrent)
    case "GRU", "GRUCell": return Entry(kind: .gru, places: [.out], longer: recurrent)
    case "RNN", "SimpleRNN", "RNNCell", "SimpleCell":
      // Fourth is the nonlinearity.
      return Entry(kind: .rnn, places: [.out], longer: recurrent + (isCell ? [] : [nil]))
    case "MultiheadAttention": return Entry(kind: .attention, longer: [.in, .heads])
    case "MultiHeadAttention":
      // flax.nnx says the features, Keras those of one head.
      return Entry(kind: .attention, places: [.heads], longer: [.heads, isNNX ? .in : nil])
    case "MultiHeadDotProductAttention": return Entry(kind: .attention, places: [.heads])
    case "LayerNorm", "LayerNormalization": return Entry(kind: .layernorm, longer: [.in])
    case "BatchNorm", "BatchNormd", "BatchNormalization":
      return Entry(kind: .batchnorm, longer: [.in])
    case "PReLU": return Entry(kind: .prelu, longer: [.in])
    case "Bilinear": return Entry(kind: .bilinear, longer: [.in, .in2, .out])
    default: return nil
    }
  }

  // Whether the kernel stands second, after the outputs alone.
  private var isTupleSecond: Bool {
    positional.count > 1 && (positional[1].first == "(" || positional[1].first == "[")
      || positional.count == 1
  }

  private static let keywords: [String: LayerSize] = [
    "in_features": .in, "in_channels": .in, "num_embeddings": .in, "input_size": .in,
    "embed_dim": .in, "num_features": .in, "normalized_shape": .in, "input_dim": .in,
    "num_parameters": .in, "in1_features": .in, "in2_features": .in2, "out_features": .out,
    "out_channels": .out, "embedding_dim": .out, "hidden_size": .out, "units": .out,
    "filters": .out, "features": .out, "output_dim": .out, "hidden_features": .out,
    "kernel_size": .kernel, "stride": .stride, "strides": .stride, "groups": .groups,
    "feature_group_count": .groups, "num_heads": .heads, "padding_idx": .padding,
    "num_layers": .layers, "proj_size": .projection,
  ]

  // What changes nothing in the weights that are drawn.
  private static let ignored: Set<String> = [
    "padding", "dilation", "padding_mode", "device", "dtype", "activation", "name", "rngs",
    "input_shape", "batch_first", "dropout", "output_padding", "key_dim", "return_sequences",
    "return_state", "eps", "epsilon", "momentum", "affine", "mask_zero", "param_dtype",
    "go_backwards", "nonlinearity",
    "recurrent_dropout", "trainable", "data_format", "use_running_average", "decode",
  ]
}
