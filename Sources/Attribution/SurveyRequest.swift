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

/// Files being read and judged, and each then held against the one before it.
package struct SurveyRun: ResumableWork {
  // A file's tensors are judged beside each other, and no other file's.
  private var runs: [FileSurveyRun]
  // The rows of all files that have a namesake in the file before.
  private var changes: [(row: Int, run: TensorChangeRun)] = []

  fileprivate init(_ files: [TensorFile]) {
    runs = files.map { FileSurveyRun($0) }
    var row = files.first?.entries.count ?? 0
    for (before, file) in zip(files, files.dropFirst()) {
      for entry in file.entries {
        if entry.hasValues, let other = before.namesake(of: entry) {
          changes.append((row, TensorChangeRun(entry, besides: other, of: before)))
        }
        row += 1
      }
    }
  }

  /// Whether all tensors are judged and compared.
  package var isFinished: Bool {
    runs.allSatisfy(\.isFinished) && changes.allSatisfy(\.run.isFinished)
  }

  /// The bytes that will be read.
  package var byteCount: Int {
    let counts = runs.map(\.byteCount) + changes.map(\.run.byteCount)
    return counts.reduce(0) { $0.addingReportingOverflow($1).partialValue }
  }

  /// The part of the bytes that is read, from 0 to 1.
  package var progress: Double {
    let total = Double(byteCount)
    guard total > 0 else { return isFinished ? 1 : 0 }
    let read = runs.reduce(0) { $0 + $1.progress * Double($1.byteCount) }
    return changes.reduce(read) { $0 + $1.run.doneBytes } / total
  }

  /// Nothing takes long.
  package var isUninterruptible: Bool { false }

  /// Reads on.
  ///
  /// - Throws: `TensorFileError`.
  package mutating func advance() throws {
    if let index = runs.firstIndex(where: { !$0.isFinished }) {
      try runs[index].advance()
    } else if let index = changes.firstIndex(where: { !$0.run.isFinished }) {
      try changes[index].run.advance()
    }
  }

  /// What is known so far.
  package func snapshot() -> SurveyReport {
    var survey = FileSurvey(joining: runs.map { $0.snapshot() })
    for (row, run) in changes where run.isFinished { survey.rows[row].change = run.change }
    return SurveyReport(survey: survey, progress: progress, isComplete: isFinished)
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
