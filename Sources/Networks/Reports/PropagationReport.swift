internal import Background
private import Glibc
package import Initializers
package import MeanField
package import Words

/// The signal through depth as far as it is known.
package struct PropagationReport: Report {
  /// What was asked for.
  package let request: PropagationRequest
  /// What PyTorch computes before it draws a layer.
  package let recipe: Recipe
  /// Whether one input was sampled without matrices, as `GaussianShortcut` does; then there are no
  /// gradients, and layers differ from those with matrices though they have the same law.
  package let isShortcut: Bool
  /// The inputs sent through: the network's batch, or 1 with the shortcut.
  package let batch: Int
  /// The mean square of the input.
  package let inputMeanSquare: Double
  /// What theory says; nil where there is none.
  package let prediction: Prediction?
  /// The layers reached so far, from 1.
  package let layers: [LayerSignal]
  /// The part that is done, from 0 to 1.
  package let progress: Double
  /// Whether all is done.
  package let isComplete: Bool
}

extension PropagationReport {
  /// The report as it was when the signal had reached a layer, and the gradients, coming back, another.
  ///
  /// - Parameters:
  ///   - layer: the last layer reached, from 1.
  ///   - gradientLayer: the lowest layer that gradients have reached; one above the last for none.
  package func reaching(_ layer: Int, gradientsDownTo gradientLayer: Int) -> PropagationReport {
    let depth = max(1, layers.count)
    let reached = layers.prefix(max(0, layer)).map { signal in
      var signal = signal
      if signal.layer < gradientLayer { signal.gradient = nil }
      return signal
    }
    let steps = reached.count + max(0, depth + 1 - max(1, gradientLayer))
    return PropagationReport(
      request: request, recipe: recipe, isShortcut: isShortcut, batch: batch,
      inputMeanSquare: inputMeanSquare, prediction: prediction, layers: reached,
      progress: Double(steps) / Double(2 * depth), isComplete: false)
  }
}

extension Network {
  /// The theory of layers made by a recipe: σw² = fan_in·Var W and σb² = Var b.
  ///
  /// It holds for independent weights of mean 0, and forward for orthogonal ones.
  package func lengthMap(_ recipe: Recipe) -> LengthMap {
    let std = recipe.law.std
    return LengthMap(
      activation, weightVariance: Double(layer.fan) * std * std, biasVariance: biasVariance)
  }
}

extension PropagationReport {
  /// What the layers are: "256×256".
  package var layerText: String {
    request.network.layer.weightExtents.map(String.init).joined(separator: "×")
  }

  /// The tensor's own shape, "64×3×7×7", where it is not that of a square layer.
  package var otherShapeText: String? {
    let extents = request.tensor.shape.extents
    guard extents.count != 2 || extents[0] != extents[1] else { return nil }
    return extents.isEmpty ? "scalar" : request.tensor.shape.typeset
  }

  /// A sentence for a tensor whose fans are not those of the layers that are made as it is.
  package var fansPhrase: Phrase? {
    guard let shape = otherShapeText else { return nil }
    guard let fans = try? request.tensor.fans() else {
      return Phrase("tensor.no-fans", ["shape": .text(shape)])
    }
    return Phrase(
      "tensor.own-fans",
      ["shape": .text(shape), "in": "\(fans.fanIn)", "out": "\(fans.fanOut)"])
  }

  /// What depth does to the signal; nil for a single layer or none yet.
  package var signalVerdict: Verdict? {
    let squares = layers.map(\.preActivations.meanSquare)
    guard squares.count >= 2, let last = layers.last else { return nil }
    var circumstances = circumstances
    circumstances.rootAfterActivation = last.postActivations.rootMeanSquare
    circumstances.flatness = last.flatness(of: request.network.activation)
    circumstances.logarithmicDeviation =
      prediction?.bands[squares.count - 1].logarithmicDeviation ?? 0
    circumstances.typicalFactor = typicalLengths.map { typical in
      Self.factor(from: typical[0], to: typical[squares.count - 1])
    }
    return Verdict(
      meanSquares: squares, theory: prediction?.lengths, destination: prediction?.destination,
      circumstances: circumstances)
  }

