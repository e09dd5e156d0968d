package import Initializers

/// A law that a tensor may have been drawn by, and everything that draws it so.
package struct LawCandidate: Sendable {
  /// The law of a weight.
  package let law: Law
  /// What draws it, layers before methods.
  package internal(set) var origins: [Origin]

  /// What draws a tensor by a law.
  package enum Origin: Hashable, Sendable {
    /// A layer's tensor, by its framework's default.
    case layer(LayerTensor, of: LayerCall)
    /// A call of a framework's initializer.
    case call(Initializer)

    /// The framework.
    package var framework: Framework {
      switch self {
      case .layer(let tensor, _): tensor.initializer.framework
      case .call(let initializer): initializer.framework
      }
    }
  }

  /// The laws that a tensor of a shape may be drawn by.
  ///
  /// - Parameter shape: the extents as the file has them, in whatever order its framework keeps.
  static func all(of shape: Shape) -> [LawCandidate] {
    var found: [LawCandidate] = []
    func add(_ law: Law, _ origin: Origin) {
      found.append(LawCandidate(law: law, origins: [origin]))
    }
    for call in LayerGuess.calls(holding: shape) {
      for framework in Framework.ofDifferentLaws {
        for tensor in (try? call.tensors(in: framework)) ?? [] where tensor.shape == shape {
          guard case .weight = tensor.role, let recipe = try? tensor.recipe() else { continue }
          add(recipe.law, .layer(tensor, of: call))
        }
      }
    }
    for initializer in CallGuess.all {
      guard let recipe = try? Recipe(initializer, shape: shape) else { continue }
      add(recipe.law, .call(initializer))
    }
    for (initializer, fanShape) in headCalls(shape) {
      guard let recipe = try? Recipe(initializer, shape: shape, fanShape: fanShape) else {
        continue
      }
      add(recipe.law, .call(initializer))
    }
    return found.merged
  }

  // Heads are one dimension to the initializer, though together they need not be as wide as the inputs.
  private static func headCalls(_ shape: Shape) -> [(Initializer, fanShape: Shape)] {
    let extents = shape.extents
    guard extents.count == 3 else { return [] }
    let flat = [[extents[0], extents[1] * extents[2]], [extents[0] * extents[1], extents[2]]]
    return [
      Initializer(.xavierUniform, of: Framework.keras[0]), Initializer(.lecunNormal, of: .flax),
    ].flatMap { initializer in
      flat.compactMap { extents in (try? Shape(extents)).map { (initializer, $0) } }
    }
  }
}

extension [LawCandidate] {
  /// What is left between laws whose numbers have been worked out in two ways.
  static var rounding: Double { 1e-9 }

  /// Each law once, with all that draw it.
  var merged: [LawCandidate] {
    var found: [LawCandidate] = []
    for candidate in self {
      let index = found.firstIndex {
        $0.law.isAlike(candidate.law, within: Self.rounding)
      }
      guard let index else {
        found.append(candidate)
        continue
      }
      for origin in candidate.origins where !found[index].origins.contains(origin) {
        found[index].origins.append(origin)
      }
    }
    return found
  }
}
