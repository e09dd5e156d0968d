internal import Initializers
internal import Networks
internal import Scenes
internal import Statistics
internal import Words

/// What parts two scenes, in few words: "gain 1 → 2, seed 0 → 3".
enum SceneChange {
  /// The most changes that are named; others are counted.
  private static let most = 2

  /// What going from one scene to another changes; nil if they are the same.
  static func phrase(from old: Scene, to new: Scene) -> Phrase? {
    let changes = changes(from: old, to: new)
    guard let first = changes.first else { return nil }
    let named = changes.dropFirst().prefix(most - 1).reduce(first) { sentence, change in
      Phrase("change.list", ["changes": .phrase(sentence), "next": .phrase(change)])
    }
    guard changes.count > most else { return named }
    return Phrase(
      "change.more", ["changes": .phrase(named), "number": "\(changes.count - most)"])
  }

  private static func changes(from old: Scene, to new: Scene) -> [Phrase] {
    if let pin = old.pin, let exchanged = new.pin, pin != exchanged, pin.tensor == new.tensor,
      exchanged.tensor == old.tensor
    {
      return [Phrase("change.exchange")]
    }
    var changes: [Phrase?] = []
    if old.initializer.method == new.initializer.method {
      changes = new.initializer.parameters.map { parameter in
        change(
          parameter.rawValue, old.initializer[parameter].description,
          new.initializer[parameter].description)
      }
    } else {
      changes = [
        Phrase(
          "change.method",
          ["old": .text(old.initializer.name), "new": .text(new.initializer.name)])
      ]
    }
    changes += [
      change("shape", old.shape.typeset, new.shape.typeset),
      change("seed", old.seed.description, new.seed.description),
    ]
    // What is left to the tensor changes with it and goes without saying.
    changes += NetworkField.allCases.map { field in
      guard field.words(old.network) != field.words(new.network),
        let before = old.resolvedNetwork, let after = new.resolvedNetwork
      else { return nil }
      return change(field.name, field.text(before), field.text(after))
    }
    changes += [
      change("view", old.view.rawValue, new.view.rawValue),
      change("panel", old.panel.name, new.panel.name),
      change("bins", old.bins.description, new.bins.description),
      old.pin == new.pin
        ? nil
        : change("A", old.pin.name, new.pin.name)
          ?? change("A", old.pin?.line ?? "", new.pin?.line ?? ""),
    ]
    return changes.compactMap(\.self)
  }

  private static func change(_ name: String, _ old: Phrase, _ new: Phrase) -> Phrase? {
    guard old != new else { return nil }
    return Phrase("change", ["name": .text(name), "old": .phrase(old), "new": .phrase(new)])
  }

  private static func change(_ name: String, _ old: String, _ new: String) -> Phrase? {
    change(name, .verbatim(old), .verbatim(new))
  }
}

extension PanelChoice? {
  fileprivate var name: Phrase { map { .verbatim($0.rawValue) } ?? Phrase("change.automatic") }
}

extension Pin? {
  fileprivate var name: Phrase {
    map { .verbatim($0.tensor.initializer.name) } ?? Phrase("change.nothing")
  }
}