  /// What depth does to the gradients; nil until they have come back to the first layer.
  package var gradientVerdict: Verdict? {
    let squares = layers.compactMap { $0.gradient?.meanSquare }
    guard squares.count >= 2, squares.count == request.network.depth else { return nil }
    var circumstances = circumstances
    circumstances.logarithmicDeviation = prediction?.gradientBands.first?.logarithmicDeviation ?? 0
    circumstances.typicalFactor = typicalGradients.map { typical in
      Self.factor(from: typical[squares.count - 1], to: typical[0])
    }
    return Verdict(
      meanSquares: squares.reversed(), subject: .gradients,
      theory: prediction?.gradients.reversed(),
      destination: gradientDestination, circumstances: circumstances)
  }

  /// Why the signal goes where it goes, in a sentence; nil where there is nothing to judge.
  package func signalReason(_ detail: Reason.Detail = .full) -> Phrase? {
    signalVerdict.flatMap { verdict in
      reason { Reason(signalIn: $0.map, lengths: $0.lengths, kind: verdict.kind)?.phrase(detail) }
    }
  }

  /// Why the gradients go where they go; nil until they have come back.
  package func gradientReason(_ detail: Reason.Detail = .full) -> Phrase? {
    gradientVerdict.flatMap { verdict in
      reason {
        Reason(gradientsIn: $0.map, lengths: $0.lengths, kind: verdict.kind)?.phrase(detail)
      }
    }
  }

  // By theory, and of layers that it is not about by what they are.
  private func reason(_ inTheory: (Prediction) -> Phrase?) -> Phrase? {
    if let prediction { return inTheory(prediction) }
    let (law, network) = (recipe.law, request.network)
    if case .ones = law { return Phrase("why.ones", ["activation": "\(network.activation)"]) }
    if law.std == 0 && law.mean == 0 { return Phrase("why.zero") }
    guard law.mean != 0 else { return nil }
    let factor = Double(network.layer.fan) * law.mean
    return Phrase("why.mean", ["factor": "\(Numeral.short(factor))"])
  }

  /// The mean squares that a typical network of this width has in layers 1 to L: the geometric mean over
  /// networks, which lies below the mean; nil where it is not known for a batch such as this one.
  package var typicalLengths: [Double]? {
    guard let prediction, hasTypical else { return nil }
    // With depth relu makes inputs alike, and the batch strays as one of them does.
    guard prediction.bandBatch == batch || request.network.activation == .relu else { return nil }
    return Self.known(prediction.bands.map(\.centre))
  }

  /// The mean squares of gradients that a typical network has in layers 1 to L; known of activations for
  /// which f(ax) = a·f(x), whose gradients do not depend on how the signal strays.
  package var typicalGradients: [Double]? {
    guard let prediction, hasTypical, prediction.isMean else { return nil }
    return Self.known(prediction.gradientBands.map(\.centre))
  }

  // Where theory has no number there is no typical one.
  private static func known(_ squares: [Double]) -> [Double]? {
    squares.contains(where: \.isNaN) ? nil : squares
  }

  /// Whether most networks of this width miss theory by a factor of 2 or more.
  package var strays: Bool { prediction?.strays(width: request.network.width) ?? false }

  // However far networks stray from it, the median is known of independent weights and activations for
  // which f(ax) = a·f(x); of others where there is a band.
  private var hasTypical: Bool {
    guard let prediction, !strays else { return false }
    switch recipe.law {
    case .normal, .uniform, .truncatedNormal: return prediction.hasBands || prediction.isMean
    default: return prediction.hasBands
    }
  }

  private var circumstances: Verdict.Circumstances {
    var circumstances = Verdict.Circumstances()
    circumstances.isTheoryMean = prediction?.isMean ?? false
    circumstances.strays = strays
    return circumstances
  }

  private static func factor(from first: Double, to last: Double) -> Double {
    exp((log(last) - log(first)) / 2)
  }

  // The first layers may yet bend what the many others do at a rate of χ⊥: it does not settle.
  private var gradientDestination: Destination? {
    guard let rate = prediction?.perpendicularSusceptibility, rate.isFinite else { return nil }
    return abs(rate - 1) < 1e-9 ? nil : rate > 1 ? .diverges : .vanishes
  }
}

extension LayerSignal {
  /// The share of flat units where it is more than such an activation has in a sound network: a tenth of
  /// a bounded one's, three quarters of another's, half of whose units are off as a rule.
  func flatness(of activation: Activation) -> Verdict.Flatness? {
    if activation.bounds != nil {
      return flatFraction >= 0.1 ? Verdict.Flatness(share: flatFraction, cause: .saturated) : nil
    }
    guard flatFraction >= 0.75 else { return nil }
    return Verdict.Flatness(
      share: flatFraction, cause: deadFraction >= 0.9 * flatFraction ? .dead : .off)
  }
}
