private import Initializers
internal import Screen
internal import Words

/// A value that the screen shows and what it is of, in words, for those who do not look: "std, theory"
/// is 0.0722.
package struct Statement: Hashable, Sendable {
  /// What the value is of, whole: nothing above it needs to be known.
  package let label: String
  /// The value: a number, a name, a sentence.
  package let value: String
  /// What the first word of the label means to those who hear it for the first time, if that is said.
  var meaning: (word: String, sentence: String)? { sentence.map { (word, $0) } }

  private let word: String
  private let sentence: String?

  init(label: String, value: String, word: String = "", meaning: String? = nil) {
    (self.label, self.value, self.word, sentence) = (label, value, word, meaning)
  }

  /// Both in a line.
  package var line: String { value.isEmpty ? label : "\(label): \(value)" }
}

/// Statements being collected, in a language and with the glyphs there are.
struct Statements {
  /// Those so far.
  private(set) var all: [Statement] = []
  let lettering: Lettering

  /// The most places of a line that are said.
  static let mostPlaces = 20

  init(in lettering: Lettering) { self.lettering = lettering }

  /// Adds a text; what is empty is not said.
  mutating func add(_ label: Phrase, _ value: String) {
    guard !value.isEmpty else { return }
    all.append(
      Statement(label: lettering.shown(label), value: lettering.shown(value)))
  }

  /// Adds words.
  mutating func add(_ label: Phrase, _ value: Phrase) { add(label, lettering.words(value)) }

  /// Adds what is said of a word, which has a meaning; a word whose value is none needs none.
  mutating func explain(_ word: String, _ meaning: Phrase, by add: (inout Statements) -> Void) {
    let first = all.count
    add(&self)
    guard all.indices.contains(first) else { return }
    all[first] = Statement(
      label: all[first].label, value: all[first].value, word: word,
      meaning: lettering.shown(meaning))
  }

  /// Adds a number in six digits; what is no number is not said.
  mutating func add(_ label: Phrase, _ value: Double?) {
    guard let value, !value.isNaN else { return }
    add(label, Self.number(value))
  }

  /// Adds a count.
  mutating func add(_ label: Phrase, _ count: Int) { add(label, "\(count)") }

  /// Adds a heading with what is said at its end, the fullest.
  mutating func head(_ title: Phrase, _ remarks: [Phrase], warnings: [Phrase] = []) {
    let said = [warnings.first, remarks.first { !lettering.words($0).isEmpty }].compactMap(\.self)
    all.append(
      Statement(
        label: lettering.shown(title),
        value: said.map { lettering.shown($0) }.joined(separator: "; ")))
  }

  /// Six digits, as files and lines have them.
  static func number(_ value: Double) -> String { Numeral.general(value, digits: 6) }

  /// From one number to another.
  func interval(_ low: Double, _ high: Double) -> Phrase {
    Phrase(
      "words.interval", ["low": .text(Self.number(low)), "high": .text(Self.number(high))])
  }

  /// A quantity of a thing: "bin 3, expected".
  func label(_ thing: Phrase, _ quantity: Phrase) -> Phrase {
    Phrase("words.of", ["thing": .phrase(thing), "quantity": .phrase(quantity)])
  }
}

extension Model {
  /// The same scene with all pictures of its view at once, whatever the screen has room for.
  package var spoken: Model {
    var model = self
    (model.size, model.isPresenting) = (Size(columns: 160, rows: 50), false)
    return model
  }
}

/// What a screen shows as paragraphs of statements, what its numbers mean last.
package func statements(of model: Model) -> [[Statement]] {
  let (layout, lettering) = (model.layout, model.lettering)
  guard let layout else { return [] }
  let content = model.content(in: layout)
  var paragraphs = model.panels(content, in: layout)
    .map { $0.panel.statements(in: lettering) }
  var meanings = Statements(in: lettering)
  for statement in paragraphs.flatMap(\.self) {
    guard let (word, sentence) = statement.meaning else { continue }
    meanings.add(Phrase("words.meaning", ["word": .text(word)]), sentence)
  }
  paragraphs.append(meanings.all)
  return paragraphs.filter { !$0.isEmpty }
}
