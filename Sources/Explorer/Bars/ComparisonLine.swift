internal import Initializers
internal import Networks
internal import Scenes
internal import Screen
internal import Words

/// One line that says what A is, in what B differs, and what is the same; and what B is where no
/// header does.
struct ComparisonLine: Panel {
  let name: Phrase
  /// What B is; nil where the header says it.
  let presentName: Phrase?
  let differences: Differences

  /// What there is to compare; nil without a pinned scene.
  init?(_ model: Model) {
    guard let pin = model.scene.pin else { return nil }
    let (pinned, scene) = (pin.tensor, model.scene)
    differences = model.viewEntry.differences(pin, Pin(scene.tensor, network: scene.network))
    // What is the same can be read above and beside.
    let isShapeSaid = pinned.shape == scene.shape || !differences.isOfShapes
    // Two files have tensors of one name.
    let isFileSaid = pinned.stored?.file == scene.tensor.stored?.file
    func text(_ tensor: Tensor) -> Phrase {
      let name = tensor.shortName + (isShapeSaid ? "" : " \(tensor.shape.typeset)")
      if tensor.stored != nil, !isFileSaid {
        return Phrase(
          "comparison.of-file", ["name": .text(name), "file": .phrase(tensor.origin)])
      }
      return pinned.seed == scene.seed ? .verbatim(name) : tensor.seed.phrase(after: name)
    }
    name = text(pinned)
    presentName = model.only == nil ? nil : text(scene.tensor)
  }

  func draw(on canvas: inout Canvas, in region: Region) {
    var column = region.column
    column += canvas.put(
      [("A ", Style(.pinned, .bold)), (canvas.words(name), Style(.pinned))]
        + (presentName.map {
          [
            (" · ", Style(.dim)), ("B ", Style(.bright, .bold)), (canvas.words($0), Style(.bright)),
          ]
        } ?? []),
      column: column, row: region.row, limit: region.columns)
    // What differs comes first, as far as it fits; what is the same only after all of that.
    let differing = sentences(differences.differing) {
      Phrase("comparison.differs", ["names": .phrase($0)])
    }
    let room = region.endColumn - column - 3
    guard let first = canvas.first(of: differing, fitting: room) else { return }
    column += canvas.put([(" · ", Style(.dim)), (first, .text)], column: column, row: region.row)
    guard first == canvas.words(differing[0]), !differences.equal.isEmpty,
      let equal = sentences(
        differences.equal, { Phrase("comparison.same", ["names": .phrase($0)]) }
      ).first.map({ canvas.words($0) }),
      column + canvas.columns(of: equal) + 3 <= region.endColumn
    else { return }
    canvas.put([(" · ", Style(.dim)), (equal, Style(.dim))], column: column, row: region.row)
  }

  /// A list in a sentence, and the same with ever fewer names and an ellipsis.
  private func sentences(_ names: [String], _ phrase: (Phrase) -> Phrase) -> [Phrase] {
    guard !names.isEmpty else { return [Phrase("comparison.equal")] }
    let lists =
      [Differences.list(names)]
      + (1..<names.count).reversed().map { Differences.list(names.prefix($0) + ["…"]) }
    return lists.map(phrase)
  }
}

/// What two scenes have in common and in what they differ, in the words of the command line.
struct Differences: Equatable, Sendable {
  private(set) var differing: [String] = []
  private(set) var equal: [String] = []
  /// Whether the tensors' shapes count.
  private(set) var isOfShapes = true

  /// Compares A, which is pinned, with B.
  init(_ a: Tensor, _ b: Tensor, isOfShapes: Bool = true) {
    self.isOfShapes = isOfShapes
    compare("method", a.initializer.method, b.initializer.method)
    if a.framework != b.framework { differing.append("framework") }
    if isOfShapes { compare("shape", a.shape, b.shape) }
    for parameter in Parameter.allCases {
      // What only one of them has says nothing that the method does not.
      guard a.initializer.shares(parameter, with: b.initializer) else { continue }
      compare(parameter.rawValue, a.initializer[parameter], b.initializer[parameter])
    }
    if a.stored == nil, b.stored == nil {
      compare("seed", a.seed, b.seed)
    } else {
      compare("weights", a.stored, b.stored)
    }
    if let a = try? a.recipe().law, let b = try? b.recipe().law {
      compare("law", a.kind, b.kind)
      let isSame = abs(a.std - b.std) <= 1e-6 * max(abs(a.std), abs(b.std))
      // The parameter has the name already; where it says the same, once is enough.
      let name = Parameter.std.rawValue
      if (isSame ? differing : equal).contains(name) {
        compare("law's std", isSame, true)
      } else if !(isSame ? equal : differing).contains(name) {
        compare(name, isSame, true)
      }
    }
  }

  /// Compares A's network with B's, too; of its tensors the shape counts for nothing but the width.
  init(networkOf a: Pin, _ b: Pin) {
    self.init(a.tensor, b.tensor, isOfShapes: false)
    guard let first = try? a.network.network(for: a.tensor),
      let second = try? b.network.network(for: b.tensor)
    else { return }
    for field in NetworkField.allCases {
      compare(field.name, field.text(first), field.text(second))
    }
  }

  /// A list of names; what the command line has no word for is said in the language.
  static func list(_ names: [String]) -> Phrase {
    let phrases = names.map { name in
      switch name {
      case "method": Phrase("difference.method")
      case "law": Phrase("difference.law")
      case "weights": Phrase("difference.weights")
      case "law's std": Phrase("difference.law-std")
      default: Phrase.verbatim(name)
      }
    }
    return .list(phrases)
  }

  private mutating func compare<Value: Equatable>(_ name: String, _ a: Value, _ b: Value) {
    if a == b { equal.append(name) } else { differing.append(name) }
  }
}
