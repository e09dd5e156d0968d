internal import Attribution
internal import Words

/// How many of a file's tensors there are of each verdict; those that ask for a look come first.
struct VerdictCounts {
  private let counts: [(kind: VerdictKind, count: Int)]

  /// Counts.
  init(_ rows: [FileSurvey.Row]) {
    let kinds = rows.map { VerdictKind($0) }
    counts = VerdictKind.allCases.map { kind in (kind, kinds.count { $0 == kind }) }
      .filter { $0.count > 0 }
  }

  /// "1 constant, 38 trained, 2 consistent with a law"; nil of no tensors.
  var phrase: Phrase? {
    counts.isEmpty ? nil : .list(counts.map { $0.kind.phrase(count: $0.count) })
  }
}

extension VerdictKind {
  /// In one word, as scripts read it.
  var word: String {
    switch self {
    case .broken: "broken"
    case .duplicate: "duplicate"
    case .constant: "constant"
    case .trained: "trained"
    case .confirmed: "confirmed"
    case .consistent: "consistent"
    case .tooFew: "too_few"
    case .empty: "empty"
    case .unread: "not_read"
    }
  }

  /// So many tensors of it.
  fileprivate func phrase(count: Int) -> Phrase {
    switch self {
    case .broken: Phrase("check.count.broken", count: count)
    case .duplicate: Phrase("check.count.duplicate", count: count)
    case .constant: Phrase("check.count.constant", count: count)
    case .trained: Phrase("check.count.trained", count: count)
    case .confirmed: Phrase("check.count.confirmed", count: count)
    case .consistent: Phrase("check.count.consistent", count: count)
    case .tooFew: Phrase("check.count.too-few", count: count)
    case .empty: Phrase("check.count.empty", count: count)
    case .unread: Phrase("check.count.unread", count: count)
    }
  }
}
