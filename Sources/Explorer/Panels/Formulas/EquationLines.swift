internal import Initializers
internal import Screen
internal import Words

/// Lines of equations, of which the least important give way where a panel is low.
struct EquationLines {
  private struct Line {
    let index: Int
    /// The lower, the longer it stays.
    let importance: Int
    let runs: [(String, Style)]
    /// Of the lines of one sentence; half a sentence says nothing.
    var sentence: Int?
  }

  // Before a factor or a term; before what belongs together only where there is no other place.
  private static let breaks: Set<Character> = ["·", "*", " "]
  private static let secondBestBreaks: Set<Character> = ["/", "+", "−", "-", "√", "("]

  private var lines: [Line] = []
  private let lettering: Lettering
  private let columns: Int

  /// Starts without lines, for a panel so wide; the lettering knows what its glyphs take.
  init(_ lettering: Lettering, columns: Int) {
    self.lettering = lettering
    self.columns = columns
  }

  /// The lines that fit, in their order.
  func mostImportant(_ room: Int) -> [[(String, Style)]] {
    var kept: Set<Int> = []
    for line in lines.sorted(by: { ($0.importance, $0.index) < ($1.importance, $1.index) })
    where !kept.contains(line.index) {
      let unit =
        line.sentence.map { sentence in lines.filter { $0.sentence == sentence } } ?? [line]
      guard kept.count + unit.count <= room else {
        if line.sentence == nil { break }
        continue
      }
      kept.formUnion(unit.map(\.index))
    }
    return lines.filter { kept.contains($0.index) }.map(\.runs)
  }

  mutating func add(_ importance: Int, _ runs: [(String, Style)]) {
    lines.append(Line(index: lines.count, importance: importance, runs: runs))
  }

  /// A sentence over as many lines as it takes, which stay or give way together.
  mutating func addSentence(_ importance: Int, _ text: String, _ style: Style) {
    addTogether(importance, [text], style)
  }

  /// Lines, each over as many as it takes, which stay or give way together.
  mutating func addTogether(_ importance: Int, _ texts: [String], _ style: Style) {
    let sentence = lines.count
    for part in texts.flatMap({ lettering.shown($0).wrapped(to: columns, at: [" "]) }) {
      lines.append(
        Line(index: lines.count, importance: importance, runs: [(part, style)], sentence: sentence))
    }
  }

  /// Text over as many lines as it takes, all but the first indented.
  mutating func addWrapped(
    _ importance: Int, _ text: String, _ style: Style, at breaks: Set<Character> = [" "],
    or secondBest: Set<Character> = [], indent: Int = 0
  ) {
    let lines = lettering.shown(text)
      .wrapped(to: columns, at: breaks, or: secondBest, indent: indent)
    for line in lines { add(importance, [(line, style)]) }
  }

  // An equation's further lines begin under its right-hand side, so that none of them looks like
  // one of its own.
  private mutating func addSide(_ text: String, after name: String) {
    addWrapped(
      1, text, .text, at: Self.breaks, or: Self.secondBestBreaks,
      indent: lettering.columns(of: name) + 3)
  }

  /// One line an equation: name = symbols = numbers = result, as much as fits.
  mutating func addShort(_ formulas: [Formula]) {
    for (index, formula) in formulas.enumerated() {
      // The last equation is the one that all lead to; others matter less than code and remarks.
      let distance = formulas.count - 1 - index
      add(distance == 0 ? 1 : 2 + distance, shortRuns(formula))
    }
  }

  private func shortRuns(_ formula: Formula) -> [(String, Style)] {
    let result = (" = \(Numeral.typeset(formula.result))", Style(.law, .bold))
    // A number that is its own formula is said once.
    guard formula.sides().count > 1 else { return [(formula.name, .text), result] }
    let symbols = ("\(formula.name) = \(formula.symbolic)", Style.text)
    let numbers = formula.substituted()
    let repeated = numbers == formula.symbolic ? "" : " = \(numbers)"
    let versions = [
      [symbols, (repeated, Style(.dim)), result], [symbols, result],
      [("\(formula.name) = \(numbers)", .text), result],
    ]
    let fitting = versions.first { runs in
      runs.reduce(0) { $0 + lettering.columns(of: $1.0) } <= columns
    }
    return fitting ?? [(formula.name, .text), result]
  }

  /// Equations over as many lines as they take; a line each where that is more than there is room
  /// for, since the end of an equation whose beginning is missing would belong to another.
  mutating func add(_ formulas: [Formula], room: Int) {
    var whole = self
    for formula in formulas { whole.add(formula) }
    if whole.lines.count <= room { self = whole } else { addShort(formulas) }
  }

  private mutating func add(_ formula: Formula) {
    let result = "= \(Numeral.typeset(formula.result))"
    if formula.sides().count == 1 {
      add(0, [("\(formula.name) ", .text), (result, Style(.law, .bold))])
      return
    }
    let (symbolic, substituted) = (formula.symbolic, formula.substituted())
    let isPlain = symbolic == substituted
    let onOneLine = "\(formula.name) = \(symbolic)" + (isPlain ? "" : " = \(substituted)")
    if lettering.columns(of: onOneLine + " " + result) <= columns {
      add(0, [(onOneLine + " ", .text), (result, Style(.law, .bold))])
      return
    }
    let indent = String(repeating: " ", count: lettering.columns(of: formula.name) + 1)
    addSide("\(formula.name) = \(symbolic)", after: formula.name)
    if !isPlain {
      if lettering.columns(of: "\(indent)= \(substituted) \(result)") <= columns {
        add(0, [("\(indent)= \(substituted) ", .text), (result, Style(.law, .bold))])
        return
      }
      addSide("\(indent)= \(substituted)", after: formula.name)
    }
    add(0, [(indent, .text), (result, Style(.law, .bold))])
  }
}
