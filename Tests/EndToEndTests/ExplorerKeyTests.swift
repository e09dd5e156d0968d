import Foundation
import PseudoTerminals
import Testing

/// The explorer's keys, in a real pseudo-terminal.
@Suite struct `The explorer's keys` {
  private let up = "\u{1B}OA"
  private let down = "\u{1B}OB"
  private let right = "\u{1B}OC"
  private let left = "\u{1B}OD"

  private func open(_ arguments: [String] = []) throws -> PseudoTerminal {
    let terminal = try Initscope.open(arguments)
    try #require(terminal.wait(for: "KS D "), "\(terminal.screen.text)")
    return terminal
  }

  /// Waits until all words are on the screen at once.
  private func expect(
    _ terminal: PseudoTerminal, toShow words: String..., location: SourceLocation = #_sourceLocation
  ) {
    let isShown = terminal.wait(timeout: .seconds(20)) { screen in
      words.allSatisfy(screen.text.contains)
    }
    #expect(isShown, "\(words)\n\(terminal.screen.text)", sourceLocation: location)
  }

  @Test func `pasted text is text: nothing in it is a key`() throws {
    let terminal = try open()
    terminal.send(":")
    expect(terminal, toShow: " :")
    terminal.paste("initscope xavier_normal --seed 3\nuniform\tq\nquit\n")
    #expect(
      terminal.wait {
        $0.area(.footer) == [" :initscope xavier_normal --seed 3 uniform q quit"]
      }, "\(terminal.screen.text)")
    terminal.send("\u{15}")
    terminal.paste("initscope xavier_normal \\\n--seed 3\n")
    #expect(terminal.wait { $0.area(.footer) == [" :initscope xavier_normal  --seed 3"] })
    terminal.send("\r")
    expect(terminal, toShow: "xavier_normal  256×128  seed 3")
    // Where nothing is typed it waits for Enter.
    terminal.paste("q\nuniform\n")
    #expect(terminal.wait { $0.area(.footer) == [" :q uniform"] })
    terminal.send("\u{3}")
    expect(terminal, toShow: "? keys  q quit")
    terminal.paste(String(repeating: "x", count: 200_000))
    expect(terminal, toShow: "no more than 2000 bytes can be typed")
    terminal.send("\u{3}")
    expect(terminal, toShow: "? keys  q quit")
    quit(terminal)
  }

  @Test func `Alt is no letter, and in the prompt it goes by words`() throws {
    let terminal = try open()
    terminal.readUntilStill()
    let text = terminal.screen.text
    terminal.send("\u{1B}q\u{1B}r\u{1B}\r")
    terminal.readUntilStill()
    #expect(terminal.screen.text == text)
    terminal.send(":normal --seed 7\u{1B}b\u{1B}b\u{1B}\u{7F}xx")
    #expect(terminal.wait { $0.area(.footer) == [" :xxseed 7"] }, "\(terminal.screen.text)")
    terminal.send("\u{1B}f\u{1B}[1;5C9\u{1}\u{1B}d")
    #expect(terminal.wait { $0.area(.footer) == [" : 79"] }, "\(terminal.screen.text)")
    terminal.send("\u{17}\u{5}\u{17}8")
    #expect(terminal.wait { $0.area(.footer) == [" : 8"] }, "\(terminal.screen.text)")
    terminal.send("\u{3}")
    expect(terminal, toShow: "? keys  q quit")
    quit(terminal)
  }

  // With pauses between the bursts, as over a slow line.
  @Test(arguments: [
    "]4;1;rgb:qq/2/3\u{1B}\\", "P1+r436f=qqq\u{1B}\\", "_Gq=1;OK\u{1B}\\", "[?62;1;4q",
    "[?2026;2$y", "[24;80R", "[I", "[97;5u", "[<35;3;4M",
  ])
  func `an answer of the terminal is no key, however it comes`(answer: String) throws {
    let terminal = try open()
    terminal.readUntilStill()
    let text = terminal.screen.text
    let bytes = Array("\u{1B}\(answer)".utf8)
    for split in [0, 1, 2, 3, bytes.count / 2, bytes.count - 1] {
      terminal.send(bytes: Array(bytes[..<split]))
      terminal.readUntilStill(for: .milliseconds(60))
      terminal.send(bytes: Array(bytes[split...]))
      terminal.readUntilStill(for: .milliseconds(60))
      #expect(terminal.screen.text == text, "\(split)")
    }
    quit(terminal)
  }

  @Test func `arrows change the method and come back`() throws {
    let terminal = try open()
    terminal.send(down)
    expect(terminal, toShow: "xavier_normal  256×128  seed 0", "W ~ N(0, 0.07217²)")
    let frame = try Initscope.frame(["xavier_normal"], columns: 100, rows: 30)
    #expect(terminal.wait { $0.lines == frame })
    terminal.send(down + down)
    expect(terminal, toShow: "kaiming_normal  256×128  seed 0", "gain/√fan_in")
    terminal.send("\u{1B}[A" + up + up)
    expect(terminal, toShow: "xavier_uniform  256×128  seed 0", "KS D 0.00601")
    terminal.send("kkkkkkkk")
    expect(terminal, toShow: " ▸ uniform", "uniform  256×128  seed 0")
    quit(terminal)
  }

  @Test func `Tab and arrows change the parameters`() throws {
    let terminal = try open()
    terminal.send("\t" + down + right)
    expect(terminal, toShow: "gain    1.1", "0.1375")
    terminal.send(left + left)
    expect(terminal, toShow: "gain    0.9")
    terminal.send("]")
    expect(terminal, toShow: "gain    0.91")
    terminal.send("\u{7F}")
    expect(terminal, toShow: "gain    1 ", "KS D 0.00601")
    terminal.send(up + right)
    expect(terminal, toShow: "512×256")
    quit(terminal)
  }

  @Test func `an exact value is typed, and a wrong one explains itself`() throws {
    let terminal = try open()
    terminal.send("\t" + down + "\r")
    expect(terminal, toShow: "a number, sqrt(2), or a nonlinearity")
    terminal.send("tanh\r")
    expect(terminal, toShow: "gain    tanh", "gain = 5/3")
    terminal.send("egelu\r")
    expect(terminal, toShow: "Unsupported nonlinearity gelu")
    terminal.send("\u{15}1..2\r")
    expect(terminal, toShow: "--gain takes a number or an expression")
    terminal.send("\u{15}-1\r")
    expect(terminal, toShow: "uniform_ expects to return a [from, to) range, but found from=0.125")
    terminal.send("\u{1B}")
    expect(terminal, toShow: "gain    tanh", "? keys  q quit")
    terminal.send("y")
    expect(terminal, toShow: "initscope xavier_uniform --shape 256,128 --gain tanh --seed 0")
    terminal.send("q")
    expect(terminal, toShow: "Parameters")
    quit(terminal)
  }

  @Test func `a colon takes a scene and refuses a wrong one in PyTorch's words`() throws {
    let terminal = try open()
    terminal.send(":kaiming_normal --shape 64,32 --mode fan_avg\r")
    expect(terminal, toShow: "Mode fan_avg not supported, please use one of ['fan_in', 'fan_out']")
    terminal.send("\u{15}kaiming_normal --shape 64,32 --seed 5\r")
    expect(terminal, toShow: "kaiming_normal  64×32  seed 5")
    // Without a method the words change the scene on the screen.
    terminal.send(":--nonlinearity relu\r")
    expect(terminal, toShow: "kaiming_normal  64×32  seed 5", "nonlinearity relu")
    terminal.send(":--help\r")
    expect(terminal, toShow: "A scene is a method and its options")
    terminal.send("\u{1B}")
    expect(terminal, toShow: "? keys  q quit")
    quit(terminal)
  }

  @Test func `y shows the command and the PyTorch call`() throws {
    let terminal = try open(["kaiming_uniform", "--a", "sqrt(5)", "--seed", "3"])
    terminal.send("y")
    expect(
      terminal, toShow: "initscope kaiming_uniform --shape 256,128 --a 'sqrt(5)' --seed 3",
      "import math", "torch.manual_seed(3)", "w = torch.empty(256, 128)",
      "nn.init.kaiming_uniform_(w, a=math.sqrt(5))")
    terminal.send("y")
    expect(terminal, toShow: "Histogram")
    quit(terminal)
  }

  @Test func `views, panels and the crosshair have keys`() throws {
    let terminal = try open()
    terminal.send("3")
    expect(terminal, toShow: "Singular values", "Marchenko–Pastur", "σ max", "a cell: mean of")
    terminal.send("1d")
    expect(terminal, toShow: "ECDF − law", "95 % band")
    terminal.send("d")
    expect(terminal, toShow: "QQ − law")
    terminal.send("d")
    expect(terminal, toShow: "Tails")
    terminal.send("dd")
    expect(terminal, toShow: "Density")
    terminal.send("c" + right)
    expect(terminal, toShow: "z ", "F 0.", " of ", "bin")
    terminal.send("c")
    quit(terminal)
  }

  @Test func `a pinned scene stays beside what follows`() throws {
    let terminal = try open()
    terminal.send("p" + down)
    expect(terminal, toShow: "A xavier_uniform · differs: method, law", "B xavier_normal", "B/A")
    terminal.send("3")
    expect(terminal, toShow: "Singular values", "B/A", "A ───")
    terminal.send("x")
    expect(terminal, toShow: "A xavier_normal", "B xavier_uniform")
    terminal.send("1P")
    expect(terminal, toShow: "Histogram", "KS D 0.00601")
    quit(terminal)
  }

  @Test func `a signal is sent through depth, and Xavier beside He`() throws {
    let terminal = try open(["kaiming_normal", "--nonlinearity", "relu"])
    terminal.send("2")
    expect(terminal, toShow: "30×256 relu", "signal keeps its size", "gradients keep their size")
    terminal.send("p" + up + up)
    expect(
      terminal, toShow: "signal vanishes: rms × 0.6", "30 plain layers", "B xavier_normal",
      "A kaiming_normal")
    terminal.send("G")
    expect(terminal, toShow: "1.5335", "none", "backward 1/√(E f′²)")
    terminal.send("G")
    terminal.send("\t" + down + down + right)
    expect(terminal, toShow: "40×256 relu", "40 plain layers", "·10⁻⁷")
    quit(terminal)
  }

  @Test func `glyphs and themes are switched live`() throws {
    let terminal = try open()
    terminal.send("g")
    expect(terminal, toShow: "Glyphs: block")
    terminal.send("g")
    expect(terminal, toShow: "Glyphs: ascii", "Histogram ----")
    terminal.send("t")
    expect(terminal, toShow: "Theme: ")
    terminal.send("g")
    expect(terminal, toShow: "Glyphs: braille", "Histogram ────")
    quit(terminal)
  }

  @Test func `a question mark shows the keys, another one what the signs mean`() throws {
    let terminal = try open()
    terminal.send("?")
    expect(terminal, toShow: "next, previous seed", "type: 0.02, sqrt(5)", "leave")
    terminal.send("?")
    expect(terminal, toShow: "What the signs mean", "The average of the weights", "1/2")
    terminal.send("\u{1B}[6~")
    expect(terminal, toShow: "2/2", "W ~")
    terminal.send("?")
    expect(terminal, toShow: "Histogram", "KS D 0.00601")
    quit(terminal)
  }

  @Test func `r draws the next seed and R the one before`() throws {
    let terminal = try open()
    terminal.send("r")
    let frame = try Initscope.frame(["--seed", "1"], columns: 100, rows: 30)
    #expect(terminal.wait { $0.lines == frame })
    terminal.send("R")
    expect(terminal, toShow: "seed 0", "KS D 0.00601")
    terminal.send("R")
    expect(terminal, toShow: "seed 18446744073709551615")
    quit(terminal)
  }

  @Test func `space plays until it is pressed again`() throws {
    let terminal = try open()
    terminal.send(" ")
    expect(terminal, toShow: "playing")
    #expect(
      terminal.wait { screen in
        screen.lines[0].split(separator: " ").last.flatMap { Int($0) }.map { $0 >= 3 } ?? false
      })
    terminal.send(" ")
    #expect(terminal.wait { !$0.text.contains("playing") })
    terminal.readUntilStill(for: .milliseconds(100))
    let stopped = terminal.screen.lines[0]
    terminal.readUntilStill(for: .milliseconds(500))
    #expect(terminal.screen.lines[0] == stopped)
    quit(terminal)
  }

  @Test func `a file of scenes is stepped through, and a wrong one named by line and column`()
    throws
  {
    let folder = try Initscope.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("steps.scenes")
    try "xavier_normal # Glorot\n\n--seed 4\n".write(to: file, atomically: true, encoding: .utf8)
    let terminal = try open(["explore", "--scenes", file.path])
    expect(terminal, toShow: "xavier_normal  256×128  seed 0", "PgDn step 1/2")
    terminal.send("\u{1B}[6~")
    expect(terminal, toShow: "xavier_normal  256×128  seed 4", "PgDn step 2/2")
    terminal.send("u")
    expect(terminal, toShow: "undone: seed 4 → 0")
    quit(terminal)
    try "zeros\n  normal --std 1..2".write(to: file, atomically: true, encoding: .utf8)
    let wrong = try Initscope.run(["explore", "--scenes", file.path])
    #expect(wrong.status != .exited(0))
    #expect(
      wrong.errorText.hasPrefix(
        "initscope: '\(file.path)': line 2, column 16: --std takes a number"),
      "\(wrong.errorText)")
    let beside = try Initscope.run(["explore", "zeros", "--scenes", file.path])
    #expect(beside.errorText.contains("--scenes takes no scene beside the file's, so 'zeros'"))
  }

  @Test func `the mouse is off until M, points at what is seen, and is given back`() throws {
    let terminal = try open()
    func sent(_ text: String) -> Bool {
      String(decoding: terminal.output, as: UTF8.self).contains(text)
    }
    #expect(!sent("\u{1B}[?1000h"))
    terminal.send("M")
    expect(terminal, toShow: "The mouse is on")
    #expect(sent("\u{1B}[?1000h\u{1B}[?1006h"))
    let row = try #require(terminal.screen.lines.firstIndex { $0.contains("   kaiming_normal") })
    terminal.send("\u{1B}[<0;6;\(row + 1)M\u{1B}[<0;6;\(row + 1)m")
    expect(terminal, toShow: "kaiming_normal  256×128  seed 0")
    terminal.send("\u{1B}[<64;6;\(row + 1)M")
    expect(terminal, toShow: "kaiming_uniform  256×128  seed 0")
    #expect(!sent("\u{1B}[?1000l"))
    quit(terminal)
    #expect(sent("\u{1B}[?1006l\u{1B}[?1000l"))
  }

  @Test func `y hands the code to the terminal's clipboard`() throws {
    let terminal = try open()
    terminal.send("y")
    expect(terminal, toShow: "also on the clipboard")
    // "# initscope xavier_uniform ", by Python's base64.
    #expect(
      String(decoding: terminal.output, as: UTF8.self)
        .contains("\u{1B}]52;c;IyBpbml0c2NvcGUgeGF2aWVyX3VuaWZvcm0g"))
    terminal.send("y")
    quit(terminal)
  }
}
