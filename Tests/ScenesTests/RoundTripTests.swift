import Initializers
import MeanField
import Networks
import Scenes
import Statistics
import TestSupport
import Testing
import Words

/// Parsing what was printed gives the same scene back, for every scene.
@Suite struct `A scene survives its line` {
  // A parse takes milliseconds without optimisation, which bounds how many there are.
  @Test(arguments: 0..<20)
  func `whatever it is`(part: UInt64) throws {
    var random = SplitMix(seed: 1000 + part)
    for _ in 0..<100 {
      let scene = random.scene { (try? $0.recipe()) != nil }
      // A line never depends on what was shown before.
      let present = random.scene { _ in true }
      #expect(try Scene(parsing: scene.line, changing: present) == scene, "\(scene.line)")
    }
  }

  @Test func `or is refused in its framework's words`() throws {
    var random = SplitMix(seed: 3000)
    for _ in 0..<40 {
      let scene = random.scene { (try? $0.recipe()) == nil }
      let refusal = #expect(throws: InitializerError.self) { try scene.recipe() }
      let error = #expect(throws: SceneError.self) { try Scene(parsing: scene.line) }
      let framework = scene.tensor.framework
      #expect(error?.description == refusal.map { Catalogue.english($0.phrase(of: framework)) })
    }
  }

  @Test func `and any text is a scene or a sentence`() {
    var random = SplitMix(seed: 2000)
    let words = [
      "initscope", "normal", "uniform_", "kaiming_normal", "--shape", "--seed", "--gain", "--a",
      "--b", "--std", "--mode", "--nonlinearity", "--", "-h", "--help", "-", "-1", "3,4", "0",
      "sqrt(5)", "'", "\"", "relu", "fan_in", "x", "=", "--seed=5", "--a=-0.1", "é", "\n",
      "\u{1B}[m",
      "--version", "--mean", "nan", "--view", "matrix", "--pin", "\"zeros --pin ones\"", "none",
      "'normal --seed 3'", "\"'", "--std", "1/√fan_in", "he_normal", "--depth", "2**3",
      "--pin=--pin=x",
    ]
    for _ in 0..<80 {
      let line = (0..<random.below(8)).map { _ in random.pick(words) }.joined(separator: " ")
      do {
        let scene = try Scene(parsing: line)
        #expect(try Scene(parsing: scene.line) == scene)
      } catch {
        #expect(!error.description.isEmpty && !error.description.contains { $0.isNewline })
      }
    }
  }
}

extension SplitMix {
  /// A scene of any method, with any parameters, shape and seed that fulfil a condition.
  fileprivate mutating func scene(where condition: (Scene) -> Bool) -> Scene {
    while true {
      var scene = Scene(tensor(), view: pick(View.allCases))
      if below(2) == 0 { scene.panel = pick(PanelChoice.allCases) }
      if below(2) == 0 { scene.bins = pick(BinChoice.choices + [.count(1 + below(1000))]) }
      if below(3) == 0 {
        let pinned = tensor()
        if (try? pinned.recipe()) != nil { scene.pin = Pin(pinned, network: network()) }
      }
      if below(2) == 0 { scene.network = network() }
      if condition(scene) { return scene }
    }
  }

  private mutating func tensor() -> Tensor {
    let framework = pick(Framework.all)
    let layer = below(3) == 0 ? layer(in: framework) : nil
    if let layer { return layer }
    var initializer = Initializer(pick(framework.methods), of: framework)
    for parameter in initializer.parameters where below(2) == 0 {
      initializer[parameter] = value(of: parameter, of: initializer)
    }
    let extents = (0..<pick([0, 1, 2, 2, 2, 2, 3, 4, 5, 6])).map { _ in
      pick([0, 1, 2, 3, 16, 128, 1000])
    }
    let seed = pick([0, 1, 7, .max, 1 << 63, next(), next() >> 32])
    return Tensor(
      initializer: initializer, shape: (try? Shape(extents)) ?? .standard, seed: Seed(seed))
  }

  // A tensor of a layer of any kind and size; nil where the framework has none of them.
  private mutating func layer(in framework: Framework) -> Tensor? {
    let kind = pick(LayerKind.allCases)
    var sizes = kind.example
    for size in kind.sizes where below(2) == 0 {
      sizes[size] = pick([size.least, 1, 2, 3, 4, 8, 64, 300])
    }
    guard let call = try? LayerCall(kind, sizes, hasBias: below(3) > 0),
      let tensors = try? call.tensors(in: framework)
    else { return nil }
    return Tensor(pick(tensors), of: call, seed: Seed(pick([0, 7, 1 << 40, next()])))
  }

  private mutating func network() -> NetworkChoice {
    var network = NetworkChoice()
    if below(2) == 0 { network.depth = 1 + below(1000) }
    if below(2) == 0 { network.width = 1 + below(4096) }
    if below(2) == 0 { network.batch = 1 + below(4096) }
    if below(2) == 0 {
      network.activation = pick(Activation.allCases + [.leakyRelu(slope: 0.2)])
    }
    network.input = pick(NetworkInput.allCases)
    network.hasBias = below(2) == 0
    return network
  }

  private mutating func value(
    of parameter: Parameter, of call: Initializer
  ) -> ParameterValue {
    switch parameter {
    case .mode, .distribution: return pick(call.entry.choices(of: parameter))
    case .nonlinearity: return .nonlinearity(pick(Nonlinearity.allCases))
    case .a, .b, .mean, .std, .val, .sparsity, .scale: return .quantity(quantity())
    case .groups, .padding: return .count(below(40) - 5)
    case .gain:
      guard below(2) == 0 else { return .gain(.number(quantity())) }
      let slope = below(2) == 0 ? quantity() : nil
      return .gain(.calculated(pick(Nonlinearity.allCases), negativeSlope: slope))
    }
  }

  private mutating func quantity() -> Quantity {
    let expressions = [
      "sqrt(5)", "-1/sqrt(2)", "2*pi", "e", "1/3", "-(2)", "sqrt(2/3)*1e-3", "π·2", "+-1*2",
      "1/sqrt(fan_in)", "√(2/(fan_in+fan_out))", "12**-0.5", "2²", "1+1", "0x10*1_0", "10**40/3",
    ]
    switch below(6) {
    case 0: return (try? Quantity(parsing: pick(expressions), for: "a")) ?? Quantity(5)
    case 1: return Quantity(pick([0, -0.0, 1, -1, 0.1, 1e-45, .infinity, -.infinity, .nan, 3e38]))
    case 2: return Quantity(Double(bitPattern: next()))
    case 3: return Quantity(Double(below(2001) - 1000) / 1000)
    default: return Quantity(Double.random(in: -2...2, using: &self))
    }
  }
}
