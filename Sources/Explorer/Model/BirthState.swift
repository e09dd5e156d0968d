internal import Attribution
internal import Births
internal import Initializers

/// What is known of a tensor's seed.
enum BirthState: Sendable {
  case found(Birth)
  /// No seed was found, of those that take no minutes to try or of all.
  case unknown(isExhaustive: Bool)

  var birth: Birth? { if case .found(let birth) = self { birth } else { nil } }
}

/// A tensor whose seed is searched for.
struct SoughtBirth: Sendable {
  let weights: StoredWeights
  let isExhaustive: Bool
  let request: BirthRequest
}
