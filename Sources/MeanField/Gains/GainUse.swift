package import Words

/// What becomes of deep layers whose weights have a gain: σw² = g², no bias, inputs of mean square 1.
///
/// A gain keeps what it is named for at q = 1, but the first layer has q₁ = g², and the layers go where
/// the map takes them: tanh's backward gain, 1.4674, settles at q = 0.725, where χ⊥ is 1.126.
package struct GainUse: Hashable, Sendable, Worded {
  /// The gain.
  package let gain: Double
  /// Where the mean square before the activation ends.
  package let destination: Destination
  /// χ⊥ there: what the mean square of gradients is multiplied by a layer.
  package let perpendicularSusceptibility: Double

  /// Follows the layers of an activation with a gain to where they end.
  ///
  /// - Complexity: a search for fixed points, up to a few ms where moments are integrals.
  package init(_ activation: Activation, gain: Double) {
    self.gain = gain
    let map = LengthMap(activation, weightVariance: gain * gain)
    destination = map.destination(from: map.firstLength(inputMeanSquare: 1))
    perpendicularSusceptibility =
      switch destination {
      case .keeps: map.perpendicularSusceptibility(1)
      case .settles(let point): point.perpendicularSusceptibility
      case .vanishes: map.perpendicularSusceptibility(0)
      // D(q) as q → ∞, where f is straight on both sides.
      case .diverges: activation.meanSquare(activation.farSlopes) * gain * gain
      case .undefined: .nan
      }
  }

  /// One clause: "q settles at 0.725, gradients' rms × 1.06 a layer (χ⊥ 1.126)".
  package var phrase: Phrase {
    guard !keepsGradients else { return shortPhrase }
    let chi = Numeral.short(perpendicularSusceptibility, digits: 4)
    return Phrase("gain.use.chi", ["use": .phrase(shortPhrase), "chi": "\(chi)"])
  }

  /// The same without χ⊥.
  package var shortPhrase: Phrase {
    let end =
      switch destination {
      case .keeps: Phrase("gain.use.keeps")
      case .settles(let point):
        Phrase("gain.use.settles", ["q": "\(Numeral.short(point.length))"])
      case .vanishes: Phrase("gain.use.vanishes")
      case .diverges: Phrase("gain.use.diverges")
      case .undefined: Phrase("gain.use.undefined")
      }
    if keepsGradients { return Phrase("gain.use.gradients-too", ["end": .phrase(end)]) }
    let rate = Numeral.short(perpendicularSusceptibility.squareRoot())
    return Phrase("gain.use.gradients", ["end": .phrase(end), "rate": "\(rate)"])
  }

  private var keepsGradients: Bool { abs(perpendicularSusceptibility - 1) < 1e-9 }
}
