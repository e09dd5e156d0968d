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
struct Field: Sendable {
  /// The label, which is also the command line's word for it.
  let label: String
  /// What may be typed for it.
  var hint = Phrase("field.hint.number")
  /// Whether a scene has it besides those with its form.
  var isOf: @Sendable (Scene) -> Bool = { _ in true }
  /// The text of its value, from which typing starts.
  let text: @Sendable (Scene) -> String
  /// The value as the form shows it, where that is another text.
  var shown: (@Sendable (Scene) -> String)?
  /// Where the value comes from or what it means, in two words.
  var origin: @Sendable (Scene) -> Phrase? = { _ in nil }
  /// Sets it from what was typed.
  let set: @Sendable (inout Scene, String) throws -> Void
  /// Goes a step up or down.
  let step: @Sendable (inout Scene, Stride, _ up: Bool) throws(InitializerError) -> Void
  /// Puts the default back.
  let reset: @Sendable (inout Scene) -> Void

  /// The value as the form shows it.
  func formText(_ scene: Scene) -> String { (shown ?? text)(scene) }
}

extension Field: Hashable {
  /// Fields are told by their labels.
  static func == (left: Field, right: Field) -> Bool { left.label == right.label }

  func hash(into hasher: inout Hasher) { hasher.combine(label) }
}
