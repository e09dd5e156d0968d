import Initializers
import Scenes
import Testing
import Words

/// A scene's words, as the command line and the `:` prompt take them.
@Suite struct `A scene is read from a line` {
  private static let methods =
    "uniform, normal, trunc_normal, xavier_uniform, xavier_normal, kaiming_uniform, "
    + "kaiming_normal, orthogonal, sparse, eye, dirac, constant, ones, zeros"

  @Test(arguments: [
    ("xavier_uniform", "xavier_uniform --shape 256,128 --seed 0"),
    ("xavier_uniform_", "xavier_uniform --shape 256,128 --seed 0"),
    ("glorot_uniform", "xavier_uniform --shape 256,128 --seed 0"),
    ("he_normal_", "kaiming_normal --shape 256,128 --seed 0"),
    ("initscope kaiming_uniform --seed 3", "kaiming_uniform --shape 256,128 --seed 3"),
    ("normal --shape 256x128x3", "normal --shape 256,128,3 --seed 0"),
    ("uniform --a -0.1", "uniform --shape 256,128 --a -0.1 --seed 0"),
    ("uniform --a=-0.1", "uniform --shape 256,128 --a -0.1 --seed 0"),
    ("uniform --a -0.1 --b=-0.05", "uniform --shape 256,128 --a -0.1 --b -0.05 --seed 0"),
    ("nn.init.xavier_uniform_", "xavier_uniform --shape 256,128 --seed 0"),
    ("'uniform --a -0.1' --seed 2", "uniform --shape 256,128 --a -0.1 --seed 2"),
    ("'normal --seed 1 --std 2' --seed 2 --bias", "normal --shape 256,128 --std 2 --seed 2 --bias"),
    ("\"initscope normal --std '1 / 2'\"", "normal --shape 256,128 --std 1/2 --seed 0"),
    ("normal --std 1/√fan_in", "normal --shape 256,128 --std '1/sqrt(fan_in)' --seed 0"),
    ("normal --shape '(64, 32)' --seed 0x2a", "normal --shape 64,32 --seed 42"),
    (
      "normal --depth 2*5 --width 2**6 --bins 4*10",
      "normal --shape 256,128 --seed 0 --bins 40 --depth 10 --width 64"
    ),
    (
      "normal --activation leaky_relu:1/4",
      "normal --shape 256,128 --seed 0 --activation leaky_relu:0.25"
    ),
    ("--seed 7 normal --std .02", "normal --shape 256,128 --std 0.02 --seed 7"),
    ("kaiming_uniform --a sqrt(5)", "kaiming_uniform --shape 256,128 --a 'sqrt(5)' --seed 0"),
    ("kaiming_uniform --a 'sqrt(5)'", "kaiming_uniform --shape 256,128 --a 'sqrt(5)' --seed 0"),
    ("kaiming_uniform --a=\"sqrt( 5 )\"", "kaiming_uniform --shape 256,128 --a 'sqrt(5)' --seed 0"),
    ("normal --mean 2*pi", "normal --shape 256,128 --mean '2*pi' --seed 0"),
    (
      "xavier_normal --gain leaky_relu:0.2",
      "xavier_normal --shape 256,128 --gain leaky_relu:0.2 --seed 0"
    ),
    (
      "kaiming_normal --nonlinearity relu --mode FAN_OUT",
      "kaiming_normal --shape 256,128 --mode fan_out --nonlinearity relu --seed 0"
    ),
    ("normal --shape '256, 128'", "normal --shape 256,128 --seed 0"),
    ("normal\t--seed\u{A0}5  ", "normal --shape 256,128 --seed 5"),
    ("uniform --shape scalar", "uniform --shape scalar --seed 0"),
    ("kaiming_normal --shape 0,5", "kaiming_normal --shape 0,5 --seed 0"),
    ("normal --mean nan", "normal --shape 256,128 --mean nan --seed 0"),
    ("normal --seed 1 --seed 2", "normal --shape 256,128 --seed 2"),
    ("normal --view matrix", "normal --shape 256,128 --seed 0 --view matrix"),
    ("normal --view distribution --bins fd", "normal --shape 256,128 --seed 0"),
    ("normal --panel qq --bins 40", "normal --shape 256,128 --seed 0 --panel qq --bins 40"),
    (
      "normal --pin 'uniform --a sqrt(2) --b 2'",
      "normal --shape 256,128 --seed 0"
        + " --pin \"uniform --shape 256,128 --a 'sqrt(2)' --b 2 --seed 0\""
    ),
    (
      "normal --depth 10 --width 64 --activation gelu --batch 8 --input uniform --bias",
      "normal --shape 256,128 --seed 0 --depth 10 --width 64 --activation gelu --batch 8"
        + " --input uniform --bias"
    ),
    (
      "normal --view propagation --depth 30 --activation leaky_relu:0.2 --no-bias",
      "normal --shape 256,128 --seed 0 --view propagation --activation leaky_relu:0.2"
    ),
    (
      "normal --pin 'zeros --depth 3'",
      "normal --shape 256,128 --seed 0 --pin \"zeros --shape 256,128 --seed 0 --depth 3\""
    ),
    ("normal --pin none", "normal --shape 256,128 --seed 0"),
  ])
  func `in its many forms`(text: String, line: String) throws {
    let scene = try Scene(parsing: text)
    #expect(scene.line == line)
    #expect(try Scene(parsing: line) == scene)
  }

