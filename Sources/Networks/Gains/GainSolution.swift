private import Glibc
package import Initializers
private import Mathematics
package import MeanField
package import Words

/// A call of `torch.nn.init` whose weights keep the signal, or the gradients: fan·Var W = g².
///
/// g is the activation's gain of a kind, fan is fan_in for the signal, which a neuron's inputs add up to,
/// and fan_out for the gradients, which its outputs do. On square layers a gain is g itself; elsewhere it
/// is what the method needs for it: xavier_normal on 256×128 keeps relu's signal with 1.732.
package struct GainSolution: Hashable, Sendable {
  /// The call.
  package let initializer: Initializer
  /// The parameters that say so, whether or not they had to be changed.
  package let parameters: [Parameter]
  /// Which fan counts.
  package let fan: FanMode
  /// How many that fan is.
  package let fanCount: Int
  /// fan·Var W.
  package let weightVariance: Double

  /// Solves for what a method has to set.
  ///
  /// - Parameters:
  ///   - kind: what is kept; `backward` the gradients, any other the signal by fan_in.
  ///   - tensor: the call to change, and the shape whose fans count.
  /// - Throws: `GainSolutionError` where the method cannot say it, `InitializerError` for a tensor without
  ///   fans.
  package init(_ kind: GainKind, of activation: Activation, for tensor: Tensor) throws {
    let fans = try tensor.fans()
    fan = kind == .backward ? .fanOut : .fanIn
    let count = fan == .fanIn ? fans.fanIn : fans.fanOut
    fanCount = count
    guard count > 0 else { throw GainSolutionError.noFan(fan) }
    let gain = Gains(activation)[kind]
    let std = gain / Double(count).squareRoot()
    // Expressions of fans are numbers from here on.
    let call = tensor.initializer.of(tensor.shape)
    let values: [(Parameter, String)]
    switch tensor.initializer.method {
    case .uniform:
      let bound = Self.text(3.0.squareRoot() * std)
      values = [(.a, "-\(bound)"), (.b, bound)]
    case .normal: values = [(.mean, "0"), (.std, Self.text(std))]
    case .truncNormal:
      guard let low = call[.a].number, let high = call[.b].number, low == -high,
        let scale = Self.scale(of: std, bound: high)
      else { throw GainSolutionError.truncated(std: std) }
      values = [(.mean, "0"), (.std, Self.text(scale))]
    case .xavierUniform, .xavierNormal, .orthogonal:
      values = [(.gain, Self.text(try Self.factor(std, .gain, of: tensor)))]
    case .sparse: values = [(.std, Self.text(try Self.factor(std, .std, of: tensor)))]
    case .kaimingUniform, .kaimingNormal:
      guard let known = Self.nonlinearity(gain, of: activation) else {
        let isUniform = tensor.initializer.method == .kaimingUniform
        let bound = Self.text(3.0.squareRoot() * std)
        throw GainSolutionError.unknownGain(
          tensor.initializer.name, gain, fan, count,
          instead: isUniform
            ? "uniform --a -\(bound) --b \(bound)" : "normal --std \(Self.text(std))")
      }
      values = [(.mode, fan.rawValue)] + known
    case .varianceScaling:
      values = [(.scale, Self.text(gain * gain)), (.mode, fan.rawValue)]
    case .lecunUniform, .lecunNormal, .eye, .dirac, .constant, .ones, .zeros, .unitForgetBias,
      .paddedNormal:
      throw GainSolutionError.fixed(tensor.initializer.name)
    }
    var initializer = tensor.initializer
    for (parameter, text) in values { try initializer.set(parameter, to: text) }
    self.initializer = initializer
    parameters = values.map(\.0)
    weightVariance = gain * gain
  }

  // Digits enough that σw² is right to 1e-9, and few enough for the form.
  private static func text(_ value: Double) -> String { Numeral.general(value, digits: 9) }

  // What a parameter that the standard deviation grows with has to be.
  private static func factor(
    _ std: Double, _ parameter: Parameter, of tensor: Tensor
  ) throws -> Double {
    var unit = tensor
    try unit.initializer.set(parameter, to: "1")
    let one = try unit.recipe().law.std
    guard one > 0 else { throw GainSolutionError.fixed(tensor.initializer.name) }
    return std / one
  }

  // The scale of a normal law that, cut at ±bound, has a standard deviation; nil at and beyond that of
  // a uniform one between them.
  private static func scale(of std: Double, bound: Double) -> Double? {
    guard bound > 0, bound.isFinite, std < 0.999 * bound / 3.0.squareRoot() else { return nil }
    func excess(_ logarithm: Double) -> Double {
      let scale = exp(logarithm)
      return TruncatedNormal(location: 0, scale: scale, low: -bound, high: bound).std - std
    }
    // What is cut is narrower than what it is cut from.
    let low = log(std) - 1e-6
    return exp(Bisection.root(from: low, to: log(bound) + 6, of: excess))
  }

  // The nonlinearity whose gain it is, rather the activation's own.
  private static func nonlinearity(
    _ gain: Double, of activation: Activation
  ) -> [(Parameter, String)]? {
    func isGain(_ value: Double) -> Bool { abs(value - gain) <= 1e-9 * gain }
    if case .leakyRelu(let slope) = activation,
      isGain(Nonlinearity.leakyRelu.gain(negativeSlope: slope))
    {
      return [(.nonlinearity, Nonlinearity.leakyRelu.rawValue), (.a, Numeral.shortest(slope))]
    }
    let own = Nonlinearity(rawValue: activation.name)
    let all = [own].compactMap(\.self) + Nonlinearity.allCases.filter { $0 != .leakyRelu }
    return all.first { isGain($0.gain()) }.map { [(.nonlinearity, $0.rawValue)] }
  }
}

/// Why a method cannot be made to keep a signal.
package enum GainSolutionError: Error, Hashable, Sendable, Worded {
  /// The fan is 0.
  case noFan(FanMode)
  /// The method has nothing that scales its weights.
  case fixed(String)
  /// The Kaiming methods have no nonlinearity with that gain; another call has it for such a fan.
  case unknownGain(String, Double, FanMode, Int, instead: String)
  /// No normal law cut at a and b has that standard deviation and mean 0.
  case truncated(std: Double)

  /// The sentence a user reads.
  package var phrase: Phrase {
    switch self {
    case .noFan(let fan): Phrase("solve.no-fan", ["fan": .text(fan.rawValue)])
    case .fixed(let name): Phrase("solve.fixed", ["method": .text(name)])
    case .unknownGain(let name, let gain, let fan, let count, let words):
      Phrase(
        "solve.unknown-gain",
        [
          "method": .text(name), "gain": .text(Numeral.typeset(gain)),
          "fan": .text(fan.rawValue), "count": "\(count)", "words": .text(words),
        ])
    case .truncated(let std):
      Phrase("solve.truncated", ["std": .text(Numeral.typeset(std))])
    }
  }
}
