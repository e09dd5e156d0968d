internal import Attribution
internal import Births
internal import Explorer
internal import Initializers
internal import WeightFiles
internal import Words

/// What `check --list` prints: a line a tensor, with what its numbers say of its birth.
struct TensorLines {
  let lines: [String]

  /// Lists tensors, with a column for seeds where any is known.
  init(_ rows: [FileSurvey.Row]) {
    let hasSeeds = rows.contains { $0.birth != nil }
    let table = [Self.titles] + rows.map(Self.cells)
    lines = TextTable.lines(
      hasSeeds ? table : table.map { Array($0.dropLast()) })
  }

  private static var titles: [String] {
    [
      Phrase("tensors.column.name"), Phrase("tensors.column.shape"), Phrase("tensors.column.type"),
      Phrase("tensors.column.verdict"), Phrase("tensors.column.law"), Phrase("check.list.drawer"),
      Phrase("check.list.seed"),
    ].map { Catalogue.spoken($0) }
  }

  private static func cells(_ row: FileSurvey.Row) -> [String] {
    let likeliest = row.likeliest
    let verdict = row.verdict == nil ? Phrase("check.list.unread") : VerdictKind(row).label
    return [
      row.entry.shownName, row.entry.shape.shapeText, row.entry.typeName.shown,
      Catalogue.spoken(verdict),
      likeliest.map { Catalogue.spoken($0.law.short) } ?? "", likeliest?.drawer?.inShort ?? "",
      row.birth.map { Catalogue.spoken($0.phrase) } ?? "",
    ]
  }
}
