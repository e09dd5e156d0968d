private import Glibc
internal import Initializers
internal import Scenes
internal import Words

/// How far one key press goes.
enum Stride: Sendable {
  case coarse
  case fine
}

/// One row of the parameter form: how its value is read from a scene, typed, stepped and put back.
final class Field: Sendable, Hashable {
  /// The label, which is also the command line's word for it.
  let label: String
  /// What may be typed for it.
  let hint: Phrase
  /// The words it takes, where it takes words.
  let choices: [String]
  /// Whether a scene has it besides those with its form.
  let isOf: @Sendable (Scene) -> Bool
  /// The text of its value, from which typing starts.
  let text: @Sendable (Scene) -> String
  /// The value as the form shows it, where that is another text.
  let shown: (@Sendable (Scene) -> String)?
  /// Where the value comes from or what it means, in two words.
  let origin: @Sendable (Scene) -> Phrase?
  /// Sets it from what was typed.
  let set: @Sendable (inout Scene, String) throws -> Void
  /// Goes a step up or down.
  let step: @Sendable (inout Scene, Stride, _ up: Bool) throws(InitializerError) -> Void
  /// Puts the default back.
  let reset: @Sendable (inout Scene) -> Void

  init(
    label: String, hint: Phrase = Phrase("field.hint.number"), choices: [String] = [],
    isOf: @escaping @Sendable (Scene) -> Bool = { _ in true },
    text: @escaping @Sendable (Scene) -> String, shown: (@Sendable (Scene) -> String)? = nil,
    origin: @escaping @Sendable (Scene) -> Phrase? = { _ in nil },
    set: @escaping @Sendable (inout Scene, String) throws -> Void,
    step: @escaping @Sendable (inout Scene, Stride, _ up: Bool) throws(InitializerError) -> Void,
    reset: @escaping @Sendable (inout Scene) -> Void
  ) {
    (self.label, self.hint, self.choices, self.isOf) = (label, hint, choices, isOf)
    (self.text, self.shown, self.origin) = (text, shown, origin)
    (self.set, self.step, self.reset) = (set, step, reset)
  }

  /// The value as the form shows it.
  func formText(_ scene: Scene) -> String { (shown ?? text)(scene) }

  /// Fields are told by their labels.
  static func == (left: Field, right: Field) -> Bool { left.label == right.label }

  func hash(into hasher: inout Hasher) { hasher.combine(label) }
}

/// The grids that parameters move on: round numbers, so that a value can be said aloud.
enum Stepping {
  /// The next grid value above or below; a value off the grid goes to its neighbour on it.
  ///
  /// - Parameter isScale: whether the value is a scale such as a standard deviation, whose steps
  ///   shrink with it (0.02 goes to 0.03 and 0.01) and which does not go below 0.
  static func next(_ value: Double, _ stride: Stride, up: Bool, isScale: Bool) -> Double {
    guard value.isFinite, abs(value) < 1e12 else { return value }
    if isScale && value == 0 { return up ? (stride == .coarse ? 0.1 : 0.01) : 0 }
    var step = stride == .coarse ? 0.1 : 0.01
    if isScale || abs(value) > 100 {
      // A tenth of the decade the value sits in, or of the one it is about to enter.
      let magnitude = max(abs(value), 1e-9)
      let decade = floor(log10(magnitude) + 1e-9)
      let isLeavingDecade = abs(magnitude / pow(10, decade) - 1) < 1e-9 && up != (value > 0)
      step = pow(10, decade - (isLeavingDecade ? 1 : 0)) * (stride == .coarse ? 1 : 0.1)
    }
    let cells = value / step
    // Off-grid values, such as √5, meet the grid first.
    let target = up ? floor(cells + 1e-9) + 1 : ceil(cells - 1e-9) - 1
    let next = rounded(target * step, to: step)
    return isScale ? max(0, next) : next
  }

  // 3·0.1 is not 0.3: the decimal that was meant.
  private static func rounded(_ value: Double, to step: Double) -> Double {
    let decimals = max(0, -floor(log10(step) + 1e-9))
    let scale = pow(10, decimals)
    let result = (value * scale).rounded() / scale
    return result == 0 ? 0 : result
  }
}
