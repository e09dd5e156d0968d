private import Glibc
internal import Initializers
private import Mathematics
internal import Measurements
internal import Plots
internal import Readings
internal import Screen
internal import Statistics
internal import Words

extension Canvas {
  /// Theory, sample and z for each reading, and the distance from the law.
  mutating func drawNumbers(_ measurement: Measurement, in region: Region, isWide: Bool) {
    let readings = SampleReadings(measurement)
    let columns = isWide ? region.columns / 2 : region.columns
    let std = readings[.std].theory ?? .nan
    // A constant has its value for a scale.
    let decimals = NumberColumn(
      std: std == 0 ? abs(readings[.mean].theory ?? .nan) : std, columns: columns)
    let sample = measurement.isComplete ? Phrase("legend.sample") : Phrase("legend.sample.so-far")
    let rows = readings.besideTheory
    let hasMedians = rows.contains { $0.isMedian && $0.theory != nil }
    func table(_ rows: some Sequence<Reading>, in region: Region) -> NumberTable {
      let ends = SampleColumns(region, sample: sample)
      return NumberTable(
        columns: ends.columns,
        rows: rows.map { reading in
          let name = reading.name.label
          let label = words(
            reading.isMedian && reading.theory != nil
              ? MedianLabel.text(name, columns: columns) : name)
          // A longer label leaves less room.
          return row(reading, label, decimals, room: ends.labelRoom - self.columns(of: label))
        }, hasTitles: !isWide)
    }
    guard isWide else {
      heading(
        measurement.zeroCount > 0 ? Phrase("numbers.nonzero") : Phrase("numbers.title"), in: region)
      draw(table(rows, in: region), in: region)
      return drawDistance(
        measurement, readings, column: region.column, row: region.row + 6,
        columns: region.columns - 1)
    }
    heading(
      Phrase("numbers.wide.scores", ["sample": .phrase(sample)]),
      hasMedians ? [MedianLabel.legend] : [], in: region)
    let half = region.columns / 2
    let left = Region(column: region.column, row: region.row, columns: half - 1, rows: region.rows)
    let right = Region(
      column: region.column + half, row: region.row, columns: half - 1, rows: region.rows)
    draw(table(rows.prefix(3), in: left), in: left)
    draw(table(rows.dropFirst(3), in: right), in: right)
    drawDistance(
      measurement, readings, column: right.column, row: region.row + 3, columns: half - 2)
  }

  private func row(
    _ reading: Reading, _ label: String, _ decimals: NumberColumn, room: Int
  ) -> NumberTable.Row {
    let sample = reading.sample ?? .nan
    return NumberTable.Row(
      name: label,
      cells: [
        (
          reading.theory.map { decimals.text($0, columns: room, in: glyphs) } ?? "·", Style(.law)
        ), (sample.isNaN ? "·" : decimals.text(sample, in: glyphs), Style(.bright)),
        reading.z.map { (decimals.score($0, in: glyphs), .score($0)) } ?? ("", Style(.dim)),
      ], mark: reading.mark)
  }

  private mutating func drawDistance(
    _ measurement: Measurement, _ readings: SampleReadings, column: Int, row: Int, columns: Int
  ) {
    // What holds exactly says more than a test.
    if let fact = measurement.facts.first {
      return draw(fact, column: column, row: row, columns: columns)
    }
    let statistic = readings[.distance].sample.map {
      NumberText.significant($0, digits: 3, in: glyphs)
    }
    if measurement.obstacle == nil, let bracket = measurement.kolmogorovBracket {
      let text = fitting(distances(bracket), columns - 4)
      put(" KS \(text)", column: column, row: row, Style(.dim))
      return
    }
    guard let statistic, let p = readings[.probability].sample else {
      // A sum of whole samples is complete and has none.
      if measurement.obstacle == nil, measurement.isComplete {
        put(" \(words(Phrase("numbers.distance.sum")))", column: column, row: row, Style(.dim))
        return
      }
      let reason = (measurement.obstacle ?? .incomplete).short
      let distance = statistic.map { "D \($0)  " } ?? "  "
      put(" KS \(distance)\(words(reason))", column: column, row: row, Style(.dim))
      return
    }
    let chance = Chance(probability: p)
    let (style, mark) = (Style(chance, usual: Style(.bright)), chance.mark ?? "✓")
    let used = put(
      [
        (" KS D ", Style(.dim)),
        (statistic, Style(.bright)),
        ("  p ", Style(.dim)),
        (
          NumberText.significant(p, digits: 2, in: glyphs), style
        ),
      ], column: column, row: row)
    if used + 2 < columns {
      put(mark, endColumn: column + columns, row: row, mark == "✓" ? Style(.good) : style)
    }
  }

