private import Clamping
private import Glibc
internal import Initializers
internal import Measurements
internal import Plots
internal import Screen
internal import Statistics
internal import Words

extension Canvas {
  /// Theory, sample and z for each quantity, and the distance from the law.
  mutating func drawNumbers(_ measurement: Measurement, in region: Region, isWide: Bool) {
    let scores = Scores(measurement)
    let columns = isWide ? region.columns / 2 : region.columns
    let law = measurement.recipe.law.ofDrawnWeights
    // A constant has its value for a scale.
    let decimals = NumberColumn(std: law.std == 0 ? abs(law.mean) : law.std, columns: columns)
    let hasMedians = scores.minimum.theory != nil
    func extreme(_ name: String) -> String {
      hasMedians ? MedianLabel.text(name, columns: columns) : name
    }
    let rows: [(String, Score)] = [
      ("mean", scores.mean), (law.spreadName, scores.std),
      ("bound", scores.bound),
      (extreme("min"), scores.minimum),
      (extreme("max"), scores.maximum),
    ]
    if isWide {
      heading("Theory · sample · z", hasMedians ? MedianLabel.legend : "", in: region)
      let half = region.columns / 2
      for (index, row) in rows.enumerated() {
        draw(
          row, decimals, column: region.column + index / 3 * half,
          row: region.row + 1 + index % 3, columns: half - 2)
      }
      drawDistance(
        measurement, column: region.column + half, row: region.row + 3, columns: half - 2)
    } else {
      drawNumberHeading(in: region, isNonzero: measurement.zeroCount > 0)
      for (index, row) in rows.enumerated() {
        draw(
          row, decimals, column: region.column, row: region.row + 1 + index,
          columns: region.columns - 1)
      }
      drawDistance(
        measurement, column: region.column, row: region.row + 6, columns: region.columns - 1)
    }
  }

  private mutating func drawNumberHeading(in region: Region, isNonzero: Bool) {
    heading(isNonzero ? "Nonzero" : "Numbers", in: region)
    let columns = NumberColumns(total: region.columns - 1)
    for (text, end) in [
      ("theory", columns.theoryEnd), ("sample", columns.sampleEnd), ("z", columns.zEnd),
    ] {
      put(" \(text)", endColumn: region.column + end, row: region.row, Style(.dim))
    }
  }

  private mutating func draw(
    _ entry: (label: String, score: Score), _ decimals: NumberColumn, column: Int, row: Int,
    columns: Int
  ) {
    let ends = NumberColumns(total: columns)
    put(" \(entry.label)", column: column, row: row, Style(.dim))
    let score = entry.score
    // A longer label leaves less room.
    let room = ends.theoryEnd - self.columns(of: entry.label) - 2
    put(
      score.theory.map { decimals.text($0, columns: room, in: glyphs) } ?? "·",
      endColumn: column + ends.theoryEnd, row: row, Style(.law))
    put(
      score.sample.isNaN ? "·" : decimals.text(score.sample, in: glyphs),
      endColumn: column + ends.sampleEnd, row: row, Style(.bright))
    guard let z = score.z else { return }
    put(
      decimals.score(z, in: glyphs), endColumn: column + ends.zEnd, row: row, Self.style(z: z))
  }

  private mutating func drawDistance(
    _ measurement: Measurement, column: Int, row: Int, columns: Int
  ) {
    // What holds exactly says more than a test.
    if let fact = measurement.facts.first {
      return draw(fact, column: column, row: row, columns: columns)
    }
    guard let test = measurement.kolmogorovSmirnov, let p = measurement.kolmogorovProbability
    else {
      let reason = measurement.obstacle ?? .incomplete
      let distance = measurement.kolmogorovSmirnov.map {
        "D \(NumberText.significant($0.statistic, digits: 3, in: glyphs))  "
      }
      put(
        " KS \(distance ?? "  ")\(words(reason.short))", column: column, row: row, Style(.dim))
      return
    }
    // Three standard errors, as everywhere: one honest sample in 370 looks worse.
    let isSuspect = p < 0.0027
    let used = put(
      [
        (" KS D ", Style(.dim)),
        (NumberText.significant(test.statistic, digits: 3, in: glyphs), Style(.bright)),
        ("  p ", Style(.dim)),
        (
          NumberText.significant(p, digits: 2, in: glyphs),
          isSuspect ? Style(.alert, .bold) : Style(.bright)
        ),
      ], column: column, row: row)
    let mark = isSuspect ? "!" : "✓"
    if used + 2 < columns {
      put(
        mark, endColumn: column + columns, row: row,
        isSuspect ? Style(.alert, .bold) : Style(.good))
    }
  }

  private mutating func draw(_ fact: StructureFact, column: Int, row: Int, columns: Int) {
    let words: [(String, Style)] =
      switch fact.verdict {
      case .holds: [(fact.sample, Style(.bright))]
      case .fails:
        [(fact.sample, fact.verdict.style), (", not \(fact.theory)", Style(.alert))]
      case .notChecked(let reason):
        [(unchecked(words(reason.short), columns: columns - 4 - fact.name.count), Style(.dim))]
      }
    put(
      [(" \(fact.name) ", Style(.dim))] + words, column: column, row: row, limit: columns - 2)
    put(fact.verdict.mark, endColumn: column + columns, row: row, fact.verdict.style)
  }

  // The mark at the row's end says "not checked", too, where there is no room for the words.
  private func unchecked(_ reason: String, columns: Int) -> String {
    first(of: ["not checked: \(reason)"], fitting: columns) ?? reason
  }

  private static func style(z: Double) -> Style {
    abs(z) >= 3 ? Style(.alert, .bold) : Style(.good)
  }
}

extension StructureFact.Verdict {
  /// The sign at the end of a row.
  var mark: String {
    switch self {
    case .holds: "✓"
    case .fails: "!"
    case .notChecked: "?"
    }
  }

  /// How the sign is drawn.
  var style: Style {
    switch self {
    case .holds: Style(.good)
    case .fails: Style(.alert, .bold)
    case .notChecked: Style(.dim)
    }
  }
}

/// Where the columns of the table end.
private struct NumberColumns {
  let theoryEnd: Int
  let sampleEnd: Int
  let zEnd: Int

  init(total: Int) {
    zEnd = total
    sampleEnd = total - 6
    theoryEnd = sampleEnd - (total - 6 - 6) / 2
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
