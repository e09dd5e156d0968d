import Initializers
import Scenes
import Testing
import Words

/// Layers as they are typed, and constructors as they stand in someone's code.
@Suite struct `A layer is read from a line` {
  @Test(arguments: [
    ("layer dense --in 784 --out 256", "layer dense --in 784 --out 256 --seed 0"),
    ("layer Linear --in 784 --out 256", "layer dense --in 784 --out 256 --seed 0"),
    (
      "layer conv2d --in 64 --out 2**7 --kernel 3 --groups 4 --framework keras --seed 7",
      "layer conv2d --in 64 --out 128 --kernel 3 --groups 4 --framework keras --seed 7"
    ),
    (
      "layer conv-transpose2d --in 64 --out 128 --kernel 4 --stride 2",
      "layer conv_transpose2d --in 64 --out 128 --kernel 4 --stride 2 --seed 0"
    ),
    (
      "layer depthwise --in 64 --kernel 3",
      "layer conv2d --in 64 --out 64 --kernel 3 --groups 64 --seed 0"
    ),
    ("layer prelu", "layer prelu --seed 0"),
    (
      "layer embedding --in 10 --out 4 --padding 0",
      "layer embedding --in 10 --out 4 --padding 0 --seed 0"
    ),
    (
      "layer lstm --in 40 --out 24 --framework pytorch --without-bias",
      "layer lstm --in 40 --out 24 --without-bias --seed 0"
    ),
    (
      "layer lstm --in 40 --out 24 --tensor weight_hh_l0",
      "layer lstm --in 40 --out 24 --tensor weight_hh_l0 --seed 0"
    ),
    (
      "layer lstm --in 40 --out 24 --framework keras --tensor lstm_cell/recurrent_kernel",
      "layer lstm --in 40 --out 24 --tensor lstm_cell/recurrent_kernel --framework keras --seed 0"
    ),
    (
      "layer lstm --in 40 --out 24 --layers 3 --directions 2 --tensor weight_ih_l2_reverse",
      "layer lstm --in 40 --out 24 --layers 3 --directions 2 --tensor weight_ih_l2_reverse --seed 0"
    ),
    (
      "layer gru --in 40 --out 24 --layers 1 --directions 1",
      "layer gru --in 40 --out 24 --seed 0"
    ),
    (
      "layer attention --in 256 --heads 8 --framework linen",
      "layer attention --in 256 --heads 8 --framework flax --seed 0"
    ),
  ])
  func `by its kind and sizes`(text: String, line: String) throws {
    let scene = try Scene(parsing: text)
    #expect(scene.line == line)
    #expect(try Scene(parsing: line) == scene)
  }

