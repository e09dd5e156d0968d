import Screen
import Testing

@testable import Explorer

@Suite("What lies over the view")
struct PopupTests {
  static let sizes = [
    Size(columns: 60, rows: 18), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30),
    Size(columns: 120, rows: 36), Size(columns: 160, rows: 50),
  ]
  static let keys: [Key] = ["?", "G", "y"].map { .character($0) }

  private func opened(_ key: Key, on size: Size) throws -> Model {
    try model("trunc_normal --std 0.5 --view propagation --pin 'kaiming_normal --seed 12345'")
      .on(size).pressing(key)
  }

  @Test("all of it can be read at every size, page by page", arguments: sizes, keys)
  func whole(size: Size, key: Key) throws {
    let start = try opened(key, on: size)
    let pages = try #require(start.popup).pages
    for page in pages.indices {
      let model = (0..<page).reduce(start) { model, _ in model.pressing(.down) }
      let text = view(model).text
      for piece in pages[page].flatMap(\.pieces) {
        #expect(text.contains(piece.text), "\(piece.text) at \(size)")
      }
      #expect(text.contains("\(page + 1)/\(pages.count)") == (pages.count > 1))
    }
    guard pages.count > 1 else { return }
    let last = start.pressing(.end)
    #expect(
      last.overlayPage == pages.count - 1
        && last.pressing(.pageDown).overlayPage == last.overlayPage)
    #expect(last.pressing(.home).overlayPage == 0)
    #expect(last.pressing(.pageUp).overlayPage == pages.count - 2)
    // A larger screen has fewer pages.
    let enlarged = view(last.on(Size(columns: 160, rows: 50))).text
    #expect(pages[0].flatMap(\.pieces).contains { enlarged.contains($0.text) })
    #expect(last.pressing(.escape, key).overlayPage == 0)
  }

  @Test("the smallest screen has two pages of gains and three of keys")
  func smallest() throws {
    let gains = try opened(.character("G"), on: Self.sizes[0])
    #expect(gains.popup?.pages.count == 2)
    #expect(view(gains).text.contains("softplus") && !view(gains).text.contains("unstable"))
    #expect(view(gains.pressing(.down)).text.contains("unstable: most networks"))
    #expect(
      view(gains).text.contains("1/2 ▾") && view(gains.pressing(.down)).text.contains("2/2 ▴"))
    #expect(try opened(.character("?"), on: Self.sizes[0]).popup?.pages.count == 3)
  }

  @Test("the footer has the keys that work, and no others", arguments: sizes)
  func footer(size: Size) throws {
    func footer(_ model: Model) -> String {
      String(view(model).text.split(separator: "\n").last ?? "")
    }
    let help = try opened(.character("?"), on: size)
    #expect(footer(help).contains("Esc close") && footer(help).contains("? signs"))
    #expect(!footer(help).contains("resample") && !footer(help).contains("quit"))
    #expect(footer(help.pressing(.escape)).contains("resample"))
    let gains = try opened(.character("G"), on: size)
    #expect(footer(gains).contains("↑↓ page") == (size == Self.sizes[0]))
  }

  @Test("no rest of what lies beneath is too small to be read", arguments: sizes, keys)
  func slivers(size: Size, key: Key) throws {
    let model = try opened(key, on: size)
    let frame = view(model)
    let corners = frame.cells.indices.filter { frame.cells[$0].glyph == "┌" }
    guard let corner = corners.first(where: { frame.cells[$0 + 1].glyph == "─" }),
      key != .character("y")
    else { return }
    let (column, row) = (corner % size.columns, corner / size.columns)
    #expect(row == 1 || row >= 6 && frame[column, row - 1].glyph == " ")
    #expect(column == 0 || column >= 22 && frame[column - 1, row].glyph == " ")
  }
}
