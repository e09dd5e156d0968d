import Initializers
import Testing

/// What is drawn, written and read again.
enum RoundTrip {
  /// A layer of a framework.
  struct Layer: CustomTestStringConvertible, Sendable {
    let framework: Framework
    let call: LayerCall

    var testDescription: String { "\(framework.name) \(call.line)" }
  }

  /// A method of a framework.
  struct Call: CustomTestStringConvertible, Sendable {
    let framework: Framework
    let method: Method

    var testDescription: String { "\(framework.name) \(method.rawValue)" }

    /// A tensor of more than 1024 weights that the method has.
    func tensor(_ seed: Seed) throws -> Tensor {
      let shape: [Int] =
        switch method {
        case .dirac: [16, 8, 3, 3]
        case .unitForgetBias: [1200]
        default: [40, 33]
        }
      return try Tensor(
        initializer: Initializer(method, of: framework), shape: Shape(shape), seed: seed)
    }
  }

  static let calls = Framework.all.flatMap { framework in
    framework.methods.map { Call(framework: framework, method: $0) }
  }

  static let layers: [Layer] = Framework.all.flatMap { framework in
    ((try? kinds()) ?? []).filter { $0.exists(in: framework) }.map {
      Layer(framework: framework, call: $0)
    }
  }

  // Small ones of every kind.
  private static func kinds() throws -> [LayerCall] {
    try [
      LayerCall(.dense, [.in: 20, .out: 13]), LayerCall(.conv1d, [.in: 6, .out: 9, .kernel: 3]),
      LayerCall(.conv2d, [.in: 6, .out: 5, .kernel: 3]),
      LayerCall(.conv3d, [.in: 3, .out: 4, .kernel: 2]),
      LayerCall(.conv2d, [.in: 8, .out: 16, .kernel: 3, .groups: 4]),
      LayerCall(.convTranspose1d, [.in: 7, .out: 5, .kernel: 4, .stride: 2]),
      LayerCall(.convTranspose2d, [.in: 5, .out: 6, .kernel: 3]),
      LayerCall(.convTranspose3d, [.in: 3, .out: 4, .kernel: 2]),
      LayerCall(.separable, [.in: 8, .out: 6, .kernel: 3]),
      LayerCall(.embedding, [.in: 15, .out: 11]),
      LayerCall(.embedding, [.in: 15, .out: 11, .padding: 3]),
      LayerCall(.lstm, [.in: 9, .out: 8]), LayerCall(.gru, [.in: 9, .out: 8]),
      LayerCall(.rnn, [.in: 9, .out: 7]), LayerCall(.attention, [.in: 12, .heads: 4]),
      LayerCall(.bilinear, [.in: 5, .in2: 6, .out: 4]), LayerCall(.layernorm, [.in: 12]),
      LayerCall(.batchnorm, [.in: 12]), LayerCall(.prelu, [.in: 12]),
    ]
  }
}
