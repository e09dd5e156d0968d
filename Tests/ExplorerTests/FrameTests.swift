import Scenes
import Screen
import Testing

@testable import Explorer

@Suite("Every view at every size")
struct FrameTests {
  @Test("every size from 1×1 up has a frame of exactly that size")
  func allSizes() throws {
    let states = try [
      model("orthogonal --shape 2,2"), model("orthogonal --shape 1,1"), model("eye --shape 4,4"),
      model("sparse --shape 10,3 --sparsity 1"), model("constant --val nan"),
      model("trunc_normal --a 50 --b 51"), model("dirac --shape 6,4,5 --groups 3"),
      model("xavier_uniform"), model("normal --std 0"), model("kaiming_normal --shape 0,3"),
      model("normal --shape 1"), model("normal --std inf").pressing(.character("?")),
      model("uniform --a -3e38 --b 3e37").pressing(.character(":")),
      model("kaiming_normal --pin xavier_uniform").pressing(.character("c")),
      model("orthogonal --view matrix --pin zeros"), model("constant --val nan --view matrix"),
      model("normal --shape 7 --view matrix"), model("normal --shape scalar --view matrix"),
      model("xavier_normal --view propagation --depth 1 --width 1 --batch 1"),
      model("dirac --view propagation"), model("eye --view propagation --depth 3"),
      model("normal --mean 1 --view propagation --depth 40 --width 8 --pin 'zeros --depth 2'"),
      model("uniform --panel qq"), model("ones --panel tails"), model("normal --panel ecdf"),
    ]
    for state in states {
      for columns in [1, 2, 7, 30, 59, 60, 61, 79, 80, 81, 120, 220] {
        for rows in [1, 2, 5, 17, 18, 19, 23, 24, 25, 40, 70] {
          for glyphs in GlyphSet.allCases {
            let state = state.on(Size(columns: columns, rows: rows), glyphs: glyphs)
            let frame = view(state)
            #expect(frame.size == Size(columns: columns, rows: rows))
            let faults = Self.faults(of: frame, state)
            #expect(faults.isEmpty, "\(state.scene.line) at \(frame.size), \(glyphs)")
          }
        }
      }
    }
  }

  /// Glyphs that do not belong there, and headings that are cut or not their panel's.
  private static func faults(of frame: Frame, _ model: Model) -> [String] {
    var faults: [String] = []
    let isASCII = model.capabilities.glyphs == .ascii
    for glyph in Set(frame.cells.map(\.glyph)) {
      let isShown = glyph.value >= 32 && !(127..<160 ~= glyph.value)
      if isASCII ? !isShown || !glyph.isASCII : !isShown && glyph != Cell.continuation {
        faults.append("U+\(String(glyph.value, radix: 16))")
      }
    }
    guard model.overlay == nil, model.entry == nil else { return faults }
    // A single row has no room for a heading.
    for (golden, region) in model.panels(of: frame)
    where !golden.headings.isEmpty && region.rows > 1 {
      let first = frame.cut(region.top(1)).text
      // Nothing is drawn where there are no weights to draw.
      if first == "\n", frame.cut(region).cells.allSatisfy({ $0 == .blank }) { continue }
      let headings = golden.headings.map { isASCII ? $0.asciiTwin : $0 }
      let heading = String(first.drop { $0 == " " })
      if !headings.contains(where: { first.hasPrefix($0) || heading.hasPrefix($0) }) {
        faults.append(first)
      }
    }
    return faults
  }

  @Test("too small a screen says what is missing")
  func tooSmall() throws {
    let text = try model("xavier_uniform").text(columns: 50, rows: 15)
    #expect(text.contains("10 columns and 3 rows more, please"))
    #expect(text.contains("60×18"))
    #expect(text.contains("50×15"))
    #expect(try model("normal").text(columns: 59, rows: 18).contains(" 1 column more, please"))
    #expect(try model("normal").text(columns: 60, rows: 17).contains(" 1 row more, please"))
    let narrow = try model("normal").text(columns: 30, rows: 10)
    #expect(narrow.contains("30 columns and 8 rows more,\n") && narrow.contains(" please\n"))
  }

  @Test("the ASCII glyphs are ASCII", arguments: Goldens.sizes)
  func ascii(size: Size) throws {
    for line in Goldens.scenes {
      for key in [Key.escape, .character("?"), .character("y"), .character(":")] {
        let frame = view(try model(line).pressing(key).on(size, glyphs: .ascii))
        let glyphs = frame.text.unicodeScalars.filter { !$0.isASCII }
        #expect(glyphs.isEmpty)
      }
    }
  }

  @Test(
    "the essentials are on the smallest screen and on the standard one", arguments: Goldens.sizes)
  func essentials(size: Size) throws {
    let text = try model("kaiming_normal --shape 512,1024")
      .text(columns: size.columns, rows: size.rows)
    for essential in ["kaiming_normal", "0.0442", "+0.46", "0.00136", "0.29", "gain/√fan_in"] {
      #expect(text.contains(essential), "\(essential) at \(size)")
    }
  }
}
