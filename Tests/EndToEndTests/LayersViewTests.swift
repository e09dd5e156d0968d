import PseudoTerminals
import Testing

/// View 4, layers by name, in a real pseudo-terminal.
@Suite struct `The view of layers` {
  private let up = "\u{1B}OA"
  private let down = "\u{1B}OB"
  private let right = "\u{1B}OC"
  private let left = "\u{1B}OD"

  private func expect(
    _ terminal: PseudoTerminal, toShow words: String..., location: SourceLocation = #_sourceLocation
  ) {
    let isShown = terminal.wait(timeout: .seconds(20)) { screen in
      words.allSatisfy(screen.text.contains)
    }
    #expect(isShown, "\(words)\n\(terminal.screen.text)", sourceLocation: location)
  }

  @Test(arguments: [(80, 24), (100, 30), (160, 50)])
  func `comes with its key, and what is chosen there is in all views`(
    columns: Int, rows: Int
  ) throws {
    let terminal = try Initscope.open(columns: columns, rows: rows)
    expect(terminal, toShow: "KS D ")
    terminal.send("4")
    // The layer whose weight has the shape that was shown, as each framework makes it.
    expect(terminal, toShow: "PyTorch", "Keras", "flax", "dense", "Why they part")
    // The next kind, then its sizes.
    terminal.send(down)
    expect(terminal, toShow: "conv1d", " kernel  3")
    terminal.send(up)
    expect(terminal, toShow: "dense", " in      128")
    terminal.send("\t" + right)
    expect(terminal, toShow: " in      256")
    terminal.send(left)
    expect(terminal, toShow: " in      128")
    // The frameworks by a key.
    terminal.send("w")
    expect(terminal, toShow: "made by Keras 3.15")
    terminal.send("W")
    expect(terminal, toShow: "made by PyTorch 2.13")
    terminal.send("W")
    expect(terminal, toShow: "made by flax.nnx 0.12")
    // The other views show its tensor.
    terminal.send("1")
    expect(terminal, toShow: "nnx dense kernel", "128×256")
    terminal.send("4p1")
    expect(terminal, toShow: "A")
    terminal.send("w")
    expect(terminal, toShow: "made by PyTorch 2.13", "dense weight", "256×128")
    quit(terminal)
  }

  @Test func `is what a command line may ask for`() throws {
    let terminal = try Initscope.open(
      [
        "explore", "layer", "lstm", "--in", "40", "--out", "24", "--framework", "flax", "--view",
        "layers",
      ])
    expect(terminal, toShow: "lstm", "hi.kernel", "orthogonal", "PyTorch")
    terminal.send(":layer bilinear --in 4 --in2 3 --out 2\r")
    expect(terminal, toShow: "flax has no bilinear layer of this form")
    terminal.send("\u{15}'keras.layers.Dense(64)' --in 32 --framework keras\r")
    expect(terminal, toShow: "dense", " out     64")
    quit(terminal)
  }
}
