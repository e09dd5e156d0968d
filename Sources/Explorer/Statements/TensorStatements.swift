internal import Screen
internal import WeightFiles
internal import Words

extension TensorTable {
  func statements(in lettering: Lettering) -> [Statement] {
    var said = Statements(in: lettering)
    said.head(Phrase("tensors.title"), remarks.first.map { [$0] } ?? [])
    for case .tensor(let tensor, _, _) in rows.prefix(Self.mostSaid) {
      let name = Phrase.verbatim(tensor.entry.shownName)
      for column in TensorColumn.allCases {
        said.add(said.label(name, column.title), column.text(tensor, lettering).0)
      }
    }
    return said.all
  }

  // Nobody listens to the tensors of a thousand layers.
  private static let mostSaid = 50
}

extension TensorDetail {
  func statements(in lettering: Lettering) -> [Statement] {
    var said = Statements(in: lettering)
    for line in [about] + lines.map(\.phrase) { said.add(.verbatim(tensor.entry.shownName), line) }
    return said.all
  }
}
