internal import Initializers

/// How a tensor's numbers were made of one stream of MT19937, as far as that can be undone.
struct TwisterReading: Sendable {
  let words: any WordReading
  /// Whether some numbers were drawn again in their places, whose words cannot be known for others.
  let hasStrangers: Bool

  /// Finds the way back; nil where there is none.
  init?(_ hypothesis: BirthHypothesis) {
    guard hypothesis.framework.drawsInSequence, let draw = hypothesis.draw else { return nil }
    self.init(draw, count: hypothesis.shape.count)
  }

  private init?(_ draw: Draw, count: Int) {
    var (reading, hasStrangers) = (nil as (any WordReading)?, false)
    switch draw {
    case .uniform(let low, let high): reading = UniformWords(low: low, high: high)
    case .normal(let mean, let std) where count >= 16: reading = NormalWords(mean: mean, std: std)
    case .paddedNormal(let std, _) where count >= 16: reading = NormalWords(mean: 0, std: std)
    case .sparse(_, _, _, let std) where count >= 16: reading = NormalWords(mean: 0, std: std)
    case .truncatedNormal(let law) where law.isDrawnFromNormals && count >= 16:
      reading = NormalWords(mean: law.location, std: law.signedScale)
      hasStrangers = true
    default: break
    }
    guard let reading else { return nil }
    (words, self.hasStrangers) = (reading, hasStrangers)
  }
}
