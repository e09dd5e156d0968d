extension FuzzedParser {
  /// Inputs to begin with.
  package var examples: [[UInt8]] {
    switch self {
    case .tensors:
      // By safetensors 0.8.0, NumPy 2.4.6 and PyTorch 2.13.0.
      [
        PackageResources.tiny_safetensors, PackageResources.tiny_npy, PackageResources.fortran_npy,
        PackageResources.tiny_npz, PackageResources.deflated_npz, PackageResources.tiny_pt,
      ]
    case .pickle:
      [PackageResources.protocol2_pkl, PackageResources.protocol5_pkl]
    default: texts.map { Array($0.utf8) }
    }
  }

  private var texts: [String] {
    switch self {
    case .tensors, .pickle: []
    case .expression:
      [
        "0.02", "-1e-3", "0x2a", "1_000", "√(2/(128+256))", "1/sqrt(fan_in)", "2**-1**2", "2²³",
        "−2^3·π", "math.exp(np.log(3))÷fan_out", "inf", "nan", ".5", "5.", "1e999",
        "9223372036854775808", "170141183460469231731687303715884105728",
      ]
    case .scene: Self.lines
    case .scenes:
      [
        "# a talk\nxavier_normal --view propagation # the signal vanishes\n\n--pin \"xavier_normal\"\n",
        "\u{FEFF}normal --std 1\r\n--std 2 --bins 7\r\n",
      ]
    case .recipe:
      [
        "layers.0.weight kaiming_uniform --shape 300,784 --a sqrt(5)\n"
          + "layers.0.bias uniform --shape 300 --a -1/sqrt(784) --b 1/sqrt(784)\n",
        "_ normal --shape 3 # dropped\nw orthogonal --shape 4,4 --gain 2\n",
        "'a b' zeros --shape 1\n\"c'\" eye --shape 2,2\n",
      ]
    case .constructor:
      [
        "nn.Linear(784, 256)", "torch.nn.Conv2d(64, 128, 3, groups=4, bias=False)",
        "nn.Conv2d(64, 128, (3, 3), stride=2)", "nn.LSTM(input_size=128, hidden_size=256)",
        "nn.Embedding(1000, 128, padding_idx=0)", "nn.MultiheadAttention(256, 8)",
        "keras.layers.Conv2D(128, 3)", "L.Dense(256)", "keras.layers.DepthwiseConv2D(3)",
        "keras.layers.MultiHeadAttention(8, 32)", "nn.Conv(128, kernel_size=(3, 3))",
        "nnx.Conv(64, 128, (3, 3))", "nnx.MultiHeadAttention(8, 256)",
        "nn.Bilinear(64, 32, 128)", "nn.PReLU()",
        "nn.GRU(10, 20, num_layers=2, bidirectional=True)",
        "nn.RNN(10, 20, 3, 'relu', bidirectional=False)", "nn.LSTM(12, 10, proj_size=4)",
      ]
    case .lecture:
      [
        """
        # Why *two*?
        id: why-two
        lang: en
        minutes: 12
        source: He et al. 2015

        ## One {#one}
        > xavier_normal --shape 512,512
        It is *half*, `relu` says: {q 30 / q 1:2} of {std theory}, z {std z:+2}.
        > --seed 2
        Again.
        % Ask them.
        ~ 8
        must std z within 4 of 0
        must 512*std theory^2 within 0.1% of 1
        """,
        """
        # 二
        id: b
        lang: zh-Hans
        ## 一 {#a-1}
        ? 剩多少？
        - 全部
        * 一半
        !
        > --view propagation --pin "normal --std 1"
        是 {A q 4:2}。
        ## 二 {#b}
        ? 猜
        = sqrt(q 30 / q 1), within a factor 4
        !
        must q 3 < 5
        must q 3 > 1/4
        """,
      ]
    case .keys:
      [
        "\u{1B}[A\u{1B}OB\u{1B}[5~\u{1B}[1;5C\u{1B}[3;5~\u{1B}[[Ajk",
        "\u{1B}b\u{1B}\u{7F}\u{1B}\u{1B}[D",
        "\u{1B}[<0;12;7M\u{1B}[<65;1;1m\u{1B}[M !!", "\u{1B}[200~normal\nquit\u{1B}[20\u{1B}[201~q",
        "\u{1B}]11;rgb:ffff/0000/1234\u{1B}\\\u{1B}[?62;22c",
        "\u{1B}P1$r0m\u{1B}\\\u{1B}]52;c;YQ==\u{7}",
        "e\u{301}π√🇩🇪\u{200D}", "\u{1B}[?2004;1$y\u{1B}[12;40R\u{1B}[I\u{18}\u{1A}",
      ]
    }
  }

  /// Pieces of the inputs' grammar.
  package var words: [String] {
    switch self {
    case .expression:
      [
        "sqrt(", "log(", "exp(", ")", "pi", "e", "fan_in", "fan_out", "**", "−", "√", "²", "⁹", "·",
        "÷", "0x", "1e308", "_", "math.", "np.", "numpy.", " ", "\u{301}", "0", "00",
      ]
    case .constructor:
      [
        "nn.", "torch.nn.", "keras.layers.", "nnx.", "Linear", "Conv2d", "Conv", "Conv2DTranspose",
        "DepthwiseConv1D", "SeparableConv2D", "LSTM", "Embed", "MultiHeadAttention", "PReLU", "(",
        ")", ",", "=", "[", "]", "kernel_size=", "groups=", "bias=False", "use_bias=", "strides=",
        "depth_multiplier=", "num_layers=", "bidirectional=", "proj_size=", "True", "3", "0", "-1",
        "64", "2**62",
        "(3,", " ", "\u{301}",
      ]
    case .keys:
      [
        "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}]", "\u{1B}P", "\u{1B}_", "\u{1B}\\", "\u{7}",
        "\u{18}", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[M", "\u{1B}[<", "\u{1B}[[", "$", ";", "11;",
        "rgb:", "c", "~", "q", "\u{9B}", "é", "🇩",
      ]
    case .lecture:
      [
        "\n", "\n\n", "# ", "## ", "{#a}", "{", "}", "> ", "? ", "- ", "* ", "!", "% ", "~ ",
        "must ",
        " within ", "% of ", " of ", " < ", " > ", "= ", ", within a factor ", "*", "`", ":2", ":+",
        "std", "A ", "q 30", " theory", "grad 1", "id: ", "lang: ", "minutes: ", "source: ",
      ] + Self.sceneWords
    case .tensors:
      [
        "\"dtype\"", "\"F32\"", "\"shape\"", "\"data_offsets\"", "[", "]", "{", "}", ",", ":", "0",
        "18446744073709551615", "4294967296", "\\u", "d83d", "\"", "'descr'", "'<f4'", "'>f8'",
        "'fortran_order'", "True", "(", ")", "PK\u{1}\u{2}", "PK\u{3}\u{4}", "PK\u{5}\u{6}",
        "PK\u{6}\u{6}", "PK\u{6}\u{7}", "\0\0\0\0", "\u{1B}[2J", "\u{202E}",
      ]
    case .pickle:
      [
        "(", ")", "t", "R", "Q", "q\0", "h\0", "}", "]", "a", "e", "s", "u", "b", "0", "1", "2",
        "N", ".",
        "K\u{1}", "ctorch\nFloatStorage\n", "ctorch\nHalfStorage\n", "ctorch\nfloat64\n",
        "ctorch.storage\nUntypedStorage\n", "ctorch._utils\n_rebuild_tensor_v2\n",
        "ctorch._utils\n_rebuild_tensor_v3\n", "ctorch._utils\n_rebuild_parameter\n",
        "ctorch._tensor\n_rebuild_from_type_v2\n", "ccollections\nOrderedDict\n", "cos\nsystem\n",
        "J\u{7F}\u{7F}\u{7F}\u{7F}", "X\u{1}\0\0\01",
      ]
    case .scene, .scenes, .recipe:
      Self.sceneWords + (self == .scene ? [] : ["\n", "\r\n", "#", " # ", "w ", "_ ", "\u{FEFF}"])
    }
  }

  private static let lines = [
    "initscope kaiming_normal --shape 256,128 --mode fan_out --nonlinearity leaky_relu --a 0.2",
    "trunc_normal --mean 1 --std 2 --a -1 --b 1/3 --seed 18446744073709551615 --panel qq --bins 50",
    "sparse --shape 64,64 --sparsity 0.1 --std 0.01 --view matrix",
    "dirac --shape 4,4,3 --groups 2", "he_normal --framework keras",
    "xavier_uniform --view propagation --depth 2**3 --width 64 --activation relu --pin 'normal'",
    "layer conv2d --in 64 --out 128 --kernel 3 --groups 4 --framework nnx --tensor bias",
    "'nn.Linear(784, 256)' --without-bias --view layers",
    "--gain sqrt(2)", "--pin \"zeros --shape 3,3\"", "--pin none", "orthogonal --gain 5/3",
  ]

  private static let sceneWords = [
    "normal ", "uniform_ ", "eye ", "--shape ", "--seed ", "--gain ", "--a ", "--a=-", "--b ",
    "--std ", "--mode ", "--nonlinearity ", "--view ", "--panel ", "--bins ", "--pin ", "--pin=",
    "--pin none", "--depth ", "--width ", "--batch ", "--groups ", "--framework ", "--help", "-h",
    "layer ", "dense ", "lstm ", "--in ", "--out ", "--kernel ", "--tensor ", "nn.Conv2d(4, 2, 3) ",
    "--version", "--", "'", "\"", "\\", "=", ",", "relu", "fan_in", "matrix", "propagation",
    "columns", "fd", "inf", "nan", "-0.0", "1e39", "9223372036854775807", "\u{1B}[m", "\u{301}",
    "\u{202E}", "\u{2028}", "\u{0}", "initscope ",
  ]
}
