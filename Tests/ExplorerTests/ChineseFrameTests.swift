import Scenes
import Screen
import Testing
import Words

@testable import Explorer

@Suite("The explorer in Chinese")
struct ChineseFrameTests {
  private static let sizes = [(60, 18), (80, 24), (100, 30), (160, 50)].map {
    Size(columns: $0.0, rows: $0.1)
  }

  private func model(_ line: String) throws -> Model {
    var model = try Model(scene: try Scene(parsing: line)).measured()
    model.words = .simplifiedChinese
    return model
  }

  /// Rows with halves of glyphs, or with glyphs over others.
  private func faults(of frame: Frame) -> [String] {
    (0..<frame.size.rows).compactMap { row in
      var column = 0
      while column < frame.size.columns {
        let width = TextWidth.columns(of: frame[column, row].glyph)
        let isWhole =
          width == 1
          || width == 2 && column + 1 < frame.size.columns
            && frame[column + 1, row].glyph == Cell.continuation
        guard isWhole else { return "row \(row), column \(column): \(frame.text)" }
        column += width
      }
      return nil
    }
  }

  @Test("has every glyph whole, in every view and over it, whatever is pressed", arguments: sizes)
  func whole(size: Size) throws {
    let keys: [[Key]] = [
      [], [.character("?")], [.character("?"), .character("?")], [.character("G")],
      [.character("y")], [.character(":")], [.character("s")], [.character("c")],
      [.character("f")], [.character("m")], [.character("P")], [.tab, .enter],
      [.tab, .enter, .character("x"), .enter],
    ]
    for line in Goldens.scenes {
      let shown = try model(line)
      for glyphs in GlyphSet.allCases {
        for keys in keys {
          let frame = view(keys.reduce(shown.on(size, glyphs: glyphs)) { $0.pressing($1) })
          #expect(faults(of: frame).isEmpty, "\(line) after \(keys), \(glyphs)")
        }
      }
    }
  }

  @Test("says nothing in English but names", arguments: sizes)
  func words(size: Size) throws {
    let english: Set = [
      "the", "of", "theory", "sample", "Method", "Parameters", "Numbers", "law", "weights", "bins",
      "outside", "density", "signal", "gradients", "layer", "layers", "verdict", "matrix",
      "network",
      "quit", "keys", "panel", "play", "resample", "and", "is", "with",
    ]
    for line in Goldens.scenes {
      // Code that makes a layer has these names in every language.
      let code: Set = line.hasPrefix("layer ") ? ["layer", "layers", "weights"] : []
      for keys in [[], [.character("?")], [.character("G")]] as [[Key]] {
        let text = view(keys.reduce(try model(line).on(size)) { $0.pressing($1) }).text
        let words = Set(text.split { !$0.isLetter || !$0.isASCII }.map(String.init))
        #expect(words.intersection(english).isSubset(of: code), "\(line)")
      }
    }
  }

  @Test("keeps its characters where other glyphs become ASCII")
  func ascii() throws {
    let text = view(try model("xavier_normal").on(Self.sizes[1], glyphs: .ascii)).text
    #expect(text.contains("标准差") && text.contains("W ~ N(0, 0.07217^2)"))
    let foreign = text.unicodeScalars.filter { !$0.isASCII && TextWidth.columns(of: $0) != 2 }
    #expect(foreign.isEmpty)
  }

  @Test("explains the signs that stand in its words")
  func glossary() throws {
    let signs = Glossary(try model("xavier_normal --pin xavier_uniform")).entries.flatMap(\.signs)
    #expect(Set(signs).isSuperset(of: ["密度", "最差", "理论σ", "χ²"]))
    let deep = Glossary(try model("xavier_normal --view propagation")).entries.flatMap(\.signs)
    #expect(Set(deep).isSuperset(of: ["网络", "批量", "原因：信号"]))
  }

  @Test("numbers stand in one column, whatever their labels are")
  func aligned() throws {
    let frame = view(try model("xavier_normal").on(Self.sizes[2]))
    let rows = (0..<frame.size.rows).filter { row in
      ["均", "标", "最"].contains(frame[1, row].glyph)
    }
    #expect(rows.count == 4)
    // The samples end before the same column.
    for row in rows {
      #expect(frame[21, row].glyph.properties.numericType != nil && frame[22, row].glyph == " ")
    }
  }
}
