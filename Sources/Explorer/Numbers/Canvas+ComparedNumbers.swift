private import Mathematics
internal import Measurements
internal import Networks
internal import Plots
internal import Readings
internal import Screen
internal import Spectra
internal import Words

/// A number of A and of B beside each other; NaN stands for what one of them has not.
struct ComparedRow: NumberRow {
  let name: Reading.Name
  let label: Phrase
  let a: Double
  let b: Double
  /// Whether it is a law's number rather than a sample's.
  let isTheory: Bool
  /// Whether its ratio says something: a scale, not a place.
  let isScale: Bool
  let importance: Int
}

extension ComparedRow {
  /// Puts a reading of A beside that of B.
  init(_ a: Reading?, _ b: Reading, isTheory: Bool = false, label: Phrase? = nil) {
    (name, self.label) = (b.name, label ?? b.name.label)
    let number = isTheory ? \Reading.theory : \Reading.sample
    (self.a, self.b) = (a?[keyPath: number] ?? .nan, b[keyPath: number] ?? .nan)
    self.isTheory = isTheory
    (isScale, importance) = (b.isScale, b.importance)
  }

  /// The rows of two tensors' weights.
  static func rows(_ a: SampleReadings?, _ b: SampleReadings) -> [ComparedRow] {
    func row(_ name: SampleName, isTheory: Bool = false, label: Phrase? = nil) -> ComparedRow {
      ComparedRow(a?[name], b[name], isTheory: isTheory, label: label)
    }
    let std = Phrase("reading.std-law")
    return [
      row(.mean), row(.std, isTheory: true, label: std), row(.std),
      row(.bound, isTheory: true), row(.kurtosis), row(.minimum), row(.maximum),
      row(.probability), row(.weights),
    ]
  }
}

extension ComparedRow {
  /// The rows of two matrices: what there is to read depends on the matrix, and readings of the same
  /// name are compared.
  static func rows(_ a: MatrixMeasurement?, _ b: MatrixMeasurement) -> [ComparedRow] {
    let ofA = a.map { SpectrumReadings($0).all }
    return SpectrumReadings(b).all.map { row in
      ComparedRow(ofA?.first { $0.name == row.name }, row)
    }
  }

  /// The rows of two networks: a row names its layer, which may be another one in A.
  static func rows(_ a: PropagationReport?, _ b: PropagationReport) -> [ComparedRow] {
    let ofA = a.map(NumbersPanel.readings)
    return NumbersPanel.readings(b).enumerated().map { ComparedRow(ofA?[$0], $1) }
  }
}

extension Canvas {
  /// A, B and their ratio for each quantity.
  mutating func drawComparedNumbers(
    _ measurement: Measurement, _ pinned: Measurement?, in region: Region, isWide: Bool
  ) {
    let rows = ComparedRow.rows(pinned.map { SampleReadings($0) }, SampleReadings(measurement))
    drawCompared(rows, in: region, isWide: isWide)
  }

  /// The table of A, B and their ratio.
  mutating func drawCompared(_ rows: [ComparedRow], in region: Region, isWide: Bool) {
    heading(Phrase("numbers.title"), in: region)
    let label = rows.reduce(0) { max($0, columns(of: words($1.label))) }
    for part in rows.parts(of: region, isWide: isWide) {
      draw(
        table(part.rows, ComparedColumns(part.region, label: label)), in: part.region)
    }
  }

  private func table(_ rows: [ComparedRow], _ ends: ComparedColumns) -> NumberTable {
    NumberTable(
      columns: [
        NumberTable.Column(title: .verbatim("A"), end: ends.a, style: Style(.pinned, .bold)),
        NumberTable.Column(title: .verbatim("B"), end: ends.b, style: Style(.bright, .bold)),
        NumberTable.Column(title: .verbatim("B/A"), end: ends.ratio),
      ],
      rows: rows.map { row in
        let a = number(row.a, columns: ends.room, digits: ends.digits)
        let b = number(row.b, columns: ends.room, digits: ends.digits)
        let relation = row.relation(columns: ends.ratioRoom, looksEqual: a == b, in: glyphs)
        return NumberTable.Row(
          name: words(row.label),
          cells: [
            (a, Style(.pinned)), (b, Style(row.isTheory ? .law : .bright)),
            (relation, Style(.text)),
          ])
      })
  }

  /// A number in at most so many columns, with as many of the digits as fit.
  func number(_ value: Double, columns room: Int, digits most: Int = 4) -> String {
    if value.isNaN { return "·" }
    if value == value.rounded(), abs(value) < 1e9 {
      let text = NumberText.grouped(Int(clamping: value), in: glyphs)
      if columns(of: text) <= room { return text }
    }
    for digits in stride(from: most, to: 1, by: -1) {
      let text = NumberText.significant(value, digits: digits, in: glyphs)
      if columns(of: text) <= room { return text }
    }
    let short = NumberText.scientific(value, digits: 2, in: glyphs)
    return columns(of: short) <= room ? short : NumberText.scientific(value, digits: 1, in: glyphs)
  }
}

extension ComparedRow {
  /// How B relates to A, in at most so many columns: their ratio where it says something.
  func relation(columns room: Int, looksEqual: Bool, in glyphs: GlyphSet) -> String {
    if a.isNaN || b.isNaN { return "" }
    if a == b || abs(a - b) <= 1e-9 * abs(a) { return "=" }
    let different = looksEqual ? "≈" : "≠"
    guard isScale, a != 0, (b / a).isFinite, b / a > 0 else { return different }
    return Self.text(ratio: b / a, columns: room, in: glyphs) ?? different
  }

  // Two that are nearly equal must not look equal.
  private static func text(ratio: Double, columns room: Int, in glyphs: GlyphSet) -> String? {
    if abs(ratio - 1) < 0.0995 {
      let text = NumberText.fixed(ratio, decimals: 3, in: glyphs)
      return text == "1.000" ? "≈" : signed(text, room)
    }
    for digits in [3, 2, 1] {
      let text =
        ratio >= 0.001 && ratio < 1000
        ? NumberText.significant(ratio, digits: digits, in: glyphs)
        : NumberText.scientific(ratio, digits: digits, in: glyphs)
      if let text = signed(text, room) { return text }
    }
    return nil
  }

  // Under the heading B/A a narrow column can do without the sign of multiplication.
  private static func signed(_ text: String, _ room: Int) -> String? {
    let signed = room < 6 ? text : "×\(text)"
    return TextWidth.columns(of: signed) <= room ? signed : nil
  }
}

/// Where the columns of the comparison end.
struct ComparedColumns {
  let a: Int
  let b: Int
  let ratio: Int
  /// The columns of a number.
  let room: Int
  /// The columns of a ratio.
  let ratioRoom: Int
  /// The most digits of a number.
  let digits: Int

  /// The columns of a row's name, with a blank before it, unless one is longer.
  private static let label = 8

  /// Divides a region whose longest name takes so many columns.
  init(_ region: Region, label: Int) {
    // The two numbers share what label and ratio leave. A blank stands before each of the three,
    // and one at the end.
    ratioRoom = region.columns < 34 ? 5 : 6
    room = max(0, (region.columns - 1 - max(Self.label, label + 1) - ratioRoom - 3) / 2)
    ratio = region.endColumn - 1
    b = ratio - ratioRoom - 1
    a = b - room - 1
    digits = min(6, max(4, room - 4))
  }
}
