internal import Births
package import Words

/// A verdict without its numbers; those that ask for a look come first.
package enum VerdictKind: Int, CaseIterable, Sendable {
  case broken
  case duplicate
  case constant
  case trained
  case confirmed
  case consistent
  case tooFew
  case empty
  case unread

  /// What a row's numbers say, and that they are another tensor's.
  package init(_ row: FileSurvey.Row) {
    let own = VerdictKind(ofNumbersIn: row)
    self = own != .broken && row.twin != nil ? .duplicate : own
  }

  /// What a row's numbers say, whatever other tensors have.
  package init(ofNumbersIn row: FileSurvey.Row) {
    self =
      switch row.verdict {
      case .broken: .broken
      case _ where row.isConfirmed: .confirmed
      case .constant: .constant
      case .trained: .trained
      case .consistent: .consistent
      case .tooFew: .tooFew
      case .empty: .empty
      case nil: .unread
      }
  }

  /// The word in a table.
  package var label: Phrase {
    switch self {
    case .broken: Phrase("verdict.broken")
    case .duplicate: Phrase("verdict.duplicate")
    case .constant: Phrase("verdict.constant")
    case .trained: Phrase("verdict.trained")
    case .confirmed: Phrase("verdict.confirmed")
    case .consistent: Phrase("verdict.consistent")
    case .tooFew: Phrase("verdict.too-few")
    case .empty: Phrase("verdict.empty")
    case .unread: Phrase("verdict.unread")
    }
  }
}

extension FileSurvey.Row {
  /// Whether its bits show what has drawn it: a seed that was found, or the one that is claimed.
  package var isConfirmed: Bool {
    if birth?.isConfirmed == true { return true }
    if case .constant? = verdict { return false }
    return bits?.isWhole == true
  }
}
