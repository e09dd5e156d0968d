internal import Attribution
internal import Initializers
internal import Scenes
internal import WeightFiles
internal import Words

/// What a file's tensors are said to be.
struct FileClaim: Sendable {
  /// The tensors that are said to be there; all may have the one law where there are none.
  let tensors: [ClaimedTensor]
  private let initializer: Initializer?
  private let source: Source?

  private enum Source {
    case layer
    case model
  }

  /// A tensor as it is said to be.
  struct ClaimedTensor: Sendable {
    let name: String
    let shape: [Int]
    let law: LawClaim
    /// What is to have drawn it.
    let origin: String
  }

  /// Claims nothing.
  init() { (tensors, initializer, source) = ([], nil, nil) }

  /// Takes what has been asked for.
  ///
  /// - Throws: `CheckClaimError` of two claims, or what the words or the recipe's file are wrong in.
  init(law: String?, layer: String?, recipe: String?) throws {
    let given = [("--law", law), ("--layer", layer), ("--recipe", recipe)].filter { $0.1 != nil }
    guard given.count < 2 else {
      throw CheckClaimError(options: given.map(\.0))
    }
    initializer = try law.map { try Scene(parsing: $0).tensor.initializer }
    if let layer {
      (tensors, source) = (try Self.tensors(ofLayer: layer), .layer)
    } else if let recipe {
      (tensors, source) = (Self.tensors(of: try RecipeFile.read(recipe)), .model)
    } else {
      (tensors, source) = ([], nil)
    }
  }

  private static func tensors(ofLayer text: String) throws -> [ClaimedTensor] {
    let isWhole = text.split(separator: " ").first == "layer"
    let tensor = try Scene(parsing: isWhole ? text : "layer \(text)").tensor
    guard let call = tensor.layer?.call else { throw LayerError.unknownKind(text) }
    return try call.tensors(in: tensor.framework).map { part in
      ClaimedTensor(
        name: part.name, shape: part.shape.extents,
        law: LawClaim(try? part.recipe().law, of: tensor.framework),
        origin: "layer \(call.line) --framework \(tensor.framework.name)")
    }
  }

  private static func tensors(of model: ModelRecipe) -> [ClaimedTensor] {
    model.tensors.filter(\.isKept).map { tensor in
      ClaimedTensor(
        name: tensor.name, shape: tensor.recipe.shape.extents,
        law: LawClaim(tensor.recipe.law, of: tensor.recipe.initializer.framework),
        origin: tensor.recipe.initializer.name)
    }
  }
}

extension FileClaim {
  /// The law that a tensor of the file is said to have; nil where none is, or where it has not even the shape.
  func law(of entry: TensorEntry) -> LawClaim? {
    if let initializer, entry.shape.count > 1 {
      let recipe = (try? Shape(entry.shape)).flatMap { try? Recipe(initializer, shape: $0) }
      return LawClaim(recipe?.law, of: initializer.framework)
    }
    guard let tensor = tensor(named: entry.name), tensor.shape == entry.shape else { return nil }
    return tensor.law
  }

  /// What is to have drawn a tensor of the file.
  func origin(of entry: TensorEntry) -> String {
    initializer?.name ?? tensor(named: entry.name)?.origin ?? ""
  }

  /// What a tensor of the file is by its name and shape alone that it should not be.
  func objection(to entry: TensorEntry) -> CheckFinding.Kind? {
    guard let tensor = tensor(named: entry.name) else {
      return source == .layer ? .foreign(tensors.map(\.name)) : nil
    }
    return tensor.shape == entry.shape ? nil : .otherShape(entry.shape, expected: tensor.shape)
  }

  /// The tensors that should be there and are not.
  func missing(among entries: [TensorEntry]) -> [CheckFinding] {
    let names = Set(entries.compactMap { tensor(named: $0.name)?.name })
    return tensors.filter { !names.contains($0.name) }.map {
      CheckFinding(name: $0.name.shown, kind: .missing)
    }
  }

  // In a model a layer's tensors have its name before their own, with either sign between them.
  private func tensor(named name: String) -> ClaimedTensor? {
    if let exact = tensors.first(where: { $0.name == name }) { return exact }
    guard source == .layer else { return nil }
    let plain = name.replacing("/", with: ".")
    return tensors.filter { tensor in
      let own = tensor.name.replacing("/", with: ".")
      return plain == own || plain.hasSuffix(".\(own)")
    }.max { $0.name.utf8.count < $1.name.utf8.count }
  }
}

/// Two claims at once.
struct CheckClaimError: Error, Worded {
  let options: [String]

  var phrase: Phrase {
    Phrase("error.check.claims", ["options": .text(options.joined(separator: ", "))])
  }
}
