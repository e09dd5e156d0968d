import Initializers
import MeanField
import Networks
import Scenes
import Testing

@Suite("What cannot be sent is refused in words")
struct PropagationErrorTests {
  @Test("Numbers out of range")
  func rangesAreNamed() {
    #expect(
      message { _ = try Network(depth: 0, width: 8, activation: .relu) }
        == "--depth takes a whole number from 1 to 1000, not 0")
    #expect(
      message { _ = try Network(depth: 1, width: 4097, activation: .relu) }
        == "--width takes a whole number from 1 to 4096, not 4097")
    #expect(
      message { _ = try Network(depth: 1, width: 8, activation: .relu, batch: -1) }
        == "--batch takes a whole number from 1 to 4096, not -1")
  }

  @Test("PyTorch's refusals in PyTorch's words")
  func refusalsArePyTorchs() {
    #expect(
      message { _ = try run("dirac", depth: 2, width: 8) }
        == "A signal is sent through layers of two dimensions, out and in: "
        + "Only tensors with 3, 4, or 5 dimensions are supported")
    #expect(
      message { _ = try run("normal --std -1", depth: 2, width: 8) }
        == "normal expects std >= 0.0, but found std -1")
  }

  @Test("Networks too large for matrices whose method has no shortcut")
  func sizesAreNamed() {
    #expect(
      message { _ = try run("orthogonal", depth: 1000, width: 4096) }
        == "a network of orthogonal layers is computed up to 8·10⁹ multiply-adds, not 1 342.2·10⁹; "
        + "take a smaller --depth, --width or --batch")
    #expect(
      message { _ = try run("xavier_uniform", depth: 1000, width: 17, batch: 4096) }
        == "a network of xavier_uniform layers keeps up to 256 MiB of signals, not 265 MiB; "
        + "take a smaller --depth, --width or --batch")
  }

  @Test("A tensor without weights, whatever width is asked for", arguments: ["0,10", "10,0", "0"])
  func emptyTensorsAreNamed(shape: String) {
    let typeset = shape.replacing(",", with: "×")
    #expect(
      message { _ = try run("normal --shape \(shape)", depth: 2, width: 8) }
        == "The tensor, \(typeset), has no weights: there is nothing to send a signal through.")
  }

  private func run(
    _ line: String, depth: Int, width: Int, batch: Int = 64
  ) throws -> PropagationReport {
    try Simulation.report(line, depth: depth, width: width, activation: .relu, batch: batch)
  }

  private func message(_ body: () throws -> Void) -> String {
    do { try body() } catch { return "\(error)" }
    return "no error"
  }
}
