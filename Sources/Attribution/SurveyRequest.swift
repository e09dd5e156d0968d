internal import Background
internal import WeightFiles

/// What the list of open files asks for: their tensors, read and judged.
package struct SurveyRequest: Request {
  private let files: [TensorFile]

  /// Asks for the tensors of files.
  package init(_ shelf: FileShelf) { files = shelf.files }

  /// Starts reading.
  package func begin() -> SurveyRun { SurveyRun(files) }

  /// Whether both ask for the tensors of the same opened files.
  package static func == (left: SurveyRequest, right: SurveyRequest) -> Bool {
    left.revisions == right.revisions
  }

  /// Hashes what `==` compares.
  package func hash(into hasher: inout Hasher) { hasher.combine(revisions) }

  private var revisions: [Int] { files.flatMap { $0.entries.first.map { [$0.revision] } ?? [] } }
}

/// Files being read and judged.
package struct SurveyRun: ResumableWork {
  // A file's tensors are judged beside each other, and no other file's.
  private var runs: [FileSurveyRun]

  fileprivate init(_ files: [TensorFile]) { runs = files.map { FileSurveyRun($0) } }

  /// Whether all tensors are judged.
  package var isFinished: Bool { runs.allSatisfy(\.isFinished) }

  /// The bytes that will be read.
  package var byteCount: Int {
    runs.reduce(0) { $0.addingReportingOverflow($1.byteCount).partialValue }
  }

  /// The part of the bytes that is read, from 0 to 1.
  package var progress: Double {
    let total = Double(byteCount)
    guard total > 0 else { return isFinished ? 1 : 0 }
    return runs.reduce(0) { $0 + $1.progress * Double($1.byteCount) } / total
  }

  /// Nothing takes long.
  package var isUninterruptible: Bool { false }

  /// Reads on.
  ///
  /// - Throws: `TensorFileError`.
  package mutating func advance() throws {
    guard let index = runs.firstIndex(where: { !$0.isFinished }) else { return }
    try runs[index].advance()
  }

  /// What is known so far.
  package func snapshot() -> SurveyReport {
    SurveyReport(
      survey: FileSurvey(joining: runs.map { $0.snapshot() }), progress: progress,
      isComplete: isFinished)
  }
}

/// What is known of open files so far.
package struct SurveyReport: Report {
  /// The tensors.
  package let survey: FileSurvey
  /// The part of the bytes that is read, from 0 to 1.
  package let progress: Double
  /// Whether all are judged.
  package let isComplete: Bool
}
