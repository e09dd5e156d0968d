import Background
import Initializers
import Measurements
import Scenes
import Screen

@testable import Explorer

/// How often each kind of message was sent to the explorer, and how often it changed what is known,
/// shown or asked of the world outside.
struct MessageCoverage {
  /// How often.
  struct Count {
    var sent = 0
    var changing = 0
  }

  /// The counts by kind.
  private(set) var counts: [String: Count] = [:]

  /// The keys of the table, each of which changes something.
  static let keys = Binding.table.flatMap { binding in
    binding.keys.map { name(of: $0, in: binding) }
  }

  /// What else can happen.
  static let others: [String] = {
    let numbers = Slot.allCases.flatMap { slot in
      ["whole", "in part"].map { "numbers: \(slot.study) of \(slot.side), \($0)" }
    }
    return numbers + scales.map { "law: std \($0.name)" } + [
      "numbers: refused", "numbers: late", "line: taken", "line: refused", "value: taken",
      "value: refused", "name: taken", "name: refused", "prompt: key", "prompt: paste",
      "overlay: key", "overlay: paste", "mark: key", "paste", "mouse: press", "mouse: wheelUp",
      "mouse: wheelDown", "mouse: under something", "no binding", "another view's key", "escape",
      "resize", "resize: too small", "background", "columns", "fade", "tick: seeds", "tick: signal",
      "tick: idle", "file: percent", "file: written", "file: exists", "file: refused",
      "file: failed", "effect: save", "effect: copy", "effect: mouse",
      "effect: open", "tensors: open", "tensors: not open", "search: taken",
    ]
  }()

  // Laws by their size, as far as single precision goes in both directions.
  private static let scales: [(name: String, below: Double)] = [
    ("0", .leastNonzeroMagnitude), ("< 1e-20", 1e-20), ("< 1e-3", 1e-3), ("< 1e3", 1e3),
    ("≥ 1e3", .infinity),
  ]

  /// Sends a message to a model, and counts what came of it.
  ///
  /// - Returns: what is asked of the world outside.
  @discardableResult
  mutating func send(
    _ message: Message, to model: inout Model, showing frame: inout Frame
  ) -> [Effect] {
    let before = (model: model, frame: frame)
    model.update(message)
    let effects = model.takeEffects()
    frame = view(model)
    let isChanged =
      frame != before.frame || model.scene != before.model.scene
      || model.capabilities != before.model.capabilities || !effects.isEmpty || model.isFinished
    count(Self.kind(of: message, from: before.model, to: model), isChanged)
    if case .found(let slot, let finding) = message, finding.job == before.model.work[slot],
      let law = model.measurement(slot.side)?.law,
      let scale = Self.scales.first(where: { law.std < $0.below })
    {
      count("law: std \(scale.name)", isChanged)
    }
    for effect in effects {
      switch effect {
      case .save: count("effect: save", true)
      case .copy: count("effect: copy", true)
      case .mouse: count("effect: mouse", true)
      case .open: count("effect: open", true)
      }
    }
    return effects
  }

  private mutating func count(_ kind: String, _ isChanged: Bool) {
    counts[kind, default: Count()].sent += 1
    if isChanged { counts[kind, default: Count()].changing += 1 }
  }

  /// Adds what was counted elsewhere.
  mutating func merge(_ other: MessageCoverage) {
    counts.merge(other.counts) { left, right in
      Count(sent: left.sent + right.sent, changing: left.changing + right.changing)
    }
  }

  /// All kinds, a line each.
  var table: String {
    (Self.keys + Self.others).map { kind in
      let count = counts[kind] ?? Count()
      return "\(kind): sent \(count.sent), changing \(count.changing)"
    }.joined(separator: "\n")
  }

  private static func kind(of message: Message, from before: Model, to after: Model) -> String {
    switch message {
    case .key(let key): kind(of: key, from: before, to: after)
    case .resized: after.layout == nil ? "resize: too small" : "resize"
    case .background: "background"
    case .columns: "columns"
    case .elapsed, .reloaded, .notReloaded, .click: "lecture"
    case .fade: "fade"
    case .tick where !before.isPlaying: "tick: idle"
    case .tick: before.growth == nil ? "tick: seeds" : "tick: signal"
    case .found(let slot, let finding):
      if finding.job != before.work[slot] {
        "numbers: late"
      } else if case .failure = finding.result {
        "numbers: refused"
      } else {
        "numbers: \(slot.study) of \(slot.side), \(finding.isComplete ? "whole" : "in part")"
      }
    case .saving: "file: percent"
    case .saved(_, .written): "file: written"
    case .saved(_, .exists): "file: exists"
    case .saved(_, .refused): "file: refused"
    case .saved(_, .failed): "file: failed"
    case .opened: "tensors: open"
    case .notOpened: "tensors: not open"
    }
  }

  private static func kind(of key: Key, from before: Model, to after: Model) -> String {
    if case .mouse(let action, _, _) = key {
      return before.hearsMouse ? "mouse: \(action)" : "mouse: under something"
    }
    if case .paste = key, before.overlay != nil { return "overlay: paste" }
    if before.overlay != nil { return "overlay: key" }
    if let entry = before.entry {
      if case .paste = key { return "prompt: paste" }
      guard key == .enter else { return "prompt: key" }
      let result = after.entry?.complaint == nil ? "taken" : "refused"
      return switch entry.purpose {
      case .scene: "line: \(result)"
      case .value: "value: \(result)"
      case .save, .replace: "name: \(result)"
      case .find: "search: taken"
      }
    }
    if case .paste = key { return "paste" }
    if before.awaited != nil { return "mark: key" }
    guard let binding = Binding.of(key)?.binding else {
      return key == .escape ? "escape" : "no binding"
    }
    let isOther = binding.view.map { $0 != before.scene.view } ?? false
    return isOther ? "another view's key" : name(of: key, in: binding)
  }

  private static func name(of key: Key, in binding: Binding) -> String {
    "key \(binding.name): \(key)"
  }
}

extension Model {
  // Whether a mouse can point at something of the view.
  fileprivate var hearsMouse: Bool { overlay == nil && entry == nil && awaited == nil }
}
