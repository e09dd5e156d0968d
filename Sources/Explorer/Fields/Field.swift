internal import Initializers
internal import Networks
internal import Scenes
internal import Words

/// How far one key press goes.
enum Stride: Sendable {
  case coarse
  case fine
}

/// One row of the parameter form: how its value is read from a scene, typed, stepped and put back.
final class Field: Sendable {
  /// The label, which is also the command line's word for it.
  let label: String
  /// What may be typed for it.
  let hint: Phrase
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
    label: String, hint: Phrase = Phrase("field.hint.number"),
    isOf: @escaping @Sendable (Scene) -> Bool = { _ in true },
    text: @escaping @Sendable (Scene) -> String, shown: (@Sendable (Scene) -> String)? = nil,
    origin: @escaping @Sendable (Scene) -> Phrase? = { _ in nil },
    set: @escaping @Sendable (inout Scene, String) throws -> Void,
    step: @escaping @Sendable (inout Scene, Stride, _ up: Bool) throws(InitializerError) -> Void,
    reset: @escaping @Sendable (inout Scene) -> Void
  ) {
    (self.label, self.hint, self.isOf) = (label, hint, isOf)
    (self.text, self.shown, self.origin) = (text, shown, origin)
    (self.set, self.step, self.reset) = (set, step, reset)
  }

  /// The value as the form shows it.
  func formText(_ scene: Scene) -> String { (shown ?? text)(scene) }
}

extension Field: Hashable {
  /// Fields are told by their labels.
  static func == (left: Field, right: Field) -> Bool { left.label == right.label }

  func hash(into hasher: inout Hasher) { hasher.combine(label) }
}
