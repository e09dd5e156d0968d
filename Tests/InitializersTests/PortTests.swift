import Testing

@testable import Initializers

/// The lines that give one framework's layer the law of another, read back as code.
// One case after another: others, which have time limits, wait for the same threads.
@Suite(.serialized) struct `Ported initializers` {
  struct Way: CustomTestStringConvertible, Sendable {
    let kind: LayerKind
    let origin: Framework
    let target: Framework

    var testDescription: String { "\(kind.rawValue) from \(origin.name) to \(target.name)" }
  }

  private static let ways = LayerKind.allCases.flatMap { kind in
    Framework.ofDifferentLaws.flatMap { origin in
      Framework.ofDifferentLaws.filter { $0 != origin }.map {
        Way(kind: kind, origin: origin, target: $0)
      }
    }
  }

  @Test(arguments: ways)
  func `have the law they are to have`(way: Way) async throws {
    await Task.yield()
    for call in Self.calls(of: way.kind) {
      guard let tensors = try? call.tensors(in: way.origin),
        let others = try? call.tensors(in: way.target)
      else { continue }
      for tensor in tensors {
        guard let port = Port(tensor, of: call, to: way.target) else {
          try Self.expectImpossible(tensor, among: others, in: way.target)
          continue
        }
        // Zeros, and ones in a line of their own.
        if tensor.initializer.method == .unitForgetBias { continue }
        let own = try #require(others.first { $0.part == tensor.part })
        let initializer = try Self.initializer(in: port.code, of: way.target, for: own)
        // Whoever is given an initializer of its own calls it with the shape, of attention flattened.
        let fanShape = call.kind == .embedding ? nil : own.fanShape
        let law = try Recipe(initializer, shape: own.shape, fanShape: fanShape).law
        let wanted = try tensor.recipe().law
        #expect(abs(law.std - wanted.std) <= 2e-8 * wanted.std, "\(port.code)")
        #expect(abs(law.mean - wanted.mean) <= 2e-8 * abs(wanted.mean), "\(port.code)")
        guard port.isSameLaw, wanted.std > 0 else { continue }
        for p in [0.01, 0.2, 0.7, 0.999] {
          let value = law.quantile(p)
          #expect(abs(wanted.distribution(value) - p) < 1e-6, "\(port.code)")
        }
      }
    }
  }

  @Test(arguments: [
    (
      LayerKind.lstm, "keras", "torch",
      [
        "nn.init.zeros_(layer.bias_ih_l0)", "nn.init.ones_(layer.bias_ih_l0[256:512])",
        "nn.init.zeros_(layer.bias_hh_l0)",
      ]
    ),
    (
      .lstm, "nnx", "torch",
      ["nn.init.zeros_(layer.bias_ih_l0)", "nn.init.zeros_(layer.bias_hh_l0)"]
    ),
    (
      .gru, "keras", "torch",
      ["nn.init.zeros_(layer.bias_ih_l0)", "nn.init.zeros_(layer.bias_hh_l0)"]
    ),
    (
      .rnn, "flax", "torch",
      ["nn.init.zeros_(layer.bias_ih_l0)", "nn.init.zeros_(layer.bias_hh_l0)"]
    ),
    (
      .lstm, "flax", "keras",
      ["bias_initializer=keras.initializers.Zeros()", "unit_forget_bias=False"]
    ),
    (.gru, "flax", "keras", ["bias_initializer=keras.initializers.Zeros()"]),
    (.dense, "keras", "torch", ["nn.init.zeros_(layer.bias)"]),
  ])
  func `leave nothing of the layer's own`(
    kind: LayerKind, origin: String, target: String, lines: [String]
  ) throws {
    let call = LayerCall.example(of: kind)
    let tensors = try call.tensors(in: .named(origin))
    let bias = try #require(tensors.last { $0.role == .bias })
    let port = try #require(try Port(bias, of: call, to: .named(target)))
    #expect([port.code] + port.others == lines)
  }

  @Test(arguments: [[LayerSize.layers: 2], [.directions: 2], [.projection: 8]])
  func `are none where a framework has no stacks`(sizes: [LayerSize: Int]) throws {
    let call = try LayerCall.example(of: .lstm).setting(sizes)
    for target in Framework.all where target != .pyTorch {
      for tensor in try call.tensors(in: .pyTorch) {
        #expect(Port(tensor, of: call, to: target) == nil)
      }
    }
  }

  // Kernels, groups and strides in which frameworks part.
  private static func calls(of kind: LayerKind) -> [LayerCall] {
    var calls = [LayerCall.example(of: kind)]
    if kind.isConvolution, !kind.isTransposed {
      for sizes in [[LayerSize.groups: 4], [.groups: 64, .out: 64], [.groups: 64], [.stride: 2]] {
        calls += [try? calls[0].setting(sizes)].compactMap(\.self)
      }
    }
    if kind.hasBias { calls += [try? calls[0].setting([:], hasBias: false)].compactMap(\.self) }
    return calls
  }

  // There is no such tensor, or no initializer draws its law: JAX's uniform begins at 0, and its
  // variance_scaling asks for two dimensions.
  private static func expectImpossible(
    _ tensor: LayerTensor, among others: [LayerTensor], in target: Framework
  ) throws {
    guard let own = others.first(where: { $0.part == tensor.part }) else { return }
    switch try tensor.recipe().law {
    case .ones, .sphere: return
    // Keras gives all four projections one initializer.
    case _ where target.isKeras && own.part == .output: return
    case .uniform where own.shape.extents.count < 2 && target.methods == Framework.flax.methods:
      return
    default: Issue.record("\(tensor.name) has no port")
    }
  }

  // Reads `kernel_init=initializers.he_normal()`, `nn.init.normal_(layer.weight, std=0.02)` and Keras's.
  private static func initializer(
    in code: String, of framework: Framework, for own: LayerTensor
  ) throws -> Initializer {
    if let slope = code.firstMatch(of: /^negative_slope_init=([-0-9.e]+)$/)?.1 {
      return try call("constant", ["val": String(slope)], of: framework)
    }
    let pattern =
      /^(?:[a-z_]+=)?(?:nn\.init\.|initializers\.|keras\.initializers\.)([A-Za-z_]+)(?:\((.*)\))?$/
    let parts = try #require(code.firstMatch(of: pattern), "\(code)")
    var arguments = (parts.2 ?? "").split(separator: ", ").map(String.init)
    if framework == .pyTorch { #expect(arguments.removeFirst() == "layer.\(own.name)") }
    let names = ["minval": "a", "maxval": "b", "stddev": "std", "value": "val"]
    var parameters: [String: String] = [:]
    for argument in arguments {
      let sides = argument.split(separator: "=", maxSplits: 1).map(String.init)
      try #require(sides.count == 2, "\(code)")
      var name = names[sides[0]] ?? sides[0]
      if name == "scale" { name = parts.1.lowercased() == "orthogonal" ? "gain" : "factor" }
      parameters[name] = sides[1].filter { $0 != "'" }
    }
    // HeNormal is he_normal.
    var name = ""
    for character in parts.1 {
      name += (character.isUppercase && !name.isEmpty ? "_" : "") + character.lowercased()
    }
    return try call(name, parameters, of: framework)
  }
}
