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
  private static let lines = Framework.pyTorch.methods.flatMap { method in
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
      let listed = Glossary(model).entries.flatMap(\.signs)
      #expect(Set(listed).count == listed.count, "one of \(listed) stands twice")
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
    let small = pinned.on(Size(columns: 60, rows: 18)).pressing(.character("?"), .character("?"))
    #expect((2...5).contains(try #require(small.popup).pages.count))
  }

  @Test(
    "says why the signal and the gradients go where they go, where the screen has no line for it")
  func reasons() throws {
    let small = try model("xavier_normal --view propagation --depth 30")
      .on(Size(columns: 60, rows: 18))
    #expect(!view(small).text.contains("passes on"))
    let why = Glossary(small).entries.prefix(2).map { (words: $0.signs, why: $0.meaning.english) }
    #expect(why.map(\.words) == [["why: signal"], ["why: gradients"]])
    #expect(
      why[0].why == "relu passes on 0.5 of the mean square, so Var W must be 2/n to keep it, "
        + "not 1/n: 2 times that")
    let text = view(small.pressing(.character("?"), .character("?"))).text
    #expect(text.contains("why: signal") && text.contains("relu passes on 0.5"))
  }

  @Test("comes with a second ?, has pages, and every entry fits", arguments: sizes)
  func paging(size: Size) throws {
    var model = try model("trunc_normal --view distribution").on(size).measured()
    model = model.pressing(.character("?"))
    #expect(model.overlay == .keys)
    #expect(model.text(columns: size.columns, rows: size.rows).contains("? what the signs mean"))
    model = model.pressing(.character("?"))
    #expect(model.overlay == .glossary)
    let count = try #require(model.popup).pages.count
    var shown = ""
    for page in 0..<count {
      #expect(model.overlayPage == page)
      let text = model.text(columns: size.columns, rows: size.rows)
      #expect(text.contains("\(page + 1)/\(count)") == (count > 1))
      let ways = (page > 0 ? "▴" : "") + (page + 1 < count ? "▾" : "")
      #expect(count == 1 || text.contains("\(page + 1)/\(count) \(ways) ─┘"))
      #expect(text.contains("↑↓ page") == (count > 1))
      shown += text
      model = model.pressing(.pageDown)
    }
    #expect(model.overlayPage == count - 1)
    let space = try #require(model.overlaySpace)
    let pages = try #require(model.popup).pages
    #expect(pages.allSatisfy { $0.count <= space.rows - 2 })
    for piece in pages.joined().flatMap(\.pieces) {
      #expect(shown.contains(piece.text), "\(piece.text)")
    }
    let meanings = Glossary(model).entries.map { Catalogue.english($0.meaning) }
    let texts = pages.joined().flatMap(\.pieces).filter { $0.column > 0 }.map(\.text)
    #expect(texts.joined(separator: " ") == meanings.joined(separator: " "))
    if count > 1 { #expect(model.pressing(.up).overlayPage == count - 2) }
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
