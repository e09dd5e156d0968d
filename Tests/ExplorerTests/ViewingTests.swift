import Initializers
import Plots
import Scenes
import Screen
import Statistics
import Testing

@testable import Explorer

@Suite("Keys that change what is shown")
struct ViewingTests {
  private let small = Size(columns: 60, rows: 18)
  private let large = Size(columns: 160, rows: 50)

  @Test("1 and 3 show the views of the same tensor")
  func views() throws {
    let start = try model("kaiming_normal --seed 7")
    let matrix = try start.pressing(.character("3")).measured()
    #expect(matrix.scene.view == .matrix)
    #expect(matrix.scene.tensor == start.scene.tensor)
    #expect(matrix.text().contains("Singular values"))
    #expect(matrix.pressing(.character("1")).text().contains("Histogram"))
  }

  @Test("d goes through the panels the screen does not show anyway, D back")
  func panels() throws {
    func cycle(_ size: Size) throws -> [PanelChoice?] {
      var model = try model("xavier_uniform").on(size)
      var panels: [PanelChoice?] = []
      repeat {
        panels.append(model.scene.panel)
        let before = model.scene.panel
        model = model.pressing(.character("d"))
        #expect(model.pressing(.character("D")).scene.panel == before)
      } while model.scene.panel != nil
      return panels
    }
    #expect(try cycle(small) == [nil, .density, .ecdf, .qq, .tails])
    #expect(try cycle(Size(columns: 100, rows: 30)) == [nil, .ecdf, .qq, .tails, .histogram])
    #expect(try cycle(large) == [nil, .density, .ecdf, .qq, .tails, .histogram])
  }

  @Test("a large screen shows all panels at once")
  func everything() throws {
    let text = try model("xavier_normal").text(columns: 160, rows: 50)
    for title in ["Histogram", "Density", "ECDF − law", "QQ − law", "Tails", "Formula"] {
      #expect(text.contains(title))
    }
  }

  @Test("the crosshair goes over the bins and reads them out, whatever their rule")
  func crosshair() throws {
    var model = try model("xavier_normal").pressing(.character("c"))
    let bins = try #require(model.picture?.bins)
    #expect(model.selectedBin(of: bins) == bins.count / 2)
    model = model.pressing(.right, .right, .left)
    #expect(model.selectedBin(of: bins) == bins.count / 2 + 1)
    let text = model.text()
    let count = NumberText.grouped(bins.counts[bins.count / 2 + 1], in: .braille)
    #expect(text.contains("observed \(count), expected "))
    #expect(text.contains("z ") && text.contains("F 0."))
    for _ in 0..<200 { model = model.pressing(.right) }
    #expect(model.selectedBin(of: bins) == bins.count - 1)
    // The place stays when the bins change.
    let place = try #require(model.crosshair)
    let other = try #require(model.pressing(.character("b"), .character("b")).picture?.bins)
    let selected = try #require(model.selectedBin(of: other))
    #expect(other.edges[selected] <= place && place <= other.edges[selected + 1])
    #expect(model.pressing(.escape).selectedBin(of: bins) == nil)
  }

  @Test("how to leave the crosshair is said at every size", arguments: Goldens.sizes)
  func leaving(size: Size) throws {
    let model = try model("xavier_normal").on(size).pressing(.character("c"))
    let text = model.text(columns: size.columns, rows: size.rows)
    let footer = try #require(text.split(separator: "\n").last)
    #expect(footer.contains("c back"), "\(footer)")
  }

  @Test("Tab goes from methods to parameters to the crosshair and back")
  func panes() throws {
    let start = try model("xavier_normal")
    #expect(start.pressing(.tab).pane == .form)
    #expect(start.pressing(.tab, .tab).pane == .chart)
    #expect(start.pressing(.tab, .tab, .tab).pane == .methods)
    #expect(start.pressing(.backTab).pane == .chart)
    #expect(start.pressing(.backTab, .backTab).pane == .form)
    #expect(start.pressing(.backTab, .backTab, .backTab).pane == .methods)
    for (keys, words) in [
      ([], "Tab parameters"), ([.tab], "Tab crosshair"), ([.character("3"), .tab], "Tab methods"),
    ] as [([Key], String)] {
      let pressed = keys.reduce(start) { $0.pressing($1) }
      #expect(pressed.text(columns: 100, rows: 30).contains(words), "\(keys)")
    }
    let matrix = start.pressing(.character("3"))
    #expect(matrix.pressing(.tab, .tab).pane == .methods)
    for key in "dDbBc" {
      let pressed = matrix.pressing(.character(key))
      #expect(pressed.scene == matrix.scene)
      #expect(pressed.notice?.sentence.contains("press 1") == true)
    }
  }

