internal import Initializers
internal import Resources
internal import Scenes
internal import Screen
internal import Words

extension HeaderBar {
  func statements(in lettering: Lettering) -> [Statement] {
    var said = Statements(in: lettering)
    if let tab = tabs.first(where: \.isChosen) { said.add(Phrase("words.view"), tab.entry.title) }
    said.add(Phrase("words.scene"), "\(method), \(subject), \(lettering.words(seed))")
    return said.all
  }
}

extension ComparisonLine {
  func statements(in lettering: Lettering) -> [Statement] {
    var said = Statements(in: lettering)
    said.add(.verbatim("A"), name)
    if let presentName { said.add(.verbatim("B"), presentName) }
    said.add(Phrase("words.differs"), Differences.list(differences.differing))
    said.add(Phrase("words.same"), Differences.list(differences.equal))
    return said.all
  }
}

extension ChoiceList {
  func statements(in lettering: Lettering) -> [Statement] {
    var said = Statements(in: lettering)
    said.add(
      title,
      Phrase(
        "words.nth",
        ["name": .text(chosenName), "index": "\(index + 1)", "count": "\(names.count)"]))
    return said.all
  }
}

extension ParameterForm {
  func statements(in lettering: Lettering) -> [Statement] {
    var said = Statements(in: lettering)
    for row in rows {
      said.add(.verbatim(row.label), row.value)
      if let origin = row.origin {
        said.add(said.label(.verbatim(row.label), Phrase("words.origin")), origin)
      }
      if let pinned = row.pinned { said.add(.verbatim("\(row.label), A"), pinned) }
    }
    return said.all
  }
}

extension ParameterStrip {
  // Where all is said there is room for the list and the form, which say the same.
  func statements(in lettering: Lettering) -> [Statement] { [] }
}

extension MessagePanel {
  func statements(in lettering: Lettering) -> [Statement] {
    var said = Statements(in: lettering)
    said.head(title, [sentence, remark].compactMap(\.self))
    if let hint { said.add(Phrase("words.hint"), hint) }
    return said.all
  }
}

extension FormulaPanel {
  func statements(in lettering: Lettering) -> [Statement] {
    var said = Statements(in: lettering)
    said.add(Phrase("words.law"), recipe.lawText)
    said.add(recipe.formulas)
    for remark in recipe.remarks { said.add(Phrase("words.remark"), remark) }
    if let source = recipe.initializer.source, let paper = Papers.paper(source.paper) {
      said.add(Phrase("words.source"), "\(paper.citation), \(source.locator), \(paper.place)")
    }
    for line in code { said.add(Phrase("words.code"), line) }
    return said.all
  }
}

extension EquationsPanel {
  func statements(in lettering: Lettering) -> [Statement] {
    var said = Statements(in: lettering)
    said.head(title, [remark])
    said.add(formulas)
    for note in notes { said.add(Phrase("words.remark"), note) }
    return said.all
  }
}

extension Statements {
  /// Equations, each with its symbols, its numbers and its result.
  fileprivate mutating func add(_ formulas: [Formula]) {
    for formula in formulas {
      add(
        Phrase("words.formula", ["name": .text(formula.name)]),
        formula.sides().joined(separator: " = "))
    }
  }
}