  // What the documentation of torch 2.13, Keras 3.15 and flax 0.12 says stands at each place.
  @Test(arguments: [
    ("nn.Linear(784, 256)", nil, "layer dense --in 784 --out 256"),
    ("torch.nn.Linear(784,256,bias=False)", nil, "layer dense --in 784 --out 256 --without-bias"),
    ("nn.Linear(in_features=28*28, out_features=256)", nil, "layer dense --in 784 --out 256"),
    (
      "nn.Conv2d(64, 128, 3, groups=4)", nil, "layer conv2d --in 64 --out 128 --kernel 3 --groups 4"
    ),
    (
      "nn.Conv2d(64, 128, 3, 2, 1, 1, 4)", nil,
      "layer conv2d --in 64 --out 128 --kernel 3 --stride 2 --groups 4"
    ),
    (
      "nn.Conv2d(64, 128, kernel_size=(3, 3), padding='same')", nil,
      "layer conv2d --in 64 --out 128 --kernel 3"
    ),
    ("nn.Conv1d(16, 32, 5)", nil, "layer conv1d --in 16 --out 32 --kernel 5"),
    (
      "nn.Conv3d(4, 8, 3, bias=False)", nil, "layer conv3d --in 4 --out 8 --kernel 3 --without-bias"
    ),
    (
      "nn.ConvTranspose2d(64, 128, 4, stride=2, padding=1)", nil,
      "layer conv_transpose2d --in 64 --out 128 --kernel 4 --stride 2"
    ),
    ("nn.LSTM(128, 256, batch_first=True)", nil, "layer lstm --in 128 --out 256"),
    ("nn.GRU(input_size=128, hidden_size=256)", nil, "layer gru --in 128 --out 256"),
    (
      "nn.GRU(10, 20, num_layers=2, bidirectional=True)", nil,
      "layer gru --in 10 --out 20 --layers 2 --directions 2"
    ),
    (
      "nn.LSTM(10, 20, 2, batch_first=True, dropout=0.1, bidirectional=False, bias=False)", nil,
      "layer lstm --in 10 --out 20 --layers 2 --without-bias"
    ),
    (
      "nn.RNN(10, 20, 3, 'relu', bidirectional=True)", nil,
      "layer rnn --in 10 --out 20 --layers 3 --directions 2"
    ),
    (
      "nn.LSTM(12, 10, num_layers=2, proj_size=4)", nil,
      "layer lstm --in 12 --out 10 --layers 2 --projection 4"
    ),
    ("nn.LSTM(12, 10, proj_size=0)", nil, "layer lstm --in 12 --out 10"),
    ("nn.RNN(10, 20, nonlinearity='relu')", nil, "layer rnn --in 10 --out 20"),
    ("nn.RNN(128, 256, bias=False)", nil, "layer rnn --in 128 --out 256 --without-bias"),
    (
      "nn.Embedding(1000, 128, padding_idx=0)", nil,
      "layer embedding --in 1000 --out 128 --padding 0"
    ),
    ("nn.MultiheadAttention(256, 8)", nil, "layer attention --in 256 --heads 8"),
    ("nn.LayerNorm(256)", nil, "layer layernorm --in 256"),
    ("nn.BatchNorm2d(64)", nil, "layer batchnorm --in 64"), ("nn.PReLU()", nil, "layer prelu"),
    ("nn.Bilinear(64, 32, 128)", nil, "layer bilinear --in 64 --in2 32 --out 128"),
    ("L.Dense(256)", 784, "layer dense --in 784 --out 256"),
    ("keras.layers.Dense(256, activation='relu')", 784, "layer dense --in 784 --out 256"),
    ("keras.layers.Conv2D(128, 3)", 64, "layer conv2d --in 64 --out 128 --kernel 3"),
    (
      "keras.layers.Conv2D(128, (3, 3), strides=(2, 2), use_bias=False)", 64,
      "layer conv2d --in 64 --out 128 --kernel 3 --stride 2 --without-bias"
    ),
    (
      "keras.layers.Conv2DTranspose(128, 4, strides=2)", 64,
      "layer conv_transpose2d --in 64 --out 128 --kernel 4 --stride 2"
    ),
    (
      "keras.layers.DepthwiseConv2D(3)", 64,
      "layer conv2d --in 64 --out 64 --kernel 3 --groups 64"
    ),
    (
      "keras.layers.DepthwiseConv2D(3, depth_multiplier=2)", 64,
      "layer conv2d --in 64 --out 128 --kernel 3 --groups 64"
    ),
    (
      "keras.layers.SeparableConv2D(128, 3)", 64,
      "layer separable --in 64 --out 128 --kernel 3"
    ),
    (
      "keras.layers.LSTM(256, return_sequences=True)", 128, "layer lstm --in 128 --out 256"
    ),
    ("keras.layers.SimpleRNN(256)", 128, "layer rnn --in 128 --out 256"),
    ("keras.layers.Embedding(1000, 128)", nil, "layer embedding --in 1000 --out 128"),
    ("keras.layers.MultiHeadAttention(8, 32)", 256, "layer attention --in 256 --heads 8"),
    (
      "keras.layers.MultiHeadAttention(num_heads=8, key_dim=32)", 256,
      "layer attention --in 256 --heads 8"
    ),
    ("keras.layers.LayerNormalization()", 256, "layer layernorm --in 256"),
    ("keras.layers.PReLU()", 4, "layer prelu --in 4"),
    ("nn.Conv(128, (3, 3))", 64, "layer conv2d --in 64 --out 128 --kernel 3"),
    ("nn.Conv(128, kernel_size=(3,))", 64, "layer conv1d --in 64 --out 128 --kernel 3"),
    (
      "nn.Conv(64, (3, 3), feature_group_count=64)", 64,
      "layer conv2d --in 64 --out 64 --kernel 3 --groups 64"
    ),
    (
      "nn.ConvTranspose(128, (4, 4), (2, 2))", 64,
      "layer conv_transpose2d --in 64 --out 128 --kernel 4 --stride 2"
    ),
    ("nn.Embed(1000, 128)", nil, "layer embedding --in 1000 --out 128"),
    ("nn.OptimizedLSTMCell(256)", 128, "layer lstm --in 128 --out 256"),
    (
      "nn.MultiHeadDotProductAttention(num_heads=8)", 256,
      "layer attention --in 256 --heads 8"
    ),
    ("nnx.Linear(784, 256, rngs=nnx.Rngs(0))", nil, "layer dense --in 784 --out 256"),
    ("nnx.Conv(64, 128, (3, 3), rngs=rngs)", nil, "layer conv2d --in 64 --out 128 --kernel 3"),
    (
      "nnx.Conv(64, 128, kernel_size=(3, 3, 3), rngs=rngs)", nil,
      "layer conv3d --in 64 --out 128 --kernel 3"
    ),
    (
      "nnx.ConvTranspose(64, 128, (4, 4), strides=(2, 2), rngs=rngs)", nil,
      "layer conv_transpose2d --in 64 --out 128 --kernel 4 --stride 2"
    ),
    ("nnx.GRUCell(128, 256, rngs=rngs)", nil, "layer gru --in 128 --out 256"),
    ("nnx.MultiHeadAttention(8, 256, rngs=rngs)", nil, "layer attention --in 256 --heads 8"),
  ])
  func `or by a constructor that is pasted`(text: String, inputs: Int?, line: String) throws {
    let call = try LayerCall(
      parsing: text, sizes: [LayerSize.in: inputs].compactMapValues(\.self))
    #expect("layer " + call.line == line)
    // The same in a line, quoted.
    let sizes = inputs.map { " --in \($0)" } ?? ""
    let framework = call.exists(in: .pyTorch) ? "torch" : "keras"
    let scene = try Scene(parsing: "\"\(text)\"\(sizes) --framework \(framework)")
    #expect(scene.tensor.layer?.call == call)
  }

