internal import Background
internal import Initializers
internal import Measurements
package import WeightFiles

/// The tensors of a file, read and judged one after another, so far as that is done.
package struct FileSurvey: Sendable {
  /// A tensor with what is known of it.
  package struct Row: Sendable {
    /// Where its numbers are.
    package let entry: TensorEntry
    /// What one pass over them told; nil of numbers that cannot be read.
    package internal(set) var summary: TensorSummary?
    /// What that says of its birth; nil where there is none, or before its turn.
    package internal(set) var verdict: Verdict?
    /// The first tensor that has the same numbers without being the same bytes of the file.
    package internal(set) var twin: String?
  }

  /// The tensors in the file's order.
  package internal(set) var rows: [Row]

  /// A file of which nothing has been read but its list of tensors.
  package init(_ file: TensorFile) { rows = file.entries.map { Row(entry: $0) } }

  /// The bytes of all tensors that are read.
  package var byteCount: Int {
    rows.reduce(0) {
      $1.entry.hasValues ? $0.addingReportingOverflow($1.entry.byteCount).partialValue : $0
    }
  }
}

/// A file being read and judged.
package struct FileSurveyRun: ResumableWork {
  private var survey: FileSurvey
  // The tensor that is read, and how much of it.
  private var index = 0
  private var summary: TensorSummary?
  private var place = 0
  private var doneBytes = 0.0

  /// Begins with a file.
  package init(_ file: TensorFile) { survey = FileSurvey(file) }

  /// Whether all tensors are judged.
  package var isFinished: Bool { index >= survey.rows.count }

  /// Nothing takes long.
  package var isUninterruptible: Bool { false }

  /// The bytes that will be read.
  package var byteCount: Int { survey.byteCount }

  /// The part of the bytes that is read, from 0 to 1.
  package var progress: Double { byteCount > 0 ? doneBytes / Double(byteCount) : 1 }

  /// What is known so far.
  package func snapshot() -> FileSurvey { survey }

  // A tenth of a second's, or less.
  private static let step = 1 << 24

  /// Reads on, and judges a tensor that is read.
  ///
  /// - Throws: `TensorFileError`.
  package mutating func advance() throws {
    guard !isFinished else { return }
    let entry = survey.rows[index].entry
    if entry.hasValues {
      let end = entry.isCompressed ? entry.count : min(entry.count, place + Self.step)
      let part = try TensorSummary(reading: entry, place..<end)
      if summary == nil { summary = part } else { summary?.merge(part) }
      if entry.count > 0 {
        doneBytes += Double(entry.byteCount) * Double(end - place) / Double(entry.count)
      }
      place = end
      guard place >= entry.count else { return }
      if let summary { try survey.judge(index, summary) }
    }
    (index, place, summary) = (index + 1, 0, nil)
    // Biases wait for their weights.
    if isFinished { survey.judgeSiblings() }
  }
}

extension FileSurvey {
  mutating func judge(_ index: Int, _ summary: TensorSummary) throws {
    let entry = rows[index].entry
    rows[index].summary = summary
    rows[index].verdict = try verdict(entry, summary)
    rows[index].twin = try twin(of: entry, summary, before: index)
  }

  private func verdict(_ entry: TensorEntry, _ summary: TensorSummary) throws -> Verdict {
    guard let shape = try? Shape(entry.shape) else { return .empty }
    let candidates = LawCandidate.all(of: shape)
    // Their weights, one by one, look normal.
    if let match = try DependentWeights.match(entry, summary, among: candidates) {
      return .consistent([match])
    }
    return Attribution.verdict(summary, candidates: candidates)
  }

  private func twin(
    of entry: TensorEntry, _ summary: TensorSummary, before index: Int
  ) throws -> String? {
    // Many biases are zeros.
    guard summary.constant == nil, summary.count > 1 else { return nil }
    for other in rows[..<index] where other.summary?.digest == summary.digest {
      let isSameMemory =
        other.entry.file == entry.file && other.entry.byteRange == entry.byteRange
      if isSameMemory || other.entry.count != entry.count { continue }
      if try entry.hasNumbers(of: other.entry) { return other.entry.name }
    }
    return nil
  }
}

