private import Mathematics
import Screen

extension HistogramPlot {
  /// Whether there is nothing but atoms, whose heights are shares of the sample.
  var hasOnlyAtoms: Bool {
    let others = [bins, pinned?.bins].compactMap(\.self)
    return !(atoms + (pinned?.atoms ?? [])).isEmpty && law == nil
      && others.allSatisfy { $0.counts.allSatisfy { $0 == 0 } }
  }

  /// The greatest share of an atom.
  var greatestShare: Double {
    (atoms + (pinned?.atoms ?? [])).reduce(0) { $1.share.isFinite ? max($0, $1.share) : $0 }
  }

  /// The atoms as markers: their labels have the first claim on the marker row.
  var atomMarkers: [Marker] {
    (atoms + (pinned?.atoms ?? [])).map {
      Marker($0.position, label: $0.label, asciiLabel: $0.label.asciiTwin)
    }
  }

  /// Draws a spike at each atom: as high as its share where that is the axis, else over all rows.
  func drawAtoms(_ layout: Layout, in frame: inout Frame) {
    let glyphs = PlotGlyphs(layout.glyphs)
    let rows = layout.rows
    func draw(_ atom: Atom, _ body: (_ column: Int, _ row: Int, _ eighths: Int) -> Void) {
      guard let cell = layout.geometry.cell(of: atom.position) else { return }
      let height = hasOnlyAtoms ? atom.share / layout.ticks.maximum : 1
      let most = 8 * rows.count
      let share = height.isFinite ? min(1, max(0, height)) : 0
      let eighths = max(1, Int(clamping: (share * Double(most)).rounded()))
      for row in 0..<rows.count {
        let part = min(8, eighths - 8 * (rows.count - 1 - row))
        if part > 0 { body(layout.geometry.gutter + cell, rows.top + row, part) }
      }
    }
    for atom in pinned?.atoms ?? [] {
      draw(atom) { column, row, _ in frame[column, row] = Cell(glyphs.dash, Style(.pinned)) }
    }
    for atom in atoms {
      draw(atom) { column, row, eighths in
        // Beside A's spike at the same value half of the rows are left to it.
        let isShared = frame[column, row].style.foreground == .pinned && !row.isMultiple(of: 2)
        if !isShared { frame[column, row] = Cell(glyphs.eighths[eighths], Style(.bar)) }
      }
    }
  }
}
