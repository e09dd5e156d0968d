import MeanField
import Networks
import Testing
import Words

@Suite("A network outside theory's band")
struct BandDepartureTests {
  // Bands of 40 layers of relu that keep q at 2: with the depth they widen.
  private let bands = FiniteWidth(
    LengthMap(.relu, weightVariance: 2), lengths: Array(repeating: 2, count: 40),
    ensemble: Ensemble(widths: [256], batch: 1)
  ).bands

  private func phrase(_ outside: [Int], reached: Int = 40) -> String? {
    let squares = (1...40).map { layer -> Double? in
      guard layer <= reached else { return nil }
      return outside.contains(layer) ? 2 * bands[layer - 1].high : bands[layer - 1].centre
    }
    return BandDeparture(squares, from: bands)?.description
  }

  @Test("is told of by its layers, where chance alone leaves fewer outside")
  func layers() {
    #expect(phrase([]) == nil && phrase([7]) == nil && phrase([7, 9]) == nil)
    #expect(phrase([7, 8, 9]) == "in layers 7–9")
    #expect(phrase([7, 9, 30]) == "in 3 of 40 layers")
    #expect(phrase([40]) == "in layer 40", "the last layer is what all leads to")
    #expect(phrase([7, 8, 9], reached: 6) == nil)
  }

  @Test("is none where nothing can stray")
  func exact() {
    let band = bands[3]
    #expect(band.contains(band.centre) && band.contains(band.low) && band.contains(.nan))
    #expect(!band.contains(2 * band.high) && !band.contains(band.low / 2))
  }
}
