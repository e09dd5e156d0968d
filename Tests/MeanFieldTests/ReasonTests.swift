import Testing
import Words

@testable import MeanField

/// Why depth does what it does: numbers checked against the map itself.
@Suite struct `Reasons` {
  private static let cases = Activation.allCases.flatMap { activation in
    [0.3, 1, 2, 4].flatMap { variance in
      [0, 0.05].map { LengthMap(activation, weightVariance: variance, biasVariance: $0) }
    }
  }

  @Test(arguments: cases)
  func `The variance that is named keeps the signal where it starts`(map: LengthMap) throws {
    let lengths = map.lengths(from: map.firstLength(inputMeanSquare: 1), layers: 20)
    let reason = try #require(Reason(signalIn: map, lengths: lengths, kind: .vanishes))
    let kept = LengthMap(
      map.activation, weightVariance: map.weightVariance * reason.factor,
      biasVariance: map.biasVariance)
    #expect(abs(kept.next(lengths[0]) / lengths[0] - 1) < 1e-9)
    // It is more than there is where the signal shrinks, and less where it grows.
    #expect((reason.factor > 1) == (lengths[1] < lengths[0]))
    #expect((lengths[1] < lengths[0]) == (lengths[19] < lengths[0]) || lengths[19] == lengths[0])
  }

  @Test(arguments: cases)
  func `The variance that is named keeps the gradients in the mean`(map: LengthMap) throws {
    let lengths = map.lengths(from: map.firstLength(inputMeanSquare: 1), layers: 20)
    let reason = try #require(Reason(gradientsIn: map, lengths: lengths, kind: .vanishes))
    let kept = LengthMap(map.activation, weightVariance: map.weightVariance * reason.factor)
    let gradients = kept.gradients(lengths: lengths)
    #expect(abs(gradients[0] - 1) < 1e-9)
    #expect((reason.factor > 1) == (map.gradients(lengths: lengths)[0] < 1))
  }

  // He et al. 2015: relu halves the mean square, and n·Var W = 2 makes up for it.
  @Test func `Xavier on relu lacks a factor of two`() throws {
    let map = LengthMap(.relu, weightVariance: 1)
    let lengths = map.lengths(from: 1, layers: 31)
    let signal = try #require(Reason(signalIn: map, lengths: lengths, kind: .vanishes))
    #expect(
      signal.description
        == "relu passes on 0.5 of the mean square, so Var W must be 2/n to keep it, not 1/n: 2 times that"
    )
    let gradients = try #require(Reason(gradientsIn: map, lengths: lengths, kind: .vanishes))
    #expect(
      Catalogue.english(gradients.phrase(.short))
        == "relu's slope passes on 0.5: Var W must be 2/n, not 1/n")
    #expect(Catalogue.english(gradients.phrase(.least)) == "Var W must be 2/n, not 1/n")
    let kept = LengthMap(.relu, weightVariance: 2)
    #expect(
      Reason(signalIn: kept, lengths: kept.lengths(from: 1, layers: 9), kind: .keeps)?.description
        == "relu passes on 0.5 of the mean square, and Var W = 2/n makes up for it")
    #expect(
      Reason(signalIn: kept, lengths: [1, 1], kind: .vanishes)?.description
        == "relu passes on 0.5 of the mean square; Var W = 2/n would do in the mean, the rest is chance"
    )
  }

  // 1.178480: where tanh settles with PyTorch's gain.
  @Test func `A signal that settles is said to meet where it does`() throws {
    let map = LengthMap(.tanh, weightVariance: 25.0 / 9)
    let lengths = map.lengths(from: 1, layers: 60)
    let reason = try #require(Reason(signalIn: map, lengths: lengths, kind: .settles))
    #expect(
      reason.description
        == "a larger signal shrinks and a smaller one grows: with Var W = 2.78/n both end at a mean square of 1.18"
    )
    #expect(abs(reason.factor - 1) < 1e-9)
    for (q, grows) in [(0.5, true), (3, false)] { #expect((map.next(q) > q) == grows) }
  }

  @Test func `Nothing is said of what is no number`() {
    let map = LengthMap(.relu, weightVariance: 1)
    #expect(Reason(signalIn: map, lengths: [], kind: .keeps) == nil)
    #expect(Reason(signalIn: map, lengths: [0, 0], kind: .keeps) == nil)
    #expect(Reason(signalIn: map, lengths: [.infinity], kind: .explodes) == nil)
    #expect(Reason(gradientsIn: map, lengths: [1], kind: .keeps) == nil)
  }
}