  @Test(arguments: [
    ("nn.Linear(3, 4)", "torch"), ("torch.nn.LSTM(3, 4)", "torch"),
    ("keras.layers.Dense(4)", "keras"), ("tf.keras.layers.Dense(4)", "keras"),
    ("layers.Dense(4)", "keras"), ("nn.Dense(4)", "flax"), ("flax.linen.LSTMCell(4)", "flax"),
    ("nnx.Linear(3, 4, rngs=rngs)", "nnx"), ("L.Dense(4)", "torch"), ("Linear(3, 4)", "torch"),
  ])
  func `whose module says the framework where no option does`(text: String, name: String) throws {
    let scene = try Scene(parsing: "\"\(text)\" --in 3")
    #expect(scene.tensor.framework.name == name)
    let other = try Scene(parsing: "\"\(text)\" --in 3 --framework keras-numpy")
    #expect(other.tensor.framework.name == "keras-numpy")
  }

  @Test(arguments: [
    ("nn.Fold(2)", LayerError.unknownConstructor("Fold(…)")),
    ("nn.Linear(784, 256", .unknownConstructor("nn.Linear(784, 256")),
    ("(3, 4)", .unknownConstructor("(…)")),
    ("nn.Linear()", .missingSize(.in, .dense)),
    ("nn.Linear(784, n)", .unknownArgument("n", of: "Linear")),
    ("nn.Linear(784, 256, 3, 4)", .unknownArgument("4", of: "Linear")),
    ("nn.Linear(784, 256, knobs=3)", .unknownArgument("knobs=3", of: "Linear")),
    ("nn.Linear(784, 0)", .sizeOutOfRange(.out, 0)),
    ("nn.LSTM(4, 3, num_layers=0)", .sizeOutOfRange(.layers, 0)),
    ("nn.LSTM(4, 3, 2, False)", .unknownArgument("False", of: "LSTM")),
    ("nn.GRU(4, 3, bidirectional=both)", .unknownArgument("bidirectional=both", of: "GRU")),
    ("nn.GRUCell(4, 3, num_layers=2)", .unknownArgument("num_layers=2", of: "GRUCell")),
    ("nn.LSTM(4, 3, proj_size=3)", .projectionTooLarge(3, units: 3)),
    ("nn.GRU(4, 3, proj_size=2)", .foreignSize(.projection, .gru)),
    ("nn.LSTMCell(4, 3, 2)", .unknownArgument("2", of: "LSTMCell")),
    ("nn.Linear(4, 3, bidirectional=True)", .foreignSize(.directions, .dense)),
    ("nn.Conv2d(64, 128, (3, 5))", .unknownArgument("(3,5)", of: "Conv2d")),
    ("nn.Conv2d(64, 128, 3, groups=3)", .indivisible(.in, 64, .groups, 3)),
    ("nn.Conv2d(64, 128)", .missingSize(.kernel, .conv2d)),
    ("keras.layers.Dense(256)", .missingSize(.in, .dense)),
    ("nn.MultiheadAttention(10, 3)", .indivisible(.in, 10, .heads, 3)),
    (
      "nn.Linear(\(String(repeating: "1", count: 500)))",
      .unknownConstructor("nn.Linear(\(String(repeating: "1", count: 500)))")
    ),
  ])
  func `or refused in one sentence`(text: String, error: LayerError) throws {
    #expect(throws: error) { try LayerCall(parsing: text, sizes: [:]) }
    let refusal = #expect(throws: SceneError.self) { try Scene(parsing: "\"\(text)\"") }
    #expect(refusal?.description == error.description)
  }

