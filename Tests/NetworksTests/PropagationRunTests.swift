import Initializers
import MeanField
import Scenes
import Testing

@testable import Networks

@Suite("A run goes layer by layer")
struct PropagationRunTests {
  @Test("Layers come first to last, gradients last to first")
  func reportsGrow() throws {
    let network = try Network(depth: 4, width: 8, activation: .tanh, batch: 3)
    var run = try PropagationRun(
      PropagationRequest(tensor: Tensor(parsing: "xavier_uniform"), network: network))
    var progress = -1.0
    for step in 0..<8 {
      let report = run.snapshot()
      #expect(report.layers.count == min(step, 4))
      #expect(report.layers.filter { $0.gradient != nil }.count == max(0, step - 4))
      #expect(report.progress > progress && !report.isComplete)
      progress = report.progress
      try run.advance()
    }
    #expect(run.isFinished && run.snapshot().progress == 1)
    let finished = run.snapshot().layers
    try run.advance()
    #expect(run.snapshot().layers == finished)
  }

  @Test(
    "Weights drawn again for the way back are the same",
    arguments: ["xavier_normal", "orthogonal", "sparse --sparsity 0.2", "trunc_normal"])
  func redrawnWeightsAreTheSame(line: String) throws {
    let network = try Network(depth: 5, width: 19, activation: .selu, batch: 6, hasBias: true)
    let request = PropagationRequest(tensor: try Tensor(parsing: line), network: network)
    var kept = try PropagationRun(request)
    var redrawn = try PropagationRun(request, weightLimit: 0)
    while !kept.isFinished { try kept.advance() }
    while !redrawn.isFinished { try redrawn.advance() }
    #expect(kept.snapshot().layers == redrawn.snapshot().layers)
  }

  @Test(
    "Every method and activation runs at any size without a trap",
    arguments: Framework.pyTorch.methods.filter { $0 != .dirac })
  func everythingRuns(method: Method) throws {
    for activation in Activation.allCases {
      for (width, batch) in [(1, 1), (2, 5), (17, 1)] {
        let line = method == .sparse ? "sparse --sparsity 0.5" : method.rawValue
        let constant = method == .constant ? line + " --val 3e38" : line
        let report = try Simulation.report(
          constant, depth: 3, width: width, activation: activation, batch: batch, input: .uniform,
          hasBias: batch == 5)
        #expect(report.layers.count == 3 && report.isComplete)
      }
    }
  }

  @Test("Signals that overflow or vanish do not trap", arguments: Activation.allCases)
  func extremesRun(activation: Activation) throws {
    for line in ["normal --std 100", "normal --std 1e-3", "normal --mean 5", "normal --std inf"] {
      for prefersShortcut in [false, true] {
        let report = try Simulation.report(
          line, depth: 60, width: 20, activation: activation, batch: 3, hasBias: true,
          prefersShortcut: prefersShortcut)
        #expect(report.layers.count == 60 && report.isShortcut == prefersShortcut)
      }
    }
  }

  @Test("Of the tensor, the shape does not count")
  func shapeDoesNotCount() throws {
    let first = try Simulation.report(
      "xavier_normal --shape 3,4", depth: 2, width: 9, activation: .relu)
    let second = try Simulation.report(
      "xavier_normal --shape 64,3,7,7", depth: 2, width: 9, activation: .relu)
    #expect(first.layers == second.layers)
  }
}
