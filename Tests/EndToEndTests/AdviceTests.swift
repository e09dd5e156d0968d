import Foundation
import PseudoTerminals
import Testing

/// Every command, option and word that a message, a table or the front page recommends is run.
@Suite struct `Advice` {
  private static let activations = [
    "linear", "relu", "leaky_relu", "tanh", "sigmoid", "selu", "gelu", "silu", "mish", "elu",
    "softplus",
  ]

  /// Runs a command that was recommended.
  private func expectRuns(_ arguments: [String], _ advice: String = "") throws {
    let run = try Initscope.run(arguments)
    #expect(
      run.status == .exited(0) && !run.output.isEmpty, "\(arguments) \(advice): \(run.errorText)")
  }

  /// The sentence with which a command is refused.
  private func refusal(of arguments: [String]) throws -> String {
    let run = try Initscope.run(arguments)
    #expect(run.status != .exited(0) && run.errorLines.count == 1, "\(arguments)")
    return run.errorLines.first.map { String($0.dropFirst("initscope: ".count)) } ?? ""
  }

  /// The commands between backticks, and after "Did you mean", as arguments of the program.
  private func commands(in text: String) -> [[String]] {
    let quoted =
      text.matches(of: /`([^`]+)`/).map(\.1)
      + text.matches(of: /(?:mean|or) '([^'-][^']*)'/).map(\.1)
    return quoted.map { text in
      let words = Self.words(text)
      return words.first == "initscope" ? Array(words.dropFirst()) : ["describe"] + words
    }
  }

  /// A shell's words of a command that quotes with ' or ".
  private static func words(_ text: Substring) -> [String] {
    text.matches(of: /'([^']*)'|"([^"]*)"|([^\s'"]+)/).map { match in
      String(match.1 ?? match.2 ?? match.3 ?? "")
    }
  }

  @Test func `of errors runs`() throws {
    var pieces = 0
    for method in [
      "xavier_uniform", "xavier_normal", "kaiming_normal", "kaiming_uniform", "orthogonal",
    ] {
      for activation in ["gelu", "silu", "mish", "elu", "softplus", "swish"] {
        let option = method.hasPrefix("kaiming") ? "--nonlinearity" : "--gain"
        let sentence = try refusal(of: ["describe", method, "--shape", "64,32", option, activation])
        let commands = commands(in: sentence)
        #expect(commands.count == 2, "\(sentence)")
        for command in commands { try expectRuns(command, sentence) }
        pieces += commands.count
      }
    }
    for name in [
      "xavier", "glorot", "he", "kaiming", "lecun", "lecun_normal", "lecun_uniform", "msra",
      "gaussian", "randn", "rand", "truncated_normal", "identity", "fill", "xavier_unifrom", "zero",
      "Linear", "conv2d", "variance_scaling",
    ] {
      let sentence = try refusal(of: ["describe", name])
      let commands = commands(in: sentence)
      #expect(!commands.isEmpty, "\(sentence)")
      for command in commands { try expectRuns(command, sentence) }
      pieces += commands.count
    }
    #expect(pieces == 60 + 26)
  }

  /// What is refused; the command that takes each recommended word; and how the sentence recommends.
  private static var accepted: [([String], [String], Regex<(Substring, Substring)>)] {
    [
      (["show", "--view", "x"], ["show", "--view"], /accepts (.*), not/),
      (["show", "--panel", "x"], ["show", "--panel"], /accepts (.*), not/),
      (["show", "--bins", "x"], ["show", "--bins"], /accepts (.*) or a number/),
      (["show", "--bins", "x"], ["show", "--bins"], /from (1 to 1000)/),
      (["show", "--input", "x"], ["show", "--input"], /accepts (.*), not/),
      (["show", "--theme", "x"], ["show", "--theme"], /is none of (.*)$/),
      (["show", "--glyphs", "x"], ["show", "--glyphs"], /is none of (.*)$/),
      (["show", "--activation", "x"], ["show", "--activation"], /use (.*)$/),
      (
        ["propagate", "--depth", "0"], ["propagate", "--width", "4", "--depth"], /from (1 to 1000)/
      ),
      (
        ["propagate", "--width", "0"], ["propagate", "--depth", "1", "--width"], /from (1 to 4096)/
      ),
      (
        ["propagate", "--batch", "0"], ["propagate", "--width", "4", "--batch"], /from (1 to 4096)/
      ),
      (
        ["show", "--activation", "leaky_relu:x"], ["show", "--activation"], /as in '(.*)'$/
      ),
      (["describe", "x"], ["describe"], /methods are (.*)$/),
      (["describe", "--shape", "x"], ["describe", "--shape"], /such as (.*), not/),
      (["describe", "--seed", "x"], ["describe", "--seed"], /from (.*), not/),
      (["describe", "--gain", "1..2"], ["describe", "--gain"], /such as (.*), not/),
      (
        ["describe", "kaiming_normal", "--mode", "x"], ["describe", "kaiming_normal", "--mode"],
        /one of \['(.*)'\]/
      ),
    ]
  }

  @Test func `of words that are accepted is taken`() throws {
    var pieces = 0
    for (refused, taking, pattern) in Self.accepted {
      let sentence = try refusal(of: refused)
      let list = try #require(sentence.firstMatch(of: pattern)?.1, "\(sentence)")
      let words = list.split(separator: /'?(, | or | to )'?/)
      #expect(words.count > 1, "\(sentence)")
      for word in words { try expectRuns(taking + [String(word)], sentence) }
      pieces += words.count
    }
    #expect(pieces == 71)
  }

  @Test func `of options is taken`() throws {
    let parameters = try refusal(of: ["describe", "kaiming_normal", "--gain", "2"])
    let options = parameters.matches(of: /--([a-z]+)/).dropFirst().map { String($0.1) }
    #expect(options == ["a", "mode", "nonlinearity"])
    for (option, value) in zip(options, ["0.2", "fan_out", "tanh"]) {
      try expectRuns(["describe", "kaiming_normal", "--\(option)", value], parameters)
    }
    let network = try refusal(of: ["propagate", "normal", "--view", "matrix"])
    for option in network.matches(of: /--([a-z]+)/).dropFirst().map({ String($0.1) }) {
      let value = try #require(Self.values[option], "\(option)")
      try expectRuns(["propagate", "normal", "--\(option)"] + value, network)
    }
  }

  // A value for every option that a help text lists.
  private static let values: [String: [String]] = [
    "shape": ["8,8"], "seed": ["0x2a"], "gain": ["tanh"], "a": ["0.1"], "b": ["2"],
    "mode": ["fan_out"], "nonlinearity": ["relu"], "mean": ["1/sqrt(fan_in)"], "std": ["√2"],
    "val": ["1/3"], "groups": ["2"], "sparsity": ["0.5"], "view": ["matrix"], "panel": ["qq"],
    "bins": ["sqrt"], "depth": ["3"], "width": ["8"], "activation": ["gelu"], "batch": ["4"],
    "input": ["uniform"], "bias": [], "no-bias": [], "pin": ["xavier_normal --seed 1"],
    "glyphs": ["ascii"], "theme": ["light"], "size": ["60x18"], "format": [], "json": [],
    "only": ["chart"], "lang": ["zh-Hans"], "scale": ["2", "--format", "png"],
    "framework": ["keras"], "factor": ["2"], "distribution": ["uniform"], "in": ["4"],
    "in2": ["5"], "out": ["3"], "kernel": ["3"], "stride": ["2"], "heads": ["2"],
    "layers": ["2"], "directions": ["2"], "projection": ["1"],
    "padding": ["1"], "tensor": ["bias"], "law": ["normal"], "without-bias": [],
  ]
  private static let methods = [
    "gain": "xavier_normal", "a": "uniform", "b": "uniform", "mode": "kaiming_normal",
    "nonlinearity": "kaiming_normal", "mean": "normal", "std": "normal", "val": "constant",
    "groups": "dirac", "sparsity": "sparse", "framework": "he_normal",
    "factor": "variance_scaling --framework keras",
    "distribution": "variance_scaling --framework keras", "in": "layer dense --out 3",
    "in2": "layer bilinear --in 4 --out 3", "out": "layer dense --in 4",
    "kernel": "layer conv2d --in 4 --out 4",
    "stride": "layer conv2d --in 4 --out 4 --kernel 3", "heads": "layer attention --in 8",
    "layers": "layer gru --in 4 --out 3", "directions": "layer rnn --in 4 --out 3",
    "projection": "layer lstm --in 4 --out 3",
    "padding": "layer embedding --in 8 --out 4", "tensor": "layer dense --in 4 --out 3",
    "without-bias": "layer dense --in 4 --out 3",
  ]

  @Test(arguments: ["explore", "show", "describe", "sample", "propagate"])
  func `of a help text is taken by its command`(command: String) throws {
    let help = try Initscope.run([command, "--help"]).text
    let options = Set(help.matches(of: /--([a-z][a-z-]*)/).map { String($0.1) })
      .subtracting(["help", "version", "output", "recipe", "scenes"])
    #expect(options.isSuperset(of: ["shape", "seed", "gain", "std"]))
    #expect(options.contains("pin") == ["explore", "show"].contains(command))
    #expect(options.contains("depth") == !["describe", "sample"].contains(command))
    for option in options.sorted() {
      var value = try #require(Self.values[option], "--\(option) of \(command) is not tried")
      // A network's layers are square matrices, which dirac has none of.
      if command == "propagate", option == "groups" { continue }
      if option == "law" {
        try tryLaw(command)
        continue
      }
      if option == "format" { value = [command == "show" ? "svg" : "csv"] }
      let method = Self.methods[option].map { Self.words($0[...]) } ?? []
      try expectRuns([command] + method + ["--\(option)"] + value)
    }
  }

  // Of a file, whose weights are not drawn.
  private func tryLaw(_ command: String) throws {
    let folder = try Initscope.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "weights.safetensors").path
    #expect(try Initscope.run(["sample", "normal", "-o", file]).status == .exited(0))
    if ["sample", "propagate"].contains(command) {
      let sentence = try refusal(of: [command, file, "--law", "normal"])
      #expect(sentence.contains("a file's weights are not drawn"), "\(sentence)")
    } else {
      try expectRuns([command, file, "--law", "normal"])
    }
  }

  @Test(arguments: activations)
  func `of gains runs`(activation: String) throws {
    let text = try Initscope.run(["gains", activation]).text
    let gains = text.matches(of: /--gain ([-+0-9.e]+)/).map { String($0.1) }
    for gain in gains {
      let run = try Initscope.run(["describe", "xavier_normal", "--gain", gain, "--json"])
      let object = try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any]
      #expect(object?["gain"] as? Double == Double(gain))
    }
    for command in text.matches(of: /'initscope ([^']+)'/).map(\.1) {
      try expectRuns(Self.words(command), text)
    }
    for command in commands(in: text) { try expectRuns(command, text) }
    let table = try Initscope.run(["gains"]).text
    for command in table.matches(of: /'initscope ([^']+)'/).map(\.1) {
      try expectRuns(Self.words(command.replacing("NAME", with: activation)[...]), table)
    }
  }

  @Test func `of the front page runs`() throws {
    let lines = try String(contentsOf: Initscope.readme, encoding: .utf8).components(
      separatedBy: "\n")
    let folder = try Initscope.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var pieces = 0
    // Scenes and recipes stand in lines of their own.
    let place = folder.appending(path: "recipe").path
    try "fc1.weight normal --shape 64,32".write(toFile: place, atomically: true, encoding: .utf8)
    let example = folder.appending(path: "model.safetensors").path
    #expect(
      try Initscope.run(["sample", "--recipe", place, "-o", example]).status == .exited(0))
    for block in lines.split(whereSeparator: { !$0.hasPrefix("    ") }) {
      let commands = block.filter {
        $0.hasPrefix("    initscope layer") || $0.hasPrefix("    initscope check")
          || $0.contains(" -o ")
      }
      for command in commands {
        let words = Self.words(command[...]).dropFirst()
        // What is written goes elsewhere.
        let run = try Initscope.run(
          words.map {
            $0.hasSuffix(".npy") || $0.hasSuffix("tensors") || $0.hasSuffix(".png")
              ? "\(folder.path)/\($0)" : $0
          })
        #expect(run.status == .exited(0), "\(command): \(run.errorText)")
        pieces += 1
      }
      guard commands.isEmpty, block.contains(where: { $0.contains("--shape") }) else { continue }
      if block.count == 1 {
        try expectRuns(["describe"] + Self.words(block.joined()[...]))
      } else {
        try block.joined(separator: "\n").write(toFile: place, atomically: true, encoding: .utf8)
        try expectRuns(["sample", "--recipe", place], block.joined(separator: "\n"))
      }
      pieces += block.count
    }
    // A row of the table of commands: with none of what stands in brackets, and with each.
    // Notes wait in a terminal, which other tests give them.
    let weights = folder.appending(path: "weights.safetensors").path
    #expect(try Initscope.run(["sample", "normal", "-o", weights]).status == .exited(0))
    let layer = folder.appending(path: "layer.safetensors").path
    let model = folder.appending(path: "model.safetensors").path
    for drawn in [
      ["layer", "dense", "--in", "40", "--out", "30", "--seed", "7", "-o", layer],
      ["--recipe", place, "--seed", "7", "-o", model],
    ] {
      #expect(try Initscope.run(["sample"] + drawn).status == .exited(0))
    }
    for line in lines where line.hasPrefix("| `initscope ") && !line.contains("--notes") {
      let cell = try #require(line.firstMatch(of: /`initscope ([^`]+)`/)?.1)
        .replacing(
          "check FILE --layer 'LAYER'", with: "check \(layer) --layer 'dense --in 40 --out 30'"
        )
        .replacing("check FILE --recipe", with: "check \(model) --recipe")
        .replacing("check FILE", with: "check \(weights)")
        .replacing("FILE [FILE]", with: "\(weights) [\(layer)]")
        .replacing("SCENE", with: "normal").replacing("FILE", with: folder.path + "/out")
        .replacing("NAME", with: "seeds").replacing("FOLDER", with: folder.path + "/handout")
        .replacing("KIND", with: "dense --in 4 --out 3").replacing("FRAMEWORK", with: "keras")
        .replacing("ACTIVATION", with: "gelu").replacing("N]", with: "7]")
        .replacing("--seed N", with: "--seed 0")
        .replacing("--recipe \(folder.path)/out", with: "--recipe \(place)")
        .replacing("\\|", with: "|")
      let plain = cell.replacing(/\[[^\]]*\]/, with: "")
      for choice in [""] + cell.matches(of: /\[([^\]]*)\]/).map({ String($0.1) }) {
        let name = choice.firstMatch(of: /^-[-a-z]+\s/).map { String($0.0) } ?? ""
        let words = String(choice.dropFirst(name.count)).split(separator: "|").map(String.init)
        for word in choice.isEmpty ? [""] : words {
          var arguments = Self.words("\(plain) \(name)\(word)"[...])
          if arguments.contains("--recipe"), let output = arguments.lastIndex(of: "-o") {
            arguments[output + 1] = folder.path + "/out.safetensors"
          }
          let run = try Initscope.run(arguments)
          #expect(run.status == .exited(0), "\(arguments): \(run.errorText)")
          pieces += 1
        }
      }
    }
    // What may be typed in a field.
    for text in ["0.02", "sqrt(5)", "tanh", "64,3,7,7"] {
      #expect(lines.contains { $0.contains("`\(text)`") })
    }
    #expect(pieces >= 30)
  }
}
