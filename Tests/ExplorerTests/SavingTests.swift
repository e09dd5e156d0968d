import Scenes
import Screen
import Testing
import Words

@testable import Explorer

@Suite("Saving what is on the screen")
struct SavingTests {
  private func saving(_ model: Model) -> (Model, [Saving]) {
    var model = model
    let savings = model.takeEffects().compactMap { effect -> Saving? in
      if case .save(let saving) = effect { saving } else { nil }
    }
    return (model, savings)
  }

  @Test("s proposes a name, and Tab goes through the endings")
  func proposal() {
    var model = Model().pressing(.character("s"))
    #expect(model.entry?.text == "xavier_uniform.svg")
    for format in SaveFormat.allCases.dropFirst() + [.svg] {
      model = model.pressing(.tab)
      #expect(model.entry?.text == "xavier_uniform.\(format.rawValue)")
    }
    let typed = Model().pressing(.character("s")).typing("a.b/c.x").pressing(.tab)
    #expect(typed.entry?.text == "a.b/c.svg")
    let bare = Model().pressing(.character("s"), .control("u")).typing(".svg").pressing(.tab)
    #expect(bare.entry?.text == ".svg")
  }

  @Test("the first character typed takes the proposal's place, other keys edit it")
  func proposalIsSelected() {
    let asked = Model().pressing(.character("s"))
    #expect(asked.entry?.isSelected == true)
    #expect(asked.typing("a.png").entry?.text == "a.png")
    #expect(asked.pressing(.tab).typing("b").entry?.text == "b")
    #expect(asked.pressing(.backspace).entry?.text == "xavier_uniform.sv")
    #expect(asked.pressing(.home).typing("my_").entry?.text == "my_xavier_uniform.svg")
    #expect(asked.pressing(.end).typing("z").entry?.text == "xavier_uniform.svgz")
    #expect(asked.pressing(.left).typing("_").entry?.text == "xavier_uniform.sv_g")
    // A name that was typed is not thrown away when it is asked for again.
    let again = asked.typing("no/a.svg").pressing(.enter)
      .updated(by: .saved(path: "no/a.svg", .refused(.verbatim("no folder"))))
    #expect(again.typing("x").entry?.text == "no/a.svgx")
  }

  @Test("deleting in an empty prompt leaves it open", arguments: [":", "s"])
  func emptyPrompt(key: Character) {
    let empty = Model().pressing(.character(key), .control("u"), .backspace, .backspace)
    #expect(empty.entry?.text == "")
    #expect(empty.pressing(.escape).entry == nil)
  }

  @Test("the screen is asked for once, as it was before the prompt")
  func once() throws {
    let shown = try model("xavier_normal --seed 3").on(Size(columns: 100, rows: 30))
    let (model, savings) = saving(
      shown.pressing(.character("s"), .control("u")).typing("Plot.PNG").pressing(.enter))
    let asked = try #require(savings.first)
    #expect(savings.count == 1 && model.effects.isEmpty)
    #expect(asked.path == "Plot.PNG" && asked.format == .png && !asked.replaces)
    #expect(view(asked.screen) == view(shown))
    #expect(model.entry == nil && model.notice?.sentence == "Writing Plot.PNG…")
  }