  @Test(arguments: [
    (
      "layer dense --in 784 --out 256 --gain 2",
      "a layer takes no --gain: its initializers are the framework's defaults"
    ),
    (
      "layer dense --in 784 --out 256 --shape 3,4",
      "a layer takes no --shape: its initializers are the framework's defaults"
    ),
    (
      "xavier_uniform --in 784",
      "--in belongs to a layer: layer dense --in 784 --out 256"
    ),
    (
      "xavier_uniform --without-bias",
      "--without-bias belongs to a layer: layer dense --in 784 --out 256"
    ),
    (
      "xavier_uniform --tensor bias", "--tensor belongs to a layer: layer dense --in 784 --out 256"
    ),
    ("xavier_uniform dense", "Unexpected argument 'dense'"),
    (
      "layer rnn --in 4 --out 2 --directions 2 --framework flax",
      "rnn takes --directions 1, not 2, in flax"
    ),
    (
      "layer bilinear --in 4 --in2 3 --out 2 --framework flax",
      "flax has no bilinear layer of this form"
    ),
    (
      "layer dense --in 4 --out 2 --tensor kernel",
      "the layer has no tensor 'kernel': it has weight, bias"
    ),
    (
      "layer dense --in 4 --out 2 --framework theano",
      "No framework is called 'theano': use one of torch, keras, keras-torch, keras-numpy, "
        + "keras-tensorflow, flax, nnx"
    ),
    ("layer dense --in x --out 2", "--in takes a whole number, not 'x'"),
  ])
  func `with what belongs to it alone`(text: String, sentence: String) {
    let error = #expect(throws: SceneError.self) { try Scene(parsing: text) }
    #expect(error?.description == sentence)
  }

  @Test(arguments: Framework.all, LayerKind.allCases)
  func `whatever tensor of it is meant`(framework: Framework, kind: LayerKind) throws {
    for hasBias in [true, false] {
      let call = try LayerCall(kind, kind.example, hasBias: hasBias)
      guard let tensors = try? call.tensors(in: framework) else { continue }
      for tensor in tensors {
        let whole = Tensor(tensor, of: call, seed: Seed(12345))
        #expect(try Scene(parsing: whole.line).tensor == whole, "\(whole.line)")
      }
    }
  }

  @Test func `and changed by its own options`() throws {
    let present = try Scene(parsing: "layer conv2d --in 64 --out 128 --kernel 3 --tensor bias")
    func line(_ text: String) throws -> String {
      try Scene(parsing: text, changing: present).line
    }
    #expect(
      try line("--kernel 5 --groups 2")
        == "layer conv2d --in 64 --out 128 --kernel 5 --groups 2 --tensor bias --seed 0")
    #expect(
      try line("--framework nnx --seed 3")
        == "layer conv2d --in 64 --out 128 --kernel 3 --framework nnx --seed 3")
    #expect(
      try line("--tensor weight") == "layer conv2d --in 64 --out 128 --kernel 3 --seed 0")
    // With a shape or a parameter of its own it is a tensor that stands alone.
    #expect(try line("--shape 3,4").hasPrefix("uniform --shape 3,4 "))
    #expect(throws: SceneError.self) { try line("--heads 2") }
  }
}
