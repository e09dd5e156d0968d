internal import Expressions
internal import Initializers
internal import MeanField
internal import Networks
internal import Scenes
internal import Screen

extension Model {
  /// Takes a scene over if PyTorch accepts it; otherwise says why and changes nothing.
  mutating func adopt(_ changed: Scene) {
    do {
      _ = try changed.recipe()
      if changed.pinned != scene.pinned { pinnedMeasurement = nil }
      scene = changed
      refusal = nil
      if !fields.contains(field) { field = .shape }
    } catch {
      notice = .error(error.description)
    }
  }

  mutating func beginTyping() {
    guard pane == .form else {
      pane = .form
      return
    }
    entry = Entry(.value(field), text: text(of: field))
  }

  mutating func pressInEntry(_ key: Key) {
    switch key {
    case .escape, .control("c"): entry = nil
    case .enter: submitEntry()
    case .backspace:
      if entry?.text.isEmpty == true { entry = nil } else { entry?.deleteBackward() }
    case .delete: entry?.deleteForward()
    case .control("u"): entry?.clear()
    case .left: entry?.moveCursor(by: -1)
    case .right: entry?.moveCursor(by: 1)
    case .home, .control("a"): entry?.moveCursor(by: .min / 2)
    case .end, .control("e"): entry?.moveCursor(by: .max / 2)
    case .character(let character): entry?.insert(character)
    default: break
    }
  }

  private mutating func submitEntry() {
    guard let text = entry?.text, let purpose = entry?.purpose else { return }
    do {
      var changed = scene
      switch purpose {
      case .scene: changed = try Scene(parsing: text, changing: scene, keepsView: true)
      case .value(let field): try changed.set(field, to: text)
      }
      _ = try changed.recipe()
      adopt(changed)
      entry = nil
      if purpose == .scene { notice = Scene.notes(on: text).first.map(Notice.remark) }
    } catch {
      entry?.complaint =
        (error as? InitializerError)?.advised(for: scene.tensor) ?? "\(error)"
    }
  }

  mutating func resetField() {
    guard pane == .form else { return }
    var changed = scene
    switch field {
    case .shape, .fanIn, .fanOut: changed.shape = .standard
    case .seed: changed.seed = Seed(0)
    case .parameter(let parameter):
      changed.initializer[parameter] = scene.initializer.entry.defaultValue(of: parameter)
    case .network(let field): changed.network.reset(field)
    }
    adopt(changed)
  }

  /// The text of a field's value, from which typing starts.
  func text(of field: Field) -> String {
    switch field {
    case .shape: scene.shape.description
    case .seed: scene.seed.description
    case .parameter(let parameter): scene.initializer[parameter].description
    case .fanIn: (try? scene.tensor.fans()).map { "\($0.fanIn)" } ?? ""
    case .fanOut: (try? scene.tensor.fans()).map { "\($0.fanOut)" } ?? ""
    case .network(let field): text(of: field)
    }
  }
}

extension Model {
  private func text(of field: NetworkField) -> String {
    guard let network else { return "" }
    return switch field {
    case .depth: "\(network.depth)"
    case .width: "\(network.width)"
    case .activation: network.activation.description
    case .batch: "\(network.batch)"
    case .input: network.input.rawValue
    case .bias: network.hasBias ? "yes" : "no"
    }
  }
}

extension Scene {
  /// Sets a field from text.
  fileprivate mutating func set(_ field: Field, to text: String) throws {
    switch field {
    case .shape: shape = try Shape(parsing: text)
    case .seed: seed = try Seed(parsing: text)
    case .parameter(let parameter): try initializer.set(parameter, to: text)
    case .fanIn: try setFan(.fanIn, to: text)
    case .fanOut: try setFan(.fanOut, to: text)
    case .network(let field): try network.set(field, to: text)
    }
  }

  // A fan is set through its dimension, so it must be a multiple of the kernel's size.
  private mutating func setFan(_ fan: FanMode, to text: String) throws {
    let field = try tensor.fans().receptiveField
    guard let count = Int(evaluating: text), count >= 0, field > 0, count.isMultiple(of: field)
    else {
      throw FanError(name: fan.rawValue, text: text, kernel: field)
    }
    var extents = shape.extents
    extents[tensor.framework.shapeOrder.dimension(fan, shape)] = count / field
    shape = try Shape(extents)
  }
}

/// Why a text is no fan of a tensor.
struct FanError: Error, Hashable, CustomStringConvertible {
  let name: String
  let text: String
  /// The elements of the kernel.
  let kernel: Int

  var description: String {
    guard kernel > 0 else { return "\(name) is 0, as the kernel has no elements" }
    let kind = kernel == 1 ? "" : ", a multiple of the kernel's \(kernel)"
    return "\(name) takes a whole number from 0 up\(kind), not '\(text)'"
  }
}
