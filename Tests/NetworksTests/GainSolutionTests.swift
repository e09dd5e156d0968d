import Initializers
import MeanField
import Networks
import Testing
import Words

@Suite("What a method sets for a gain")
struct GainSolutionTests {
  static let shapes = [[256, 128], [128, 256], [64, 64], [64, 32, 3, 3]]

  /// √V or √D of an activation by a sum over the normal density, as MeanField's gains are 1 over them.
  private func gain(_ activation: Activation, _ kind: GainKind) -> Double {
    kind == .forward ? Gains(activation).forward : Gains(activation).backward
  }

  @Test("the law has σw² = g², or a sentence says why not", arguments: Framework.pyTorch.methods)
  func variance(method: Method) throws {
    for extents in Self.shapes {
      let extents =
        method == .dirac
        ? [64, 32, 3]
        : method == .sparse || method == .eye
          ? [extents[0], extents[1]] : extents
      let tensor = Tensor(initializer: Initializer(method), shape: try Shape(extents))
      let fans = try tensor.fans()
      for activation in Activation.allCases {
        for kind in [GainKind.forward, .backward] {
          let fan = Double(kind == .forward ? fans.fanIn : fans.fanOut)
          let wanted = gain(activation, kind) * gain(activation, kind)
          let place = "\(method.rawValue) \(extents) \(activation.name) \(kind.rawValue)"
          do {
            let solution = try GainSolution(kind, of: activation, for: tensor)
            let solved = Tensor(initializer: solution.initializer, shape: tensor.shape)
            let law = try solved.recipe().law
            #expect(abs(fan * law.std * law.std / wanted - 1) < 1e-6, "\(place)")
            #expect(abs(law.mean) <= 1e-9, "\(place)")
            #expect(abs(solution.weightVariance / wanted - 1) < 1e-12)
            #expect(solution.fan == (kind == .forward ? .fanIn : .fanOut))
          } catch let error as GainSolutionError {
            switch method {
            case .eye, .dirac, .constant, .ones, .zeros:
              #expect(error == .fixed(method.rawValue), "\(place)")
            case .kaimingUniform, .kaimingNormal:
              guard case .unknownGain(_, let value, _, _, let words) = error else {
                Issue.record("\(place): \(error)")
                continue
              }
              #expect(value * value == wanted, "\(place)")
              // What is advised instead has the law that was wanted.
              let other = try advised(words, shape: tensor.shape).recipe().law
              #expect(abs(fan * other.std * other.std / wanted - 1) < 1e-6, "\(place): \(words)")
            default: Issue.record("\(place): \(error)")
            }
            #expect(!error.description.isEmpty)
          }
        }
      }
    }
  }

  // "normal --std 0.1" as a tensor.
  private func advised(_ words: String, shape: Shape) throws -> Tensor {
    let words = words.split(separator: " ").map(String.init)
    var initializer = Initializer(try Method(parsing: words[0]))
    for index in stride(from: 1, to: words.count, by: 2) {
      let parameter = try #require(Parameter(rawValue: String(words[index].dropFirst(2))))
      try initializer.set(parameter, to: words[index + 1])
    }
    return Tensor(initializer: initializer, shape: shape)
  }

  @Test("He's and Glorot's gains are found where they are known")
  func known() throws {
    let square = try Shape([128, 128])
    func text(_ method: Method, _ activation: Activation, _ parameter: Parameter) throws -> String {
      try GainSolution(
        .forward, of: activation, for: Tensor(initializer: Initializer(method), shape: square)
      ).initializer[parameter].description
    }
    #expect(try text(.xavierUniform, .relu, .gain) == "1.41421356")
    #expect(try text(.kaimingNormal, .relu, .nonlinearity) == "relu")
    #expect(try text(.kaimingNormal, .leakyRelu(slope: 0.2), .a) == "0.2")
    #expect(try text(.kaimingNormal, .linear, .nonlinearity) == "linear")
    #expect(try text(.normal, .relu, .std) == "0.125", "√(2/128)")
    #expect(try text(.uniform, .linear, .b) == "0.153093109", "√(3/128)")
  }

  @Test("parameters of their own are taken into account, and a shift is not kept")
  func others() throws {
    let shape = try Shape([100, 100])
    var sparse = Initializer(.sparse)
    try sparse.set(.sparsity, to: "0.9")
    let solved = try GainSolution(
      .forward, of: .relu, for: Tensor(initializer: sparse, shape: shape))
    #expect(solved.initializer[.std].description == "0.447213595", "√(2/100/0.1)")
    var shifted = Initializer(.normal)
    try shifted.set(.mean, to: "3")
    let centred = try GainSolution(
      .forward, of: .relu, for: Tensor(initializer: shifted, shape: shape))
    #expect(centred.initializer[.mean].description == "0")
    // Bounds close enough to cut what counts.
    var cut = Initializer(.truncNormal)
    try cut.set(.a, to: "-0.3")
    try cut.set(.b, to: "0.3")
    let wide = try GainSolution(.forward, of: .relu, for: Tensor(initializer: cut, shape: shape))
    let law = try Tensor(initializer: wide.initializer, shape: shape).recipe().law
    #expect(abs(100 * law.std * law.std - 2) < 2e-6)
    try cut.set(.a, to: "-0.2")
    try cut.set(.b, to: "0.2")
    #expect(throws: GainSolutionError.truncated(std: 0.02.squareRoot())) {
      try GainSolution(.forward, of: .relu, for: Tensor(initializer: cut, shape: shape))
    }
  }

  @Test("a tensor without fans, or with a fan of 0, is told so")
  func fanless() throws {
    let normal = Initializer(.normal)
    #expect(throws: InitializerError.self) {
      try GainSolution(
        .forward, of: .relu, for: Tensor(initializer: normal, shape: try Shape([5])))
    }
    #expect(throws: GainSolutionError.noFan(.fanIn)) {
      try GainSolution(
        .forward, of: .relu, for: Tensor(initializer: normal, shape: try Shape([5, 0])))
    }
  }
}
