internal import Initializers
internal import Statistics

extension FileSurvey {
  /// Takes laws back that trained weights may have by chance.
  ///
  /// Of few numbers a normal law tells no more than a size within some parts of a hundred, and the usual
  /// ones together take up much of all sizes that there are: in a file that is trained for the most part,
  /// one tensor in some that look normal hits one of them. A law with ends is not met by chance, nor is a
  /// lattice.
  mutating func doubtChance() {
    var (drawn, trained) = (0, 0)
    for row in rows where (row.summary?.count ?? 0) >= Attribution.leastCount {
      switch row.verdict {
      case .consistent: drawn += 1
      case .trained: trained += 1
      default: break
      }
    }
    guard trained > drawn else { return }
    for index in rows.indices {
      guard let count = rows[index].summary?.count, count < Self.leastAmongTrained,
        case .consistent(let matches)? = rows[index].verdict, !rows[index].standing.isHeld,
        matches.allSatisfy({ if case .normal = $0.candidate.law { true } else { false } })
      else { continue }
      rows[index].verdict = .tooFew
    }
  }

  // 4.5 standard errors on either side of fifteen laws are then a tenth of three decades.
  private static let leastAmongTrained = 1 << 14
}
