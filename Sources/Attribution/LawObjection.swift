internal import Initializers
internal import Statistics
internal import Words

/// Why a tensor has not been drawn by a law.
enum LawObjection: Worded {
  /// The law has nothing that numbers can be held against.
  case unreadable
  /// Not the one number that it should be everywhere.
  case constant(Double)
  /// A number outside the law's ends.
  case support(Double, low: Double, high: Double)
  /// Another standard deviation, or another mean.
  case size(Double, law: Double)
  /// Another form of distribution.
  case form(Double)
  /// A largest or least number that so many of the law do not have.
  case extreme(Double)
  /// Rows or columns, along any dimension, that differ.
  case uneven(Double)
  /// Rows or columns that resemble one another.
  case related(Double)
  /// No orthogonal matrix, no columns with as many zeros, no forget gate's ones.
  case dependence
  /// Other bits than a framework draws by the law, whatever draws for it, or at least without a GPU.
  case lattice(Framework, always: Bool)

  /// The sentence a user reads.
  var phrase: Phrase {
    func number(_ value: Double) -> Phrase.Part { .text(Numeral.general(value, digits: 6)) }
    func probability(_ value: Double) -> Phrase.Part { .text(Numeral.general(value, digits: 2)) }
    return switch self {
    case .unreadable: Phrase("check.law.unreadable")
    case .constant(let value): Phrase("check.law.constant", ["value": number(value)])
    case .support(let extreme, let low, let high):
      Phrase(
        "check.law.support",
        ["extreme": number(extreme), "low": number(low), "high": number(high)])
    case .size(let own, let law):
      Phrase("check.law.std", ["std": number(own), "law": number(law)])
    case .form(let p): Phrase("check.law.p", ["p": probability(p)])
    case .extreme(let value): Phrase("check.law.extreme", ["value": number(value)])
    case .uneven(let p): Phrase("check.law.uneven", ["p": probability(p)])
    case .related(let p): Phrase("check.law.related", ["p": probability(p)])
    case .dependence: Phrase("check.law.dependence")
    case .lattice(let framework, _):
      Phrase("check.law.lattice", ["framework": .text(framework.title)])
    }
  }
}
