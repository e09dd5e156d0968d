import Initializers
import Scenes
import TestSupport
import Words

/// Scenes with the parameters that formulas stumble over: signs, expressions, powers of ten,
/// fractions, nothing at all.
struct RandomScenes {
  private var random: SplitMix

  init(seed: UInt64) { random = SplitMix(seed: seed) }

  private static let numbers = [
    "0", "-0.0", "1", "-1", "2", "0.02", "-0.02", "1/3", "-1/3", "-1/sqrt(784)",
    "0.02/sqrt(2*12)", "sqrt(5)", "-sqrt(2)", "2*pi", "e", "1e-5", "-1e-5", "1e-30", "3e30",
    "1e-300", "1e300", "nan", "inf", "-inf", "1000", "1000.001", "1e6", "1000000.001", "12345.678",
    "0.1", "-0.1", "0.07", "0.99", "1.5", "-0.25", "5/3", "0.00012345", "99999.5", "0.25*(1/3)",
  ]

  private static let shapes = [
    "256,128", "0,5", "5,0", "0,0", "1,1", "1", "7", "0", "scalar", "3,4,5", "64,1,3,3", "10,3",
    "100,7", "1,1000", "13,17", "6,4,3", "12,4,3,3", "6,6,0", "2,3,1,1,1", "30,30",
  ]

  private static let largeShapes = ["100000,30000", "4096,4096", "1000003,997", "9,99999999"]

  /// The next tensor, every other one PyTorch's; small ones where they are to be drawn.
  mutating func next(isSmall: Bool) -> Tensor {
    while true {
      let framework = random.below(2) == 0 ? .pyTorch : random.pick(Framework.all)
      if random.below(6) == 0, let tensor = layer(in: framework, isSmall: isSmall) { return tensor }
      var initializer = Initializer(random.pick(framework.methods), of: framework)
      for parameter in initializer.parameters where random.below(3) > 0 {
        try? initializer.set(parameter, to: value(of: parameter, of: initializer))
      }
      let text =
        isSmall || random.below(8) > 0 ? random.pick(Self.shapes) : random.pick(Self.largeShapes)
      guard let shape = try? Shape(parsing: text), !isSmall || shape.count <= 2000 else { continue }
      let tensor = Tensor(
        initializer: initializer, shape: shape, seed: Seed(UInt64(random.below(1000))))
      if (try? tensor.recipe()) != nil { return tensor }
    }
  }

  // A layer's tensor; nil where the framework has none, or where it is too large.
  private mutating func layer(in framework: Framework, isSmall: Bool) -> Tensor? {
    let kind = random.pick(LayerKind.allCases)
    var sizes = kind.example
    for size in kind.sizes where isSmall || random.below(2) == 0 {
      sizes[size] = random.pick([1, 2, 3, 4, 12])
    }
    guard let call = try? LayerCall(kind, sizes), let tensors = try? call.tensors(in: framework),
      !tensors.isEmpty
    else { return nil }
    let tensor = Tensor(
      random.pick(tensors), of: call, seed: Seed(UInt64(random.below(1000))))
    guard !isSmall || tensor.shape.count <= 2000 else { return nil }
    return (try? tensor.recipe()) == nil ? nil : tensor
  }

  private mutating func value(of parameter: Parameter, of initializer: Initializer) -> String {
    switch parameter {
    case .mode, .distribution:
      return random.pick(initializer.entry.choices(of: parameter)).description
    case .nonlinearity: return random.pick(Nonlinearity.allCases).rawValue
    case .groups: return "\(random.below(7) - 1)"
    case .gain where random.below(2) == 0:
      let nonlinearity = random.pick(Nonlinearity.allCases)
      return nonlinearity.rawValue + (random.below(2) == 0 ? ":\(number())" : "")
    default: return number()
    }
  }

  private mutating func number() -> String {
    guard random.below(3) == 0 else { return random.pick(Self.numbers) }
    let mantissa = Double.random(in: -10...10, using: &random)
    let text = Numeral.general(mantissa, digits: 1 + random.below(9))
    return random.below(3) == 0 ? "\(text)e\(random.below(13) - 8)" : text
  }
}
