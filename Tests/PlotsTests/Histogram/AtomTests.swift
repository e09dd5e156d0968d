import Screen
import Testing

@testable import Plots

@Suite struct `Atoms of a histogram` {
  private let size = Size(columns: 60, rows: 14)

  private func plot(_ atoms: [Atom], counts: [Int] = Array(repeating: 0, count: 13)) throws
    -> HistogramPlot
  {
    HistogramPlot(bins: try Bins(edges: Laws.edges(-0.5, 1.5, 13), counts: counts), atoms: atoms)
  }

  private func heights(_ frame: Frame, _ column: Int) -> Int {
    (1..<12).count { frame[column, $0].style.foreground == .bar }
  }

  @Test(arguments: GlyphSet.allCases)
  func `are one column at their values, as high as their shares`(glyphs: GlyphSet) throws {
    let plot = try plot([
      Atom(0, share: 0.75, label: "96 zeros"), Atom(1, share: 0.25, label: "32 ones"),
    ])
    let frame = plot.frame(size: size, glyphs: glyphs)
    let geometry = BinGeometry(bins: plot.bins, columns: size.columns)
    let columns = [0, 1].compactMap { geometry.cell(of: $0) }.map { geometry.gutter + $0 }
    let drawn = (geometry.gutter..<size.columns).filter { heights(frame, $0) > 0 }
    #expect(drawn == columns)
    let ratio = Double(heights(frame, columns[0])) / Double(heights(frame, columns[1]))
    #expect(abs(ratio - 3) <= 1.5)
    #expect(frame.text.contains("96 zeros") && frame.text.contains("32 ones"))
    #expect(frame.text.contains("share") && !frame.text.contains("dens."))
  }

  @Test(arguments: GlyphSet.allCases)
  func `stand over all rows beside a density, which has another unit`(glyphs: GlyphSet) throws {
    let plot = try plot(
      [Atom(0.5, share: 0.1, label: "9 zeros")],
      counts: [0, 0, 0, 4, 9, 5, 1, 5, 9, 4, 0, 0, 0])
    let frame = plot.frame(size: size, glyphs: glyphs)
    let geometry = BinGeometry(bins: plot.bins, columns: size.columns)
    let column = geometry.gutter + (try #require(geometry.cell(of: 0.5)))
    #expect(heights(frame, column) == 11)
    #expect(frame.text.contains("dens.") && frame.text.contains("9 zeros"))
  }

  @Test func `of A are told apart from those of B`() throws {
    var plot = try plot([Atom(0, share: 1, label: "4 zeros")])
    plot.pinned = PinnedSample(
      bins: plot.bins, atoms: [Atom(1, share: 1, label: "4 ones")])
    let frame = plot.frame(size: size, glyphs: .braille)
    let geometry = BinGeometry(bins: plot.bins, columns: size.columns)
    let column = geometry.gutter + (try #require(geometry.cell(of: 1)))
    #expect((2..<11).allSatisfy { frame[column, $0].style.foreground == .pinned })
  }

  @Test func `that are nowhere do not trap`() throws {
    for position in [Double.nan, .infinity, -7] {
      for share in [Double.nan, 0, 1, .infinity] {
        let plot = try plot([Atom(position, share: share, label: "")])
        #expect(plot.frame(size: size, glyphs: .ascii).size == size)
        #expect(plot.frame(size: Size(columns: 1, rows: 1), glyphs: .braille).size.rows == 1)
      }
    }
  }
}
