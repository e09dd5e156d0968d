public import Initializers

/// A tensor's weights as a matrix: shape[0] rows by all that remains, as `orthogonal_` flattens it.
///
/// A vector is one row, a scalar one entry.
public struct MatrixMeasurement: Sendable {
  /// What was asked for.
  public let request: MatrixRequest
  /// What PyTorch computes before it draws.
  public let recipe: Recipe
  /// The picture, as far as the weights are drawn.
  public let picture: MatrixPicture
  /// How the picture is best coloured.
  public let scale: PictureScale
  /// What the method says of the singular values.
  public let theory: SpectrumTheory
  /// The singular values, or why there are none (yet).
  public let outcome: SpectrumOutcome
  /// Whether nothing is still to come.
  public let isComplete: Bool

  /// The longest smaller side whose singular values are computed: on one core 2048×2048
  /// takes 0.65 s, and 2048×4096 1.1 s.
  public static let largestOrder = 2048
  /// The most entries of a matrix whose singular values are computed; 32 MiB.
  public static let largestCount = 1 << 23

  /// Draws and measures to the end.
  ///
  /// - Throws: the error PyTorch raises for the tensor.
  public init(of request: MatrixRequest) throws(InitializerError) {
    var run = try MatrixRun(request)
    while !run.isFinished { try run.advance() }
    self = run.snapshot()
  }

  init(_ run: MatrixRun) {
    request = run.request
    recipe = run.recipe
    picture = run.picture
    scale = run.scale
    theory = run.theory
    outcome = run.outcome
    isComplete = run.isFinished
  }

  /// The matrix's rows.
  public var rows: Int { picture.grid.rows }

  /// The matrix's columns.
  public var columns: Int { picture.grid.columns }

  /// The singular values and what follows from them; `outcome` says why there are none.
  public var spectrum: Spectrum? {
    if case .found(let spectrum) = outcome { spectrum } else { nil }
  }

  /// The part of the weights that is drawn, from 0 to 1.
  public var progress: Double {
    recipe.shape.count > 0 ? Double(picture.drawnCount) / Double(recipe.shape.count) : 1
  }
}
