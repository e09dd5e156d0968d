internal import Measurements
internal import Networks
internal import Screen
internal import Spectra

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

  func draw(on canvas: inout Canvas, in region: Region) {
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
