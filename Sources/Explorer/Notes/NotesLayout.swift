internal import Screen

/// Where the parts of a lecture's notes lie.
struct NotesLayout: Equatable {
  /// The least size that shows anything but a word about the size.
  static let least = Size(columns: 40, rows: 12)

  let header: Region
  let footer: Region
  /// What the lecture's screen shows; without rows where there is no room.
  let picture: Region
  /// What comes next.
  let next: Region
  /// The notes.
  let notes: Region
  /// The column of the rule between notes and picture where they lie beside each other.
  let divider: Int?

  /// The columns from which notes stand beside the picture.
  private static let leastBeside = 100
  private static let leastPicture = Layout.minimum(isPresenting: false, only: .chart)
  // Longer lines are hard to read while one speaks.
  private static let mostColumns = 84

  /// Lays out; nil under the least size.
  init?(size: Size) {
    guard size.columns >= Self.least.columns, size.rows >= Self.least.rows else { return nil }
    header = Region(column: 0, row: 0, columns: size.columns, rows: 1)
    footer = Region(column: 0, row: size.rows - 1, columns: size.columns, rows: 1)
    let body = Region(column: 1, row: 1, columns: size.columns - 2, rows: size.rows - 2)
    let least = Self.leastPicture
    if size.columns >= Self.leastBeside, body.rows >= least.rows + 8 {
      let columns = min(Self.mostColumns, size.columns * 9 / 16)
      let (left, right) = body.split(after: columns, gap: 4)
      divider = left.endColumn + 1
      notes = left
      let rows = max(least.rows, min(body.rows - 8, right.columns * 2 / 5))
      // A picture has margins of its own.
      picture = Region(
        column: left.endColumn + 3, row: body.row, columns: right.columns + 2, rows: rows)
      next = right.dropping(rows)
      return
    }
    divider = nil
    let isPictured = body.rows >= least.rows + 7 && body.columns >= least.columns + 22
    if isPictured {
      let rows = 1 + max(least.rows, body.rows * 2 / 5)
      let (left, right) = body.top(rows).split(
        after: max(least.columns, body.columns * 11 / 20), gap: 2)
      picture = Region(column: 0, row: body.row, columns: left.columns + 1, rows: rows)
      next = right
      notes = body.dropping(rows)
    } else {
      (picture, next) = (body.top(0), body.top(4))
      notes = body.dropping(4)
    }
  }
}