  @Test("b goes through the rules for bins and comes back")
  func bins() throws {
    var model = try model("xavier_normal --shape 1000,1000").on(large)
    var counts: [String: Int] = [:]
    for _ in BinChoice.choices {
      counts[model.scene.bins.description] = model.picture?.bins.count
      model = model.pressing(.character("b"))
    }
    #expect(model.scene.bins == .standard)
    #expect(model.pressing(.character("B")).scene.bins == .columns)
    #expect(counts.count == BinChoice.choices.count)
    let sturges = try #require(counts["sturges"])
    let columns = try #require(counts["columns"])
    #expect(sturges < 30 && columns > 100)
  }

  @Test("an exact number of bins is drawn", arguments: [5, 20, 25, 40])
  func exactBins(count: Int) throws {
    let normal = try model("normal --bins \(count)")
    #expect(normal.picture?.bins.count == count)
    // A bounded law has its ends on edges, and at least one empty bin beyond each.
    let bins = try #require(try model("xavier_uniform --bins \(count)").picture?.bins)
    #expect(bins.counts.filter { $0 > 0 }.count == count)
    #expect(bins.edges.contains { abs($0 - 0.125) < 1e-9 })
  }

  @Test("g switches glyphs and t themes, as far as the terminal can show them")
  func look() throws {
    var model = try model("xavier_normal")
    #expect(model.pressing(.character("g")).capabilities.glyphs == .block)
    #expect(model.pressing(.character("g"), .character("g")).capabilities.glyphs == .ascii)
    var guessed = model
    guessed.capabilities.areGlyphsGuessed = true
    #expect(guessed.updated(by: .columns(5, of: .block)).notice == nil)
    #expect(guessed.updated(by: .columns(4, of: .braille)).capabilities.glyphs == .block)
    let wide = guessed.updated(by: .columns(10, of: .block))
    #expect(wide.capabilities.glyphs == .ascii)
    #expect(
      wide.notice?.sentence
        == "This terminal draws glyphs wider than a column, which breaks charts: "
        + "--glyphs ascii is used; g changes it.")
    let asked = model.updated(by: .columns(10, of: .block))
    #expect(asked.capabilities.glyphs == .braille)
    #expect(
      asked.notice?.sentence
        == "This terminal draws glyphs wider than a column, which breaks charts: "
        + "g or --glyphs ascii avoids it.")
    // Who has chosen meanwhile knows better.
    let chosen = guessed.pressing(.character("g")).updated(by: .columns(10, of: .block))
    #expect(chosen.capabilities.glyphs == .block)
    let themes = (0..<5).map { count in
      (0..<count).reduce(model) { model, _ in model.pressing(.character("t")) }
        .capabilities.theme
    }
    #expect(Set(themes) == Set(Theme.allCases))
    model.capabilities = Capabilities(
      colors: .none, glyphs: .ascii, theme: .mono, availableGlyphs: [.ascii])
    #expect(model.pressing(.character("g")).capabilities.glyphs == .ascii)
    #expect(model.pressing(.character("g")).notice?.sentence.contains("ASCII") == true)
    #expect(model.pressing(.character("t")).notice?.sentence.contains("NO_COLOR") == true)
  }

  @Test("the prompt keeps the view, the panel and the pin that a line does not name")
  func prompt() throws {
    let start = try model("xavier_normal --view matrix --pin zeros --panel qq")
    let typed = start.pressing(.character(":")).typing("orthogonal").pressing(.enter)
    #expect(
      typed.scene.line == "orthogonal --shape 256,128 --seed 0 --view matrix --panel qq"
        + " --pin \"zeros --shape 256,128 --seed 0\"")
    let unpinned = typed.pressing(.character(":")).typing("--pin none").pressing(.enter)
    #expect(unpinned.scene.pinned == nil)
  }
}
