import Initializers
import Testing
import Words

/// The words of what is wrong with a layer, or with a call of another framework.
@Suite struct `Layers are refused in sentences` {
  @Test(arguments: [
    (
      LayerError.unknownKind("convolve"),
      "No kind of layer is called 'convolve': use one of dense, conv1d, conv2d, conv3d, "
        + "conv_transpose1d, conv_transpose2d, conv_transpose3d, separable, embedding, lstm, gru, "
        + "rnn, attention, layernorm, batchnorm, prelu, bilinear, or a constructor in quotes such "
        + "as 'nn.Linear(784, 256)'"
    ),
    (.missingSize(.out, .dense), "dense needs --out, as in dense --in 784 --out 256"),
    (
      .missingSize(.kernel, .conv2d),
      "conv2d needs --kernel, as in conv2d --in 64 --out 128 --kernel 3"
    ),
    (
      .foreignSize(.kernel, .lstm),
      "lstm takes no --kernel; it takes --in, --out, --layers, --directions, --projection"
    ),
    (
      .foreignSize(.heads, .embedding),
      "embedding takes no --heads; it takes --in, --out, --padding"
    ),
    (.invalidSize(.in, "many"), "--in takes a whole number, not 'many'"),
    (
      .sizeOutOfRange(.out, 0), "--out takes a whole number from 1 to 16777216, not 0"
    ),
    (
      .sizeOutOfRange(.padding, -2), "--padding takes a whole number from -1 to 16777216, not -2"
    ),
    (
      .sizeOutOfRange(.directions, 3), "--directions takes a whole number from 1 to 2, not 3"
    ),
    (.sizeOutOfRange(.layers, 65), "--layers takes a whole number from 1 to 64, not 65"),
    (
      .fixedSize(.layers, 2, .lstm, .keras[0]), "lstm takes --layers 1, not 2, in Keras"
    ),
    (
      .fixedSize(.directions, 2, .gru, .nnx), "gru takes --directions 1, not 2, in flax.nnx"
    ),
    (
      .sizeOutOfRange(.projection, -1),
      "--projection takes a whole number from 0 to 16777216, not -1"
    ),
    (.fixedSize(.projection, 8, .lstm, .flax), "lstm takes --projection 0, not 8, in flax"),
    (.projectionTooLarge(20, units: 20), "--projection 20 is not less than --out 20"),
    (.indivisible(.in, 64, .groups, 3), "--in 64 is no multiple of --groups 3"),
    (.indivisible(.in, 250, .heads, 8), "--in 250 is no multiple of --heads 8"),
    (.noSuchPadding(10, words: 10), "the row for padding is one of 0 to 9, not 10"),
    (.notThere(.bilinear, .flax), "flax has no bilinear layer of this form"),
    (.notThere(.separable, .pyTorch), "PyTorch has no separable layer of this form"),
    (.notThere(.separable, .nnx), "flax.nnx has no separable layer of this form"),
    (
      .unknownTensor("wieght", ["weight", "bias"]),
      "the layer has no tensor 'wieght': it has weight, bias"
    ),
    (
      .unknownConstructor("nn.Fold(2)"),
      "'nn.Fold(2)' is no layer's constructor that is known: write a kind, such as conv2d "
        + "--in 64 --out 128 --kernel 3"
    ),
    (.unknownArgument("knobs=3", of: "Linear"), "'knobs=3' of Linear is not understood"),
    (
      .refused("weight", .shapeTooLarge("9,9")),
      "weight: --shape 9,9 has more elements than the 2^61 that can be counted"
    ),
  ])
  func `what is wrong, and what is accepted`(error: LayerError, sentence: String) {
    #expect(error.description == sentence)
  }

  // What the sizes of a call lead to, before anything is drawn.
  @Test(
    arguments: [
      ("dense", [LayerSize.in: 4], LayerError.missingSize(.out, .dense)),
      ("dense", [.in: 4, .out: 2, .groups: 2], .foreignSize(.groups, .dense)),
      ("conv2d", [.in: 4, .out: 4, .kernel: 0], .sizeOutOfRange(.kernel, 0)),
      (
        "conv2d", [.in: 4, .out: 4, .kernel: 1 << 25], .sizeOutOfRange(.kernel, 1 << 25)
      ),
      ("conv2d", [.in: 6, .out: 6, .kernel: 3, .groups: 4], .indivisible(.in, 6, .groups, 4)),
      ("conv2d", [.in: 8, .out: 6, .kernel: 3, .groups: 4], .indivisible(.out, 6, .groups, 4)),
      ("attention", [.in: 10, .heads: 4], .indivisible(.in, 10, .heads, 4)),
      ("embedding", [.in: 10, .out: 4, .padding: 10], .noSuchPadding(10, words: 10)),
      ("embedding", [.in: 10, .out: 4, .padding: -2], .sizeOutOfRange(.padding, -2)),
      ("lstm", [.in: 10, .out: 4, .layers: 0], .sizeOutOfRange(.layers, 0)),
      ("lstm", [.in: 10, .out: 4, .layers: 65], .sizeOutOfRange(.layers, 65)),
      ("gru", [.in: 10, .out: 4, .directions: 3], .sizeOutOfRange(.directions, 3)),
      (
        "lstm", [.in: 10, .out: 4, .projection: 4], .projectionTooLarge(4, units: 4)
      ),
      ("gru", [.in: 10, .out: 4, .projection: 2], .foreignSize(.projection, .gru)),
      ("dense", [.in: 10, .out: 4, .layers: 2], .foreignSize(.layers, .dense)),
      ("", [:], .unknownKind("")), ("dens", [.in: 4], .unknownKind("dens")),
      ("bert", [.in: 4, .out: 4], .unknownKind("bert")),
    ] as [(String, [LayerSize: Int], LayerError)])
  func `sizes are looked at first`(kind: String, sizes: [LayerSize: Int], error: LayerError) {
    #expect(throws: error) { try LayerCall(parsing: kind, sizes: sizes) }
  }