extension FileSurvey {
  // What stands before the last dot or slash: the layer.
  private static func module(of name: String) -> Substring {
    name.lastIndex { "./".contains($0) }.map { name[..<$0] } ?? ""
  }

  // A bias's law follows from its weight's, whatever its own size.
  mutating func judgeSiblings() {
    for index in rows.indices {
      guard let summary = rows[index].summary, rows[index].entry.shape.count == 1,
        case .tooFew? = rows[index].verdict,
        let shape = try? Shape(rows[index].entry.shape)
      else { continue }
      let module = Self.module(of: rows[index].entry.name)
      var candidates: [LawCandidate] = []
      for sibling in rows where Self.module(of: sibling.entry.name) == module {
        guard case .consistent(let matches)? = sibling.verdict else { continue }
        for case .layer(let weight, let call) in matches.flatMap(\.candidate.origins) {
          let framework = weight.initializer.framework
          for tensor in (try? call.tensors(in: framework)) ?? []
          where tensor.role == .bias && tensor.shape == shape {
            guard let law = try? tensor.recipe().law else { continue }
            candidates.append(LawCandidate(law: law, origins: [.layer(tensor, of: call)]))
          }
        }
      }
      let merged = candidates.merged
      if !merged.isEmpty {
        let verdict = Attribution.verdict(summary, candidates: merged, leastCount: 16)
        rows[index].verdict = verdict
      }
    }
  }
}

extension TensorSummary {
  /// Reads some of a tensor, much of it with all processors.
  ///
  /// - Throws: `TensorFileError`.
  package init(reading entry: TensorEntry, _ range: Range<Int>) throws {
    guard !entry.isCompressed, let loan = WorkerTeam.loan(for: range.count) else {
      self.init(count: entry.count)
      try add(entry, range)
      return
    }
    let size = loan.team.size
    let share = range.count / size
    var parts = [Result<TensorSummary, any Error>](
      repeating: .success(TensorSummary(count: entry.count)), count: size)
    parts.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let parts = buffer
      loan.team.run { thread in
        let start = range.lowerBound + share * thread
        let end = thread + 1 == size ? range.upperBound : start + share
        parts[thread] = Result {
          var part = TensorSummary(count: entry.count)
          try part.add(entry, start..<end)
          return part
        }
      }
    }
    self = try parts[0].get()
    for part in parts.dropFirst() { merge(try part.get()) }
  }

  private mutating func add(_ entry: TensorEntry, _ range: Range<Int>) throws {
    var place = range.lowerBound
    try entry.forEachChunk(range) { block in
      add(block, at: place)
      place += block.count
    }
  }
}

extension TensorEntry {
  // Number by number.
  fileprivate func hasNumbers(of other: TensorEntry) throws -> Bool {
    var (own, others) = (try values(), try other.values())
    let size = 1 << 14
    return try withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * size) { memory in
      let first = UnsafeMutableBufferPointer(rebasing: memory[..<size])
      let second = UnsafeMutableBufferPointer(rebasing: memory[size...])
      while true {
        let count = try own.fill(first)
        guard try others.fill(second) == count else { return false }
        if count == 0 { return true }
        for index in 0..<count where first[index].bitPattern != second[index].bitPattern {
          return false
        }
      }
    }
  }
}

extension TensorValues {
  // As many as there is room for, or as are left.
  fileprivate mutating func fill(_ buffer: UnsafeMutableBufferPointer<Float>) throws -> Int {
    var done = 0
    while done < buffer.count {
      let count = try next(into: UnsafeMutableBufferPointer(rebasing: buffer[done...]))
      if count == 0 { break }
      done += count
    }
    return done
  }
}
