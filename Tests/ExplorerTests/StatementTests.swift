import Initializers
import Measurements
import Readings
import Scenes
import Screen
import Testing
import Words

@testable import Explorer

/// What the screen shows, in words.
@Suite struct `A scene in words` {
  static let scenes =
    Framework.pyTorch.methods.flatMap { method -> [String] in
      let name = method.rawValue
      let scene = name == "dirac" ? "dirac --shape 6,4,3" : "\(name) --shape 24,16"
      // Without a file there is nothing in the view of files but how to open one.
      return Scenes.View.allCases.filter { $0 != .tensors }.map {
        "\(scene) --depth 4 --width 32 --view \($0.rawValue)"
      }
    } + [
      "normal --shape 0,4", "normal --shape 1,1", "constant --val inf", "sparse --shape 1,9",
      "trunc_normal --mean 1e30 --std 1e30 --a -1e38 --b 1e38",
    ]

  func spoken(_ line: String) throws -> Model {
    var model = Model(scene: try Scene(parsing: line)).spoken
    try? model.finishWork()
    return model
  }

  /// The value after a label.
  func value(_ label: String, _ line: String) throws -> String? {
    statements(of: try spoken(line)).joined().first { $0.label == label }?.value
  }

  @Test(arguments: scenes)
  func `is one labelled value a line`(line: String) throws {
    for pin in ["", " --pin xavier_normal"] {
      let paragraphs = statements(of: try spoken(line + pin))
      #expect(paragraphs.count > 3 && paragraphs.allSatisfy { !$0.isEmpty })
      for statement in paragraphs.joined() {
        let text = statement.line
        #expect(!text.contains { $0.isNewline } && !text.contains("  "), "\(text)")
        #expect(!statement.label.isEmpty && !text.hasSuffix(": "), "\(text)")
        let controls = text.unicodeScalars.filter { $0.value < 0x20 || $0.value == 0x7F }
        #expect(controls.isEmpty, "\(text)")
        #expect(!statement.value.contains("nan") || line.contains("constant"), "\(text)")
      }
    }
  }

  // PyTorch 2.13: torch.manual_seed(0); nn.init.xavier_uniform_(torch.empty(256, 128)), in float64.
  @Test func `has the numbers of the weights`() throws {
    let line = "xavier_uniform"
    #expect(try value("mean, sample", line) == "0.000585814")
    #expect(try value("std, sample", line) == "0.0720351")
    #expect(try value("std, theory", line) == "0.0721688")
    #expect(try value("max, sample", line) == "0.124986")
    #expect(try value("fan_in", line) == "128")
    #expect(
      try value("formula of bound", line)
        == "gain·√(6/(fan_in+fan_out)) = 1·√(6/(128+256)) = 0.125")
    let meaning = try #require(try value("meaning of ks_d", line))
    #expect(meaning.contains("gap"))
  }

  @Test func `counts every weight in its bins`() throws {
    let said = statements(of: try spoken("xavier_normal --shape 64,32")).joined()
    let bins = said.filter { $0.label.wholeMatch(of: /bin \d+/) != nil }
    #expect(bins.count > 5)
    let outside = said.filter { ["below all bins", "above all bins"].contains($0.label) }
    #expect((bins + outside).compactMap { Int($0.value) }.reduce(0, +) == 64 * 32)
    let expected = said.filter { $0.label.hasSuffix(", expected") }
      .compactMap { Double($0.value) }
    #expect(abs(expected.reduce(0, +) - 64 * 32) < 2)
  }

  @Test func `says what is outside of what chance gives, without colour`() throws {
    // Seed 0 has a bin at 2.6 standard errors, and seeds whose mean is that far are one in 22.
    let said = statements(of: try spoken("xavier_uniform")).joined()
    let scores = said.filter { $0.label.hasSuffix(", z") }
    #expect(scores.count > 20)
    for score in scores {
      let number = try #require(
        score.value.split(separator: ",").first.flatMap { Double($0) }, "\(score.line)")
      if abs(number) > 2.01 { #expect(score.value.contains("chance"), "\(score.line)") }
      if abs(number) < 1.99 { #expect(!score.value.contains("chance"), "\(score.line)") }
    }
    #expect(scores.contains { $0.value.hasSuffix("which chance seldom gives") })
  }

  @Test func `has every layer of every chart`() throws {
    let line = "xavier_normal --depth 5 --width 32 --view propagation"
    let said = statements(of: try spoken(line)).joined()
    for layer in 1...5 {
      for chart in ["Forward q", "Backward", "Weight gradients", "Activations by layer"] {
        #expect(said.contains { $0.label.hasPrefix("\(chart), layer \(layer), ") }, "\(chart)")
      }
    }
  }

  @Test func `names what is compared`() throws {
    let line = "xavier_normal --pin 'normal --std 0.1'"
    #expect(try value("A", line) == "normal")
    #expect(try value("A and B differ in", line) == "method, std")
    #expect(try value("std, theory, A", line) == "0.1")
    #expect(try value("std, theory, B", line) == "0.0721688")
    #expect(try value("std, theory, B/A", line) == "×0.722")
  }

  @Test func `is of a part alone if that is asked for`() throws {
    var model = try spoken("xavier_uniform")
    model.only = .numbers
    let labels = statements(of: model).joined().map(\.label)
    #expect(labels.contains("std, sample") && !labels.contains("view"))
    #expect(!labels.contains("Histogram"))
  }

  @Test func `is ASCII where that is asked for`() throws {
    for view in Scenes.View.allCases {
      var model = try spoken("xavier_uniform --pin xavier_normal --view \(view.rawValue)")
      model.capabilities.glyphs = .ascii
      for statement in statements(of: model).joined() {
        #expect(statement.line.utf8.allSatisfy { $0 < 0x80 }, "\(statement.line)")
      }
    }
  }

  @Test func `says why PyTorch refuses a scene`() throws {
    let refused = Model(scene: try Scene(parsing: "trunc_normal --shape 5")).pressing(.down)
    let said = statements(of: refused.spoken).joined()
    let reason = "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions"
    #expect(said.contains { $0.value == reason })
    #expect(said.contains { $0.label == "what can be done" })
  }
}
