internal import Screen
internal import Words

/// A part of the screen as a value: it holds what it shows, and draws itself wherever there is room.
protocol Panel: Sendable {
  /// Draws the panel into a region, its heading included.
  func draw(on canvas: inout Canvas, in region: Region)

  /// Says what it shows, whatever there is room for.
  func statements(in lettering: Lettering) -> [Statement]
}

/// A panel and where it lies.
struct Placed: Sendable {
  let panel: any Panel
  let region: Region

  /// Places a panel; nil without a place, and then the panel is not even made.
  init?(_ panel: @autoclosure () -> (any Panel)?, in region: Region?) {
    guard let region, let panel = panel() else { return nil }
    (self.panel, self.region) = (panel, region)
  }
}

/// A heading with a sentence under it, or none: what there is where nothing else can be shown.
struct MessagePanel: Panel {
  let title: Phrase
  var remark: Phrase?
  var sentence: Phrase?
  /// What can be done about it.
  var hint: Phrase?
  var style = Style(.dim)
  /// The columns kept free on the right.
  var margin = 2

  func draw(on canvas: inout Canvas, in region: Region) {
    canvas.heading(title, [remark].compactMap(\.self), in: region)
    let body = Region(
      column: region.column + 2, row: region.row + 2, columns: region.columns - 2 - margin,
      rows: region.rows - 2)
    let rows = sentence.map { canvas.putLines($0, in: body, style) } ?? 0
    if let hint { canvas.putLines(hint, in: body.dropping(rows + 1), Style(.dim)) }
  }
}

extension Region {
  /// The topmost rows.
  func top(_ rows: Int) -> Region {
    Region(column: column, row: row, columns: columns, rows: min(rows, self.rows))
  }

  /// What is left under the topmost rows.
  func dropping(_ rows: Int) -> Region {
    let dropped = min(rows, self.rows)
    return Region(column: column, row: row + dropped, columns: columns, rows: self.rows - dropped)
  }

  /// Two parts side by side with a gap between them, the first so many columns wide.
  func split(after columns: Int, gap: Int = 1) -> (left: Region, right: Region) {
    let left = min(columns, self.columns)
    let start = min(self.columns, left + gap)
    return (
      Region(column: column, row: row, columns: left, rows: rows),
      Region(column: column + start, row: row, columns: self.columns - start, rows: rows)
    )
  }
}
