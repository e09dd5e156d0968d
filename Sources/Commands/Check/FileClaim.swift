internal import Attribution
internal import Expressions
internal import Initializers
internal import Scenes
internal import WeightFiles
internal import Words

/// What a file's tensors are said to be.
struct FileClaim: Sendable {
  /// The tensors that are said to be there; all may have the one law where there are none.
  let tensors: [ClaimedTensor]
  private let source: Source?
  // What they are said to have been drawn from, to the bit; nil where only their laws are claimed.
  private let seed: Seed?

  private enum Source {
    case law(Tensor)
    case layer(LayerCall, [LayerTensor])
    case model(ModelRecipe)
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
  init() { (tensors, source, seed) = ([], nil, nil) }

  /// Takes what has been asked for.
  ///
  /// - Parameter seed: what is said of the bits, too; that of a scene unless it is given.
  /// - Throws: `CheckClaimError` of two claims, `CheckSeedError` of a seed without one, or what the words or
  ///   the recipe's file are wrong in.
  init(law: String?, layer: String?, recipe: String?, seed: String? = nil) throws {
    let given = [("--law", law), ("--layer", layer), ("--recipe", recipe)].filter { $0.1 != nil }
    guard given.count < 2 else {
      throw CheckClaimError(options: given.map(\.0))
    }
    if let law {
      // Options alone would change a scene that nobody has named.
      guard let name = law.commandLineWords.first(where: { $0 != "initscope" }),
        !name.hasPrefix("-")
      else { throw InitializerError.unknownMethod(law, suggestions: []) }
      let tensor = try Self.tensor(law, seed)
      (tensors, source) = ([], .law(tensor))
      self.seed = seed != nil || Scene.saysSeed(law) ? tensor.seed : nil
    } else if let layer {
      let line = Self.line(ofLayer: layer)
      let tensor = try Self.tensor(line, seed)
      guard let call = tensor.layer?.call else { throw LayerError.unknownKind(layer) }
      let parts = try call.tensors(in: tensor.framework)
      tensors = parts.map { ClaimedTensor($0, of: call) }
      source = .layer(call, parts)
      self.seed = seed != nil || Scene.saysSeed(line) ? tensor.seed : nil
    } else if let recipe {
      self.seed = try seed.map { text throws(InitializerError) in try Seed(parsing: text) }
      let model = try RecipeFile.read(recipe)
      (tensors, source) = (model.tensors.filter(\.isKept).map { ClaimedTensor($0) }, .model(model))
    } else {
      if seed != nil { throw CheckSeedError() }
      (tensors, source, self.seed) = ([], nil, nil)
    }
  }

  // A layer as a scene's line, where a constructor may stand as it does in code, blanks and all.
  private static func line(ofLayer claim: String) -> String {
    let options = claim.firstRange(of: " --")?.lowerBound ?? claim.endIndex
    var words = claim[..<options].split(separator: " ")
    if words.first == "layer" { words.removeFirst() }
    let name = words.joined(separator: " ")
    let isQuoted = name.hasPrefix("\"") || name.hasPrefix("'")
    let word = name.contains("(") && !isQuoted ? name.quotedForShell : name
    return "layer \(word)\(claim[options...])"
  }

  // A scene's tensor, with a seed beside it, which wins.
  private static func tensor(_ line: String, _ seed: String?) throws -> Tensor {
    let words = seed.map { "\(line) --seed=\($0.quotedForShell)" } ?? line
    return try Scene(parsing: words).tensor
  }
}

extension FileClaim.ClaimedTensor {
  fileprivate init(_ tensor: LayerTensor, of call: LayerCall) {
    let framework = tensor.initializer.framework
    (name, shape) = (tensor.name, tensor.shape.extents)
    law = LawClaim(try? tensor.recipe().law, of: framework)
    origin = "layer \(call.line) --framework \(framework.name)"
  }

  fileprivate init(_ tensor: ModelRecipe.NamedTensor) {
    let initializer = tensor.recipe.initializer
    (name, shape) = (tensor.name, tensor.recipe.shape.extents)
    law = LawClaim(tensor.recipe.law, of: initializer.framework)
    origin = initializer.name
  }
}

extension FileClaim {
  /// The law that a tensor of the file is said to have; nil where none is, or where it has not even the shape.
  func law(of entry: TensorEntry) -> LawClaim? {
    if let tensor = drawn(entry) {
      return LawClaim(try? tensor.recipe().law, of: tensor.framework)
    }
    guard let tensor = tensor(named: entry.name), tensor.shape == entry.shape else { return nil }
    return tensor.law
  }

  // The scene's tensor with the shape of one of the file, whose weights it is claimed of.
  private func drawn(_ entry: TensorEntry) -> Tensor? {
    guard case .law(var tensor)? = source, entry.shape.count > 1,
      let shape = try? Shape(entry.shape)
    else { return nil }
    tensor.shape = shape
    if let seed { tensor.seed = seed }
    return tensor
  }

  /// What is to have drawn a tensor of the file.
  func origin(of entry: TensorEntry) -> String {
    if case .law(let tensor)? = source { return tensor.initializer.name }
    return tensor(named: entry.name)?.origin ?? ""
  }

  /// The seed that is to have drawn it, where its bits are claimed.
  var seedText: String { seed?.description ?? "" }

  /// The bits that the file's tensors are said to have, in the order in which they are drawn.
  func bits(of survey: FileSurvey) -> [BitsClaim] {
    guard let seed, let source else { return [] }
    switch source {
    case .law:
      return survey.rows.enumerated().compactMap { index, row in
        drawn(row.entry).flatMap { try? BitsClaim($0, row: index) }
      }
    case .layer(let call, let parts):
      return survey.rows.enumerated().compactMap { index, row in
        let name = tensor(named: row.entry.name)?.name
        guard let part = parts.first(where: { $0.name == name }),
          part.shape.extents == row.entry.shape
        else { return nil }
        return try? BitsClaim(Tensor(part, of: call, seed: seed), row: index)
      }
    case .model(let model):
      return BitsClaim.all(of: model, seed: seed) { tensor in
        survey.rows.firstIndex {
          $0.entry.name == tensor.name && $0.entry.shape == tensor.recipe.shape.extents
        }
      }
    }
  }

  /// What a tensor of the file is by its name and shape alone that it should not be.
  func objection(to entry: TensorEntry) -> CheckFinding.Kind? {
    if case .law? = source { return nil }
    guard let tensor = tensor(named: entry.name) else {
      return isLayer ? .foreign(tensors.map(\.name)) : nil
    }
    return tensor.shape == entry.shape ? nil : .otherShape(entry.shape, expected: tensor.shape)
  }

  private var isLayer: Bool { if case .layer? = source { true } else { false } }

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
    guard isLayer else { return nil }
    let plain = name.replacing("/", with: ".")
    return tensors.filter { tensor in
      let own = tensor.name.replacing("/", with: ".")
      return plain == own || plain.hasSuffix(".\(own)")
    }.max { $0.name.utf8.count < $1.name.utf8.count }
  }
}

extension FileClaim {
  /// What a tensor's bits show, as a line; nil where they show nothing.
  func confirmation(of row: FileSurvey.Row) -> Phrase? {
    guard row.bits?.isWhole == true, row.isConfirmed else { return row.birthPhrase }
    return Phrase(
      "check.confirmed",
      [
        "name": .text(row.entry.shownName), "claim": .text(origin(of: row.entry)),
        "seed": .text(seedText),
      ])
  }
}
