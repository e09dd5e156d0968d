internal import Initializers
internal import Measurements
internal import Screen
internal import Statistics
internal import Words

extension LayerTable {
  func statements(in lettering: Lettering) -> [Statement] {
    var said = Statements(in: lettering)
    said.head(Phrase("layers.title"), [.verbatim(call.line)])
    for group in groups {
      let title = group.framework.title
      if let absence = group.absence { said.add(.verbatim(title), absence) }
      for row in group.rows {
        let name = Phrase.verbatim("\(title), \(row.name)")
        func add(_ label: Phrase, _ value: String?) {
          if let value { said.add(said.label(name, label), value) }
        }
        func number(_ value: Double) -> String { Statements.number(value) }
        add(Phrase("layers.shape"), row.own.tensor.shape.typesetOrScalar)
        said.add(said.label(name, Phrase("layers.law")), row.own.recipe.law.short)
        add(Phrase("layers.used"), row.usedFans)
        add(Phrase("layers.true"), row.trueFans)
        let std = Phrase("layers.std")
        add(said.label(std, Phrase("numbers.theory")), number(row.own.recipe.law.std))
        add(
          said.label(std, Phrase("layers.drawn")), row.sample.map { number($0.spread) })
        let gain = row.own.tensor.role == .bias ? Phrase("layers.adds") : Phrase("layers.gain")
        add(said.label(gain, Phrase("numbers.theory")), row.own.gain.map(number))
        add(said.label(gain, Phrase("layers.drawn")), row.sampleGain.map(number))
      }
    }
    return said.all
  }
}

extension LayerNotes {
  func statements(in lettering: Lettering) -> [Statement] {
    var said = Statements(in: lettering)
    said.add(Phrase("layers.why"), reason)
    if let note { said.add(Phrase("words.remark"), note) }
    for (frameworks, port) in ports { said.add(lead(frameworks, port), port.code) }
    return said.all
  }
}

extension LayerNumbers {
  // The table has them all.
  func statements(in lettering: Lettering) -> [Statement] { [] }
}