  // Between what the distance and its probability are for certain, the fullest first.
  private func distances(_ bracket: KolmogorovBracket) -> [Phrase] {
    func text(_ end: Double, digits: Int) -> Phrase.Part {
      .text(NumberText.significant(end, digits: digits, in: glyphs))
    }
    let texts = [3, 2].map { digits in
      let (d, p) = (
        Numeral.outward(bracket.statistic, digits: digits),
        Numeral.outward(bracket.pValue, digits: 2)
      )
      let distance = Phrase(
        "numbers.distance.bracket",
        [
          "least": text(d.lowerBound, digits: digits), "most": text(d.upperBound, digits: digits),
        ])
      let both = Phrase(
        "numbers.distance.bracket.tested",
        [
          "distance": .phrase(distance), "least": text(p.lowerBound, digits: 2),
          "most": text(p.upperBound, digits: 2),
        ])
      return (both: both, distance: distance)
    }
    return texts.map(\.both) + texts.map(\.distance) + [TestObstacle.incomplete.short]
  }

  private mutating func draw(_ fact: StructureFact, column: Int, row: Int, columns: Int) {
    let name = words(fact.name)
    let sample = words(fact.sample)
    let said: [(String, Style)]
    switch fact.verdict {
    case .holds: said = [(sample, Style(.bright))]
    case .fails:
      let theory = Phrase("fact.not", ["theory": .phrase(fact.theory)])
      said = [(sample, fact.verdict.style), (words(theory), Style(.alert))]
    case .notChecked(let reason):
      // The mark at the row's end says "not checked", too, where there is no room for the words.
      let unchecked = Phrase("fact.not-checked", ["reason": .phrase(reason.short)])
      let text = first(of: [unchecked], fitting: columns - 4 - name.count)
      said = [(text ?? words(reason.short), Style(.dim))]
    }
    put([(" \(name) ", Style(.dim))] + said, column: column, row: row, limit: columns - 2)
    put(fact.verdict.mark, endColumn: column + columns, row: row, fact.verdict.style)
  }
}

/// Where the columns of the table end.
private struct SampleColumns {
  let columns: [NumberTable.Column]
  /// The columns that a label and theory's number share.
  let labelRoom: Int

  init(_ region: Region, sample: Phrase) {
    let end = region.endColumn - 1
    // Two numbers share what the score and the longest label of two leave.
    let theory = end - 6 - (region.columns - 1 - 12) / 2
    columns = [
      NumberTable.Column(title: Phrase("numbers.theory"), end: theory),
      NumberTable.Column(title: sample, end: end - 6),
      NumberTable.Column(title: .verbatim("z"), end: end),
    ]
    labelRoom = theory - region.column - 2
  }
}

/// How a column of numbers of one scale is written.
struct NumberColumn {
  private let decimals: Int
  private let width: Int

  init(std: Double, columns: Int) {
    width = columns >= 32 ? 8 : 7
    // As many decimals as give four digits of the standard deviation.
    decimals = std > 1e-3 && std < 1e6 ? max(0, 3 - Int(clamping: floor(log10(std)))) : 0
  }

  // The most decimals that fit; below a thousandth, and for large numbers, an exponent.
  func text(_ value: Double, columns: Int = .max, in glyphs: GlyphSet) -> String {
    if value == 0 { return "0" }
    let width = min(width, columns)
    if decimals > 0 || abs(value) >= 1 {
      for places in stride(from: min(decimals, 6), through: 0, by: -1) {
        let text = NumberText.fixed(value, decimals: places, in: glyphs)
        guard TextWidth.columns(of: text) <= width else { continue }
        return Self.digits(of: text) < 2 ? precise(value, columns: width, in: glyphs) ?? text : text
      }
    }
    for digits in [3, 2, 1] {
      let text = NumberText.scientific(value, digits: digits, in: glyphs)
      if TextWidth.columns(of: text) <= width { return text }
    }
    return NumberText.scientific(value, digits: 1, in: glyphs)
  }

  // Two digits where a fixed number of decimals leaves one or none.
  private func precise(_ value: Double, columns width: Int, in glyphs: GlyphSet) -> String? {
    let text =
      abs(value) < 1
      ? NumberText.scientific(value, digits: 2, in: glyphs)
      : NumberText.significant(value, digits: 2, in: glyphs)
    return TextWidth.columns(of: text) <= width ? text : nil
  }

  // The digits of a decimal number from the first that is not 0.
  private static func digits(of text: String) -> Int {
    text.filter(\.isNumber).drop { $0 == "0" }.count
  }

  func score(_ z: Double, in glyphs: GlyphSet) -> String {
    if abs(z) >= 100 { return z > 0 ? ">99" : "<\(NumberText.minus(in: glyphs))99" }
    return (z < 0 ? "" : "+") + NumberText.fixed(z, decimals: abs(z) < 9.95 ? 2 : 1, in: glyphs)
  }
}
