internal import Background
package import Initializers

/// A tensor's weights as a matrix: shape[0] rows by all that remains, as `orthogonal_` flattens it.
///
/// A vector is one row, a scalar one entry.
package struct MatrixMeasurement: Report {
  /// What was asked for.
  package let request: MatrixRequest
  /// Where the weights come from.
  package let source: any WeightSource
  /// The picture, as far as the weights are drawn.
  package let picture: MatrixPicture
  /// How the picture is best coloured.
  package let scale: PictureScale
  /// What the method says of the singular values.
  package let theory: SpectrumTheory
  /// The singular values, or why there are none (yet).
  package let outcome: SpectrumOutcome
  /// Whether nothing is still to come.
  package let isComplete: Bool

  /// The longest smaller side whose singular values are computed: on one core 2048×2048
  /// takes 0.65 s, and 2048×4096 1.1 s.
  package static let largestOrder = 2048
  /// The most entries of a matrix whose singular values are computed; 32 MiB.
  package static let largestCount = 1 << 23

  /// Draws and measures to the end.
  ///
  /// - Throws: the error PyTorch raises for the tensor.
  package init(of request: MatrixRequest) throws(InitializerError) {
    var run = try MatrixRun(request)
    while !run.isFinished { try run.advance() }
    self = run.snapshot()
  }

  init(_ run: MatrixRun) {
    request = run.request
    source = run.source
    picture = run.picture
    scale = run.scale
    theory = run.theory
    outcome = run.outcome
    isComplete = run.isFinished
  }

  /// The law that the weights are compared with.
  package var law: Law { source.law }

  /// The matrix's rows.
  package var rows: Int { picture.grid.rows }

  /// The matrix's columns.
  package var columns: Int { picture.grid.columns }

  /// The singular values and what follows from them; `outcome` says why there are none.
  package var spectrum: Spectrum? {
    if case .found(let spectrum) = outcome { spectrum } else { nil }
  }

  /// The part of the weights that is drawn, from 0 to 1.
  package var progress: Double {
    source.shape.count > 0 ? Double(picture.drawnCount) / Double(source.shape.count) : 1
  }
}
