import Initializers
import Plots
import Readings
import Scenes
import Screen
import Testing
import Words

@testable import Explorer

/// The second part of the help: every sign on the screen, in words.
@Suite("The glossary")
struct GlossaryTests {
  private static let sizes = [
    Size(columns: 60, rows: 18), Size(columns: 100, rows: 30), Size(columns: 160, rows: 50),
  ]
  private static let lines = Initializers.Method.allCases.flatMap { method in
    View.allCases.flatMap { view in
      ["", " --pin \"xavier_normal --seed 1 --shape 24,16\""].map { pin in
        let shape = method == .dirac ? "8,6,3,3" : "24,16"
        return "\(method.rawValue) --shape \(shape) --view \(view.rawValue)\(pin)"
      }
    }
  }

  private func words(_ glossary: Glossary) -> String {
    glossary.entries.map { $0.signs.joined(separator: " ") }.joined(separator: "  ")
  }

  @Test(
    "explains every label of the numbers, and every sign in charts and equations", arguments: lines)
  func complete(line: String) throws {
    for size in Self.sizes {
      let model = try model(line).on(size).measured()
      guard model.refusal == nil, let layout = model.layout else { continue }
      let frame = view(model)
      let explained = words(Glossary(model))
      for row in layout.numbers.row + 1..<layout.numbers.endRow {
        for label in frame.labels(row, in: layout.numbers) {
          #expect(explained.contains(label), "\(label) at \(size.columns): \(explained)")
        }
      }
      // What is no letter and no part of numbers, frames, bars, curves or shades.
      let plain = Set(
        "0123456789⁰¹³⁴⁵⁶⁷⁸⁹⁻−+±×·.,:;()[]{}/√=%^'’_&–… ┼┤┬└┴╵╷╴╶│─▸↑↓←→@".unicodeScalars)
      let signs = Set(
        (layout.header.endRow..<layout.footer.row).flatMap { row in
          (0..<size.columns).map { frame[$0, row].glyph }
        }
      ).filter { glyph in
        !glyph.isASCII && !plain.contains(glyph) && !(0x2580...0x259F).contains(glyph.value)
          && !(0x2800...0x28FF).contains(glyph.value) && glyph != "²"
      }
      for sign in signs {
        #expect(explained.unicodeScalars.contains(sign), "\(sign) at \(size.columns): \(line)")
      }
    }
  }

  @Test("is about the view: z is a score there and the signal here")
  func views() throws {
    let distribution = words(Glossary(try model("xavier_normal").measured()))
    #expect(distribution.contains("KS D") && !distribution.contains("χ⊥"))
    let signal = Glossary(try model("xavier_normal --view propagation --depth 5").measured())
    #expect(words(signal).contains("q 5") && words(signal).contains("χ⊥"))
    let z = signal.entries.filter { $0.signs.contains("E z²") }.map {
      Catalogue.english($0.meaning)
    }
    #expect(z.count == 1 && z.allSatisfy { $0.contains("mean square of z") })
    #expect(!words(signal).contains("B/A"))
    let pinned = try model("xavier_normal --pin normal --panel tails").measured()
    #expect(words(Glossary(pinned)).contains("A  B  B/A".replacing("  ", with: " ")))
    let pages = GlossaryOverlay.pageCount(pinned.on(Size(columns: 60, rows: 18)))
    #expect((2...5).contains(pages))
  }

  @Test("comes with a second ?, has pages, and every entry fits", arguments: sizes)
  func paging(size: Size) throws {
    var model = try model("trunc_normal --view distribution").on(size).measured()
    model = model.pressing(.character("?"))
    #expect(model.overlay == .keys)
    #expect(model.text(columns: size.columns, rows: size.rows).contains("? what the signs mean"))
    model = model.pressing(.character("?"))
    #expect(model.overlay == .glossary(0))
    let count = GlossaryOverlay.pageCount(model)
    var shown = ""
    for page in 0..<count {
      #expect(model.overlay == .glossary(page))
      let text = model.text(columns: size.columns, rows: size.rows)
      #expect(text.contains("\(page + 1)/\(count)") == (count > 1))
      #expect(text.contains("↓ more") == (page + 1 < count))
      shown += text
      model = model.pressing(.pageDown)
    }
    #expect(model.overlay == .glossary(count - 1))
    let space = try #require(model.overlaySpace)
    let entries = Glossary(model).entries
    let pages = GlossaryOverlay.pages(of: entries, in: space, model.lettering)
    #expect(pages.allSatisfy { $0.count <= space.rows - 2 })
    for line in pages.joined() { #expect(shown.contains(line.text), "\(line.text)") }
    let meanings = entries.map { Catalogue.english($0.meaning) }.joined(separator: " ")
    #expect(pages.joined().map(\.text).filter { !$0.isEmpty }.joined(separator: " ") == meanings)
    #expect(model.pressing(.up).overlay == .glossary(max(0, count - 2)))
    #expect(model.pressing(.character("?")).overlay == nil)
    #expect(model.pressing(.character("q")).isFinished == false)
  }
}

extension Frame {
  /// The names of the rows of a table of numbers: what stands before the first number, in one column
  /// or two.
  fileprivate func labels(_ row: Int, in region: Region) -> [String] {
    let text = (region.column..<region.endColumn).map { String(self[$0, row].glyph) }.joined()
    let name =
      /(?:^|  ) ?((?:[q∂][^ ]* \d+)|(?:‖?[A-Za-zσχ∂][^ ]*(?: (?:max|min|ratio|law|x|D|p))?))(?= )/
    return text.matches(of: name).map { String($0.output.1) }.prefix(2)
      .filter { $0.count > 1 && !$0.hasPrefix("inf") }
  }
}