  @Test(arguments: [
    ("-9223372036854775808", UInt64(1) << 63), ("-1", .max), ("0", 0),
    ("4294967301", 4_294_967_301),
    ("9223372036854775808", UInt64(1) << 63), ("18446744073709551615", .max),
  ])
  func `with any seed that torch.manual_seed takes`(text: String, bits: UInt64) throws {
    #expect(try Scene(parsing: "normal --seed \(text)").seed == Seed(bits))
    #expect(try Scene(parsing: "normal --seed=\(text)").seed == Seed(bits))
  }

  @Test(arguments: ["", " ", "initscope", "  initscope  "])
  func `with no words it is the first one`(text: String) throws {
    #expect(try Scene(parsing: text) == .first)
    #expect(Scene.first.line == "xavier_uniform --shape 256,128 --seed 0")
  }

  @Test func `without a method it changes the present one`() throws {
    let present = try Scene(parsing: "kaiming_normal --shape 64,32 --mode fan_out --seed 9")
    let changed = try Scene(parsing: "--seed 10", changing: present)
    #expect(changed.line == "kaiming_normal --shape 64,32 --mode fan_out --seed 10")
    let reshaped = try Scene(parsing: "--shape 8,8 --nonlinearity tanh", changing: present)
    #expect(
      reshaped.line == "kaiming_normal --shape 8,8 --mode fan_out --nonlinearity tanh --seed 9")
    #expect(try Scene(parsing: "", changing: present) == present)
    #expect(try Scene(parsing: "initscope", changing: present) == present)
  }

  @Test func `with a method it starts anew`() throws {
    let present = try Scene(parsing: "kaiming_normal --shape 64,32 --mode fan_out --seed 9")
    #expect(
      try Scene(parsing: "kaiming_normal", changing: present).line
        == "kaiming_normal --shape 256,128 --seed 0")
  }

  @Test(arguments: [
    ("xavier_unifrom", "Unknown method 'xavier_unifrom'. Did you mean 'xavier_uniform'?"),
    (
      "--gain -1",
      "uniform_ expects to return a [from, to) range, but found from=0.125 > to=-0.125"
    ),
    (
      "kaiming_normal --mode fan_avg",
      "Mode fan_avg not supported, please use one of ['fan_in', 'fan_out']"
    ),
    ("normal --std -1", "normal expects std >= 0.0, but found std -1"),
    (
      "xavier_normal --shape 5",
      "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions"
    ),
    ("xavier_normal --shape 0,0", "float division by zero"),
    ("--mean 0", "xavier_uniform takes no --mean; its parameters are --gain"),
    ("--seed x", "--seed takes a whole number from -2^63 to 2^64-1, not 'x'"),
    ("--shape 2,b", "--shape takes whole numbers such as 256,128 or 64x3x7x7, not '2,b'"),
    ("--shape ''", "--shape takes whole numbers such as 256,128 or 64x3x7x7, not ''"),
    (
      "normal --std '1 2'",
      """
      --std takes a number or an expression (+ - * / **, sqrt, log, exp, pi, e, fan_in, fan_out), \
      not '1 2'
      """
    ),
    ("--gainn 2", "Unknown option '--gainn'. Did you mean '--gain'?"),
    ("--seed", "Missing value for '--seed <seed>'"),
    ("normal uniform", "Unexpected argument 'uniform'"),
    ("--help", "A scene is a method and its options: kaiming_normal --shape 512,256"),
    ("-h", "A scene is a method and its options: kaiming_normal --shape 512,256"),
  ])
  func `or refused in one sentence`(text: String, sentence: String) {
    let error = #expect(throws: SceneError.self) { try Scene(parsing: text) }
    #expect(error?.description == sentence)
  }

  private static let refusals: [(String, String)] = [
    (
      "--gain gelu",
      """
      Unsupported nonlinearity gelu: PyTorch has no gain for it; `uniform --a \
      '-1.53353*sqrt(3/fan_in)' --b '1.53353*sqrt(3/fan_in)'` keeps its mean square at 1, though \
      unstably (`initscope gains gelu`)
      """
    ),
    (
      "kaiming_normal --shape 64,32 --nonlinearity elu",
      """
      Unsupported nonlinearity elu: PyTorch has no gain for it; `normal --shape 64,32 --std \
      '1.2452/sqrt(fan_in)'` keeps its mean square at 1 (`initscope gains elu`)
      """
    ),
    (
      "--shape 5 --gain swish",
      "Unsupported nonlinearity swish: PyTorch has no gain for it (`initscope gains silu`)"
    ),
    ("'a b'", "Unknown method 'a b'; the methods are \(methods)"),
    ("''", "Unknown method ''; the methods are \(methods)"),
    (
      "lecun_normal",
      "Unknown method 'lecun_normal'. Did you mean 'lecun_normal --framework keras' or "
        + "'kaiming_normal --nonlinearity linear'?"
    ),
    (
      "normal --std 1/sqrt(fan_in) --shape 5",
      "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions"
    ),
    ("normal --std 1/fan_in --shape 5,0", "--std takes a finite number, and '1/0' is none"),
    (
      "normal --pin 'zeros --pin ones'",
      """
      --pin takes a scene in quotes, or none: 'zeros --pin ones': a pinned scene takes no --pin; it \
      takes a method, --shape, --seed and the method's parameters, and --depth, --width, \
      --activation, --batch, --input, --bias
      """
    ),
    (String(repeating: "--seed 1 ", count: 500), "a scene has at most 4096 characters, not 4500"),
  ]

  @Test(arguments: refusals)
  func `or refused with what to do instead`(text: String, sentence: String) {
    let error = #expect(throws: SceneError.self) { try Scene(parsing: text) }
    #expect(error?.description == sentence)
  }
}
