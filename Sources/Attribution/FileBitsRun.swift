internal import Background
internal import Initializers
internal import WeightFiles

/// A file's tensors held against the bits that they are said to have, one after another.
package struct FileBitsRun: ResumableWork {
  private var survey: FileSurvey
  private var claims: ArraySlice<BitsClaim>
  private var comparison: BitsComparison?
  // As the tensor before has left it.
  private var generator: (any Generator)?
  private var doneCount = 0

  /// The numbers that are drawn.
  package let count: Int

  /// Begins with a file that is read.
  package init(_ survey: FileSurvey, claiming claims: [BitsClaim]) {
    (self.survey, self.claims) = (survey, claims[...])
    count = claims.reduce(0) { $0.addingReportingOverflow($1.recipe.shape.count).partialValue }
  }

  /// Whether all claims are held against the file.
  package var isFinished: Bool { claims.isEmpty }

  /// Whether LAPACK works in the next step.
  package var isUninterruptible: Bool { comparison?.isUninterruptible ?? false }

  /// The part of the numbers that is drawn, from 0 to 1.
  package var progress: Double {
    guard count > 0, !isFinished else { return 1 }
    return Double(doneCount + (comparison?.doneCount ?? 0)) / Double(count)
  }

  /// What is known so far.
  package func snapshot() -> FileSurvey { survey }

  /// Draws and compares some more.
  ///
  /// - Throws: `TensorFileError`, or `InitializerError` as drawing has it.
  package mutating func advance() throws {
    guard let claim = claims.first else { return }
    // Taken out, so that what it holds is not copied.
    var comparison = self.comparison.take() ?? begin(claim)
    if !comparison.isFinished { try comparison.advance() }
    guard comparison.isFinished else { return self.comparison = comparison }
    if let row = claim.row, survey.rows[row].entry.hasValues {
      survey.rows[row].bits = comparison.agreement
      if comparison.agreement.isWhole { survey.rows[row].birth = claim.birth }
    }
    generator = comparison.end ?? generator
    doneCount += claim.recipe.shape.count
    claims.removeFirst()
  }

  private func begin(_ claim: BitsClaim) -> BitsComparison {
    let entry = claim.row.map { survey.rows[$0].entry }
    return BitsComparison(
      claim, entry?.hasValues == true ? entry : nil,
      from: claim.generator ?? generator
        ?? claim.recipe.initializer.framework.generator(claim.seed))
  }
}
