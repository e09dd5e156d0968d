internal import Attribution
internal import Background
internal import Scenes
internal import Screen
internal import Words

extension ViewEntry {
  /// The tensors of open files: what they are, what law they have, how they were born.
  static let tensors = ViewEntry(
    .tensors, key: "5", study: .survey, hasLists: false,
    job: { model, _ in model.shelf.isEmpty ? nil : Job(SurveyRequest(model.shelf)) },
    content: { model, layout in
      guard !model.shelf.isEmpty else {
        return ViewContent(
          Placed(
            MessagePanel(
              title: Phrase("tensors.title"), sentence: Phrase("tensors.none"),
              hint: Phrase("tensors.none.hint")), in: layout.main))
      }
      let listed = model.listedTensors
      let chosen = model.chosenTensor
      let table = TensorTable(listed, of: model)
      let (upper, lower) = layout.divided(after: table.rowCount)
      return ViewContent(
        Placed(table, in: upper), Placed(chosen.map { TensorDetail($0, of: model) }, in: lower))
    })
}

extension Layout {
  /// The places of the table and of what there is to say of its chosen row, which has what the table leaves.
  fileprivate func divided(after tableRows: Int) -> (table: Region, detail: Region) {
    guard only == nil || only == .chart else { return (main.top(0), numbers) }
    let end = only == nil ? numbers.endRow : main.endRow
    let whole = Region(
      column: main.column, row: main.row, columns: main.columns, rows: end - main.row)
    let least = isPresenting || only != nil ? min(5, whole.rows / 2) : numbers.rows
    let detail = max(least, whole.rows - tableRows - 1)
    return (whole.top(whole.rows - detail), whole.dropping(whole.rows - detail))
  }
}
