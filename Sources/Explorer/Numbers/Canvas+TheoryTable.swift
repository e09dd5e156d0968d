internal import MeanField
internal import Measurements
internal import Plots
internal import Readings
internal import Screen
internal import Words

extension Canvas {
  /// The table of readings beside theory.
  ///
  /// - Parameters:
  ///   - sample: what the column of readings is called.
  ///   - hasScores: whether some rows have a z or a promise to keep.
  mutating func drawTheoryTable(
    _ rows: [Reading], sample: Phrase, hasScores: Bool, in region: Region, isWide: Bool
  ) {
    if isWide {
      let hasMedians = rows.contains { $0.isMedian && $0.theory != nil }
      heading(
        hasScores
          ? Phrase("numbers.wide.scores", ["sample": .phrase(sample)])
          : Phrase("numbers.wide", ["sample": .phrase(sample)]),
        hasMedians ? [MedianLabel.legend] : [], in: region)
    } else {
      heading(Phrase("numbers.title"), in: region)
    }
    let label = rows.reduce(0) { max($0, columns(of: words($1.name.label))) }
    for part in rows.parts(of: region, isWide: isWide) {
      let ends = TheoryColumns(part.region, label: label, hasScores: hasScores)
      let table = NumberTable(
        columns: ends.columns(sample: sample),
        rows: part.rows.map { row($0, room: ends.room) }, hasTitles: !isWide)
      draw(table, in: part.region)
    }
  }

  private func row(_ reading: Reading, room: Int) -> NumberTable.Row {
    NumberTable.Row(
      name: words(reading.name.label),
      cells: [
        (reading.theory.map { number($0, columns: room) } ?? "·", Style(.law)),
        (number(reading.sample ?? .nan, columns: room), Style(.bright)), score(reading),
      ], mark: reading.mark)
  }

  private func score(_ reading: Reading) -> (String, Style) {
    if let z = reading.z {
      return ((z < 0 ? "" : "+") + NumberText.fixed(z, decimals: 1, in: glyphs), .score(z))
    }
    if let verdict = reading.verdict { return (verdict.mark, verdict.style) }
    return (reading.isMedian && reading.theory != nil ? MedianLabel.sign : "", Style(.dim))
  }
}

extension Reading {
  /// Whether chance seldom takes a network there.
  fileprivate var isOutsideBand: Bool {
    if let band, let sample { !band.contains(sample) } else { false }
  }

  /// The sign behind a number that chance seldom gives, the same as of a test's p.
  var mark: (text: String, style: Style)? {
    if isOutsideBand { return ("!", Style(.caution, .bold)) }
    guard let z, let mark = Chance(z: z).mark else { return nil }
    return (mark, .score(z))
  }
}

/// How often chance gives a number as far from theory.
enum Chance {
  case often
  /// Once in 22 times.
  case seldom
  /// Once in 370 times.
  case never

  /// Of a z: from two standard errors on, and from three.
  init(z: Double) { self = abs(z) >= 3 ? .never : abs(z) >= 2 ? .seldom : .often }

  /// Of a test's p, with the same two limits: one honest sample in 22 and in 370 looks worse.
  init(probability p: Double) { self = p < 0.0027 ? .never : p < 0.0455 ? .seldom : .often }

  /// The sign behind a number that chance does not often give.
  var mark: String? {
    switch self {
    case .often: nil
    case .seldom: "~"
    case .never: "!"
    }
  }
}

extension Style {
  /// How a z is drawn: from two standard errors on with caution, from three as an alert.
  static func score(_ z: Double) -> Style { Style(Chance(z: z), usual: .text) }

  /// How a number is drawn that chance gives so often; one it often gives as usual.
  init(_ chance: Chance, usual: Style) {
    switch chance {
    case .often: self = usual
    case .seldom: self = Style(.caution)
    case .never: self = Style(.alert, .bold)
    }
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

/// Where the columns of a table beside theory end.
private struct TheoryColumns {
  /// The columns of a number.
  let room: Int
  private let score: Int
  private let scoreColumns: Int

  /// Divides a region whose longest label takes so many columns.
  init(_ region: Region, label: Int, hasScores: Bool) {
    scoreColumns = hasScores ? 5 : 0
    let labelColumns = max(hasScores ? 10 : 9, label + 2)
    room = (region.columns - labelColumns - scoreColumns) / 2 - 1
    score = region.endColumn - 1
  }

  func columns(sample: Phrase) -> [NumberTable.Column] {
    let end = score - scoreColumns
    let columns = [
      NumberTable.Column(title: Phrase("numbers.theory"), end: end - room - 1),
      NumberTable.Column(title: sample, end: end),
    ]
    return scoreColumns > 0
      ? columns + [NumberTable.Column(title: .verbatim("z"), end: score)] : columns
  }
}