  @Test(arguments: LayerKind.allCases)
  func `sizes of any magnitude are a layer or a sentence`(kind: LayerKind) {
    for value in [Int.min, -1, 0, 1, 7, 1 << 24, 1 << 25, .max] {
      for size in LayerSize.allCases {
        for other in [2, LayerCall.largestSize] {
          var sizes = kind.example.mapValues { _ in other }
          sizes[size] = value
          do {
            let call = try LayerCall(kind, sizes)
            for framework in Framework.all { _ = try? call.tensors(in: framework) }
          } catch {
            #expect(!error.description.isEmpty)
          }
        }
      }
    }
  }

  @Test func `frameworks and what they refuse`() throws {
    #expect(
      InitializerError.unknownFramework("caffe").description
        == "No framework is called 'caffe': use one of torch, keras, keras-torch, keras-numpy, "
        + "keras-tensorflow, flax, nnx")
    #expect(throws: InitializerError.unknownFramework("caffe")) { try Framework.named("caffe") }
    #expect(
      InitializerError.unsupportedDistribution("sphere").description
        == "distribution accepts truncated_normal, normal, untruncated_normal, uniform, not 'sphere'"
    )
    #expect(InitializerError.noSuchRow(5, of: 5).description.hasSuffix("0 to 4, not 5"))
  }

  // As JAX 0.10.2 and Keras 3.15.1 raise them.
  @Test(
    arguments: [
      (
        "flax", "variance_scaling", [0, 4], [:], "division by zero"
      ),
      (
        "flax", "orthogonal", [5], [:], "orthogonal initializer requires at least a 2D shape"
      ),
      (
        "nnx", "variance_scaling", [5, 4], ["distribution": "untruncated_normal"],
        "invalid distribution for variance scaling initializer: untruncated_normal"
      ),
      (
        "flax", "lecun_normal", [5], [:],
        "Can't compute input and output sizes of a 1-dimensional weights tensor with default "
          + "in_axis. Must be at least 2D or specify in_axis explicitly."
      ),
      (
        "flax", "glorot_uniform", [], [:],
        "Can't compute input and output sizes of a 0-dimensional weights tensor with default "
          + "in_axis. Must be at least 2D or specify in_axis explicitly."
      ),
      (
        "keras", "variance_scaling", [5, 4], ["factor": "0"],
        "Argument `scale` must be positive float. Received: scale=0"
      ),
      (
        "keras", "variance_scaling", [5, 4], ["factor": "-1.5"],
        "Argument `scale` must be positive float. Received: scale=-1.5"
      ),
    ] as [(String, String, [Int], [String: String], String)])
  func `have the framework's words`(
    name: String, method: String, extents: [Int], parameters: [String: String], sentence: String
  ) throws {
    let framework = try Framework.named(name)
    let initializer = try call(method, parameters, of: framework)
    let error = #expect(throws: InitializerError.self) {
      try Recipe(initializer, shape: Shape(extents))
    }
    #expect(error.map { Catalogue.english($0.phrase(of: framework)) } == sentence)
  }

  // Their beginnings: behind them stand a shape, or a set in any order.
  @Test(
    arguments: [
      ("orthogonal", [5], [:], "The tensor to initialize must be at least two-dimensional."),
      (
        "identity", [5, 4, 3], [:], "Identity matrix initializer can only be used for 2D matrices."
      ),
      (
        "variance_scaling", [5, 4], ["mode": "fan_geo_avg"],
        "Invalid `mode` argument: fan_geo_avg. Please use one of "
      ),
    ] as [(String, [Int], [String: String], String)])
  func `have Keras's words`(
    method: String, extents: [Int], parameters: [String: String], beginning: String
  ) throws {
    let framework = Framework.keras[0]
    let initializer = try call(method, parameters, of: framework)
    let error = #expect(throws: InitializerError.self) {
      try Recipe(initializer, shape: Shape(extents))
    }
    #expect(error.map { Catalogue.english($0.phrase(of: framework)) }?.hasPrefix(beginning) == true)
  }
}