  @Test("a name whose ending stands for nothing is refused", arguments: ["", "a", "a.doc", ".png"])
  func ending(name: String) {
    let (model, savings) = saving(
      Model().pressing(.character("s"), .control("u")).typing(name).pressing(.enter))
    #expect(savings.isEmpty)
    #expect(
      model.entry?.complaint?.english
        == "A file to save to ends in .svg, .png, .txt, .ansi, .words, .json, .npy or .scene.")
  }

  @Test("a file that is there is replaced when Enter is pressed again, and under no other name")
  func replacing() throws {
    let (asked, _) = saving(Model().pressing(.character("s"), .enter))
    let told = asked.updated(by: .saved(path: "xavier_uniform.svg", .exists))
    #expect(
      told.entry?.complaint?.english
        == "xavier_uniform.svg is there already: ⏎ replaces it, another name spares it.")
    #expect(saving(told.pressing(.enter)).1.map(\.replaces) == [true])
    let other = told.pressing(.home).typing("my_").pressing(.enter)
    #expect(saving(other).1.map(\.replaces) == [false])
    // Even the same name, when it is asked for anew.
    let again = told.pressing(.escape, .character("s"), .enter)
    #expect(saving(again).1.map(\.replaces) == [false])
  }

  @Test("what has come of it is said until the next key")
  func outcomes() {
    let (asked, _) = saving(Model().pressing(.character("s"), .enter))
    let done = asked.updated(by: .saved(path: "a.svg", .written(bytes: 1)))
    #expect(done.notice?.sentence == "Saved a.svg: 1 B")
    #expect(
      asked.updated(by: .saved(path: "a.svg", .written(bytes: 17738))).notice?.sentence
        == "Saved a.svg: 17.3 KiB")
    #expect(done.pressing(.down).notice == nil)
    let failed = asked.updated(by: .saved(path: "a.svg", .failed(.verbatim("full"))))
    #expect(failed.notice == .error(.verbatim("full")) && failed.entry == nil)
    let refused = asked.updated(by: .saved(path: "no/a.svg", .refused(.verbatim("no folder"))))
    #expect(refused.entry?.text == "no/a.svg")
    #expect(refused.entry?.complaint == .verbatim("no folder"))
  }

  @Test("one file is written at a time, and is not left without a word")
  func busy() {
    let (asked, _) = saving(Model().pressing(.character("s"), .enter))
    let (second, savings) = saving(asked.pressing(.character("s"), .enter))
    #expect(savings.isEmpty)
    #expect(second.entry?.complaint?.english == "xavier_uniform.svg is still being written.")
    let warned = asked.pressing(.character("q"))
    #expect(!warned.isFinished)
    #expect(
      warned.notice?.sentence
        == "xavier_uniform.svg is still being written: once more gives it up.")
    #expect(warned.pressing(.character("q")).isFinished)
    let written = asked.updated(by: .saved(path: "xavier_uniform.svg", .written(bytes: 5)))
    #expect(written.pressing(.character("q")).isFinished)
  }

  @Test("how much is written is said, unless a key has taken that away")
  func progress() {
    let (asked, _) = saving(Model().pressing(.character("s"), .enter))
    let some = asked.updated(by: .saving(percent: 3)).updated(by: .saving(percent: 42))
    #expect(some.notice?.sentence == "Writing xavier_uniform.svg… 42 %")
    #expect(some.pressing(.down).updated(by: .saving(percent: 43)).notice == nil)
    #expect(Model().updated(by: .saving(percent: 5)).notice == nil)
  }

  @Test("a name typed meanwhile is not lost to what comes of another file")
  func meanwhile() {
    let (asked, _) = saving(Model().pressing(.character("s"), .enter))
    let typing = asked.pressing(.character(":")).typing("eye")
    for outcome in [SaveOutcome.written(bytes: 5), .failed(.verbatim("full"))] {
      #expect(typing.updated(by: .saved(path: "a.svg", outcome)).entry?.text == "eye")
    }
    let refused = typing.updated(by: .saved(path: "a.svg", .refused(.verbatim("no folder"))))
    #expect(refused.entry?.text == "eye" && refused.notice == .error(.verbatim("no folder")))
  }
}

@Suite("A part of a view alone")
struct PartTests {
  private func frame(_ line: String, _ part: Part, _ size: Size) throws -> Frame {
    var model = Model(scene: try Scene(parsing: line), size: size)
    model.only = part
    try model.finishWork()
    return view(model)
  }

  private static let views = ["distribution", "propagation", "matrix"]

  @Test("shows what is asked for and nothing beside it", arguments: views)
  func alone(view: String) throws {
    let words: [Part: [String]] = [
      .chart: ["Histogram", "Forward", "Weights"], .numbers: ["Numbers", "Numbers", "Numbers"],
      .formula: ["Formula", "Verdict", "Spectrum"],
    ]
    let index = try #require(Self.views.firstIndex(of: view))
    for part in Part.allCases {
      let text = try frame(
        "xavier_normal --view \(view)", part, Size(columns: 100, rows: 24)
      ).text
      #expect(text.contains(try #require(words[part])[index]), "\(part)\n\(text)")
      for other in Part.allCases where other != part {
        #expect(!text.contains(try #require(words[other])[index] + " ─"), "\(part)\n\(text)")
      }
      #expect(!text.contains("initscope") && !text.contains("quit") && !text.contains("Parameters"))
    }
  }

  @Test("says which scenes A and B are", arguments: views, [Part.chart, .numbers])
  func names(view: String, part: Part) throws {
    let line = "kaiming_normal --view \(view) --pin xavier_uniform"
    for size in [Size(columns: 60, rows: 12), Size(columns: 100, rows: 24)] {
      let text = try frame(line, part, size).text
      #expect(text.contains("A xavier_uniform · B kaiming_normal"), "\(text)")
    }
    #expect(try frame(line, part, Size(columns: 100, rows: 24)).text.contains("differs: method"))
    let seeds = try frame(
      "uniform --seed 2 --pin uniform", part, Size(columns: 90, rows: 20)
    ).text
    #expect(seeds.contains("A uniform seed 0 · B uniform seed 2"))
    #expect(!(try frame("uniform", part, Size(columns: 90, rows: 20)).text.contains("B uniform")))
  }

  @Test("never fails for its size, with a pinned scene or without", arguments: Part.allCases)
  func sizes(part: Part) throws {
    for view in Self.views {
      for pin in ["", " --pin xavier_uniform"] {
        var model = try model("kaiming_normal --shape 40,30 --depth 5 --view \(view)\(pin)")
        model.only = part
        for columns in [1, 19, 20, 30, 61, 90, 200] {
          for rows in [1, 4, 6, 8, 13, 40] {
            model.size = Size(columns: columns, rows: rows)
            let size = Explorer.view(model).size
            #expect(size == model.size)
          }
        }
      }
    }
  }

  @Test("says how much room is missing")
  func tooSmall() throws {
    let text = try frame("eye", .chart, Size(columns: 29, rows: 8)).text
    #expect(text.contains("1 column more, please") && text.contains("initscope needs 30×8"))
  }
}
