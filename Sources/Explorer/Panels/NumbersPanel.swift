internal import Initializers
internal import Measurements
internal import Networks
internal import Plots
internal import Readings
internal import Screen
internal import Spectra
internal import Words

/// The numbers of a view beside theory, or those of A and B beside each other.
struct NumbersPanel: Panel {
  /// What the numbers are of.
  enum Subject: Sendable {
    case sample(Measurement, pinned: Measurement?)
    case spectrum(MatrixMeasurement, pinned: MatrixMeasurement?)
    case signal(PropagationReport, pinned: PropagationReport?)
  }

  let subject: Subject
  let isCompared: Bool
  let isWide: Bool
  /// Whether the number that all leads to stands alone, in large figures where there is room.
  let isPresenting: Bool

  func draw(on canvas: inout Canvas, in region: Region) {
    if isPresenting { return drawLarge(on: &canvas, in: region) }
    switch subject {
    case .sample(let own, let pinned):
      if isCompared {
        canvas.drawComparedNumbers(own, pinned, in: region, isWide: isWide)
      } else {
        canvas.drawNumbers(own, in: region, isWide: isWide)
      }
    case .spectrum(let own, let pinned):
      canvas.drawMatrixNumbers(own, pinned, isCompared: isCompared, in: region, isWide: isWide)
    case .signal(let own, let pinned):
      canvas.drawSignalNumbers(own, pinned, isCompared: isCompared, in: region, isWide: isWide)
    }
  }
}

extension NumbersPanel {
  /// The one number that says most, of B and of A.
  private var main: (own: Reading, pinned: Reading?) {
    switch subject {
    case .sample(let own, let pinned):
      let name: SampleName = own.law.isDegenerate ? .mean : .std
      return (SampleReadings(own)[name], pinned.map { SampleReadings($0)[name] })
    case .spectrum(let own, let pinned):
      return (SpectrumReadings(own)[.largest], pinned.map { SpectrumReadings($0)[.largest] })
    case .signal(let own, let pinned):
      func last(_ report: PropagationReport) -> Reading {
        let layer = report.layers.last?.layer ?? report.request.network.depth
        return SignalReadings(report)[.meanSquare, layer: layer]
      }
      return (last(own), pinned.map(last))
    }
  }

  private func drawLarge(on canvas: inout Canvas, in region: Region) {
    let (own, pinned) = main
    let theory = canvas.words(Phrase("numbers.theory"))
    var numbers: [(label: String, value: Double?, style: Style)] = [
      (canvas.words(own.name.label), own.sample, Style(.bright, .bold)),
      (theory, own.theory, Style(.law, .bold)),
    ]
    if isCompared { numbers[0].label = "B \(numbers[0].label)" }
    if let pinned { numbers.append(("A", pinned.sample, Style(.pinned, .bold))) }
    var column = region.column + 1
    for (label, value, style) in numbers {
      guard let value else { continue }
      let text = Numeral.significant(value, digits: 4, minus: "-")
      let large = (1...2).reversed().lazy.compactMap { BigText(text, scale: $0) }.first {
        $0.rows(in: canvas.glyphs) <= region.rows - 1
          && $0.columns * 2 + columns(label, canvas) <= region.columns
      }
      let row = region.row + max(0, region.rows - 2) / 2
      let labelColumns = columns(label, canvas) + 1
      let needed = labelColumns + (large?.columns ?? canvas.columns(of: text)) + 3
      guard column + needed <= region.endColumn else { return }
      canvas.put(label, column: column, row: row, Style(.dim))
      column += labelColumns
      if let large {
        let size = Region(
          column: column, row: region.row, columns: large.columns,
          rows: large.rows(in: canvas.glyphs))
        canvas.draw(large.frame(style, in: canvas.glyphs), in: size)
        column += large.columns + 4
      } else {
        column += canvas.put(text, column: column, row: row, style) + 3
      }
    }
  }

  private func columns(_ label: String, _ canvas: Canvas) -> Int { canvas.columns(of: label) }
}
