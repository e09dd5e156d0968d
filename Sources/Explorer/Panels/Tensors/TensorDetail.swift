internal import Attribution
internal import Births
internal import Expressions
internal import Initializers
internal import Mathematics
internal import Scenes
internal import Screen
internal import Statistics
internal import WeightFiles
internal import Words

/// The chosen tensor of a file: its numbers, and what they say of its birth.
struct TensorDetail: Panel {
  let tensor: ListedTensor
  let isAmongFiles: Bool

  // What is known of its seed, and how far the search has come.
  private let birth: BirthState?
  private let search: (stage: Phrase?, percent: Int)?

  init(_ tensor: ListedTensor, of model: Model) {
    self.tensor = tensor
    isAmongFiles = model.shelf.files.count > 1
    let weights = tensor.weights
    birth = model.births[weights]
    search =
      model.sought?.weights == weights
      ? (model.birthReport?.stage, Int(clamping: 100 * (model.birthReport?.progress ?? 0))) : nil
  }

  func draw(on canvas: inout Canvas, in region: Region) {
    let file = Phrase.verbatim(tensor.file.name.shown)
    let both = Phrase("remark.two", ["first": .phrase(about), "second": .phrase(file)])
    canvas.heading(
      .verbatim(tensor.entry.shownName), isAmongFiles ? [both, about] : [about], in: region)
    let body = Region(
      column: region.column + 1, row: region.row + 1, columns: region.columns - 2,
      rows: region.rows - 1)
    var row = body.row
    for line in lines {
      for text in canvas.shown(line.phrase).wrapped(to: body.columns, at: [" "]) {
        guard row < body.endRow else { return }
        canvas.put(text, column: body.column, row: row, line.style, limit: body.columns)
        row += 1
      }
    }
  }

  /// What there is to say, line by line.
  var lines: [(phrase: Phrase, style: Style)] {
    (change.map { [($0, Style.text)] } ?? []) + birthLines + verdict
      + (numbers.map { [($0, Style.text)] } ?? [])
  }

  private var change: Phrase? {
    guard let change = tensor.row.change else { return nil }
    let file = Phrase.Part.text(change.file.withoutFolders.shown)
    guard change.sameCount < tensor.entry.count else {
      return Phrase("tensors.change.none", ["file": file])
    }
    return Phrase(
      "tensors.change",
      [
        "file": file, "distance": .text(Numeral.typeset(change.distance, digits: 3)),
        "same": .text(Numeral.grouped(change.sameCount, minus: "−")),
        "all": .text(Numeral.grouped(tensor.entry.count, minus: "−")),
      ])
  }

  private var birthLines: [(phrase: Phrase, style: Style)] {
    if let search {
      let stage = search.stage ?? Phrase("birth.stage.seeds")
      let places: [String: Phrase.Part] = [
        "stage": .phrase(stage), "percent": "\(search.percent)",
      ]
      return [(Phrase("tensors.birth.searching", places), Style(.dim))]
    }
    switch birth {
    case .found(let birth):
      var places: [String: Phrase.Part] = [
        "birth": .phrase(birth.phrase),
        "intact": .text(Numeral.grouped(birth.intact, minus: "−")),
        "all": .text(Numeral.grouped(tensor.entry.count, minus: "−")),
      ]
      var line = (phrase: Phrase("tensors.birth", places), style: Style(.good, .bold))
      if let correlation = birth.correlation {
        places["correlation"] = .text(Numeral.typeset(correlation, digits: 2))
        line = (Phrase("tensors.birth.beside", places), Style(.law))
      }
      guard birth.distance > 0, let std = birth.hypothesis.recipe?.law.std, std > 0
      else { return [line] }
      let moved = Phrase(
        "tensors.birth.moved",
        [
          "distance": .text(Numeral.typeset(birth.distance, digits: 3)),
          "share": .text(Numeral.typeset(birth.distance / std, digits: 3)),
        ])
      return [line, (moved, .text)]
    case .unknown(isExhaustive: false): return [(Phrase("tensors.birth.unknown"), .text)]
    case .unknown(isExhaustive: true): return [(Phrase("tensors.birth.none"), .text)]
    case nil: return []
    }
  }

  /// Its shape, type and size.
  var about: Phrase {
    let shape = tensor.entry.shape.map(String.init).joined(separator: "×")
    return Phrase(
      "tensors.about",
      [
        "shape": .text(shape.isEmpty ? "1" : shape), "type": .text(tensor.entry.typeName.shown),
        "count": .text(Numeral.grouped(tensor.entry.count, minus: "−")),
      ])
  }

  private var numbers: Phrase? {
    guard let summary = tensor.row.summary, summary.moments.count > 0 else { return nil }
    let moments = summary.moments
    func number(_ value: Double) -> Phrase.Part { .text(Numeral.typeset(value, digits: 4)) }
    return Phrase(
      "tensors.numbers",
      [
        "mean": number(moments.mean), "std": number(moments.standardDeviation),
        "minimum": number(moments.minimum), "maximum": number(moments.maximum),
        "zeros": .text(Numeral.grouped(summary.zeroCount, minus: "−")),
      ])
  }

  private var verdict: [(phrase: Phrase, style: Style)] {
    var lines: [(phrase: Phrase, style: Style)] = []
    if let twin = tensor.row.twin {
      lines.append((Phrase("tensors.twin", ["name": .text(twin.shown)]), Style(.caution)))
    }
    switch tensor.row.verdict {
    case .broken(let nonFinite, let subnormal):
      lines.append(
        (
          nonFinite.count > 0
            ? Phrase(
              "tensors.not-finite", count: nonFinite.count,
              [
                "all": .text("\(tensor.entry.count)"),
                "which": .phrase(nonFinite.phrase(in: tensor.entry)),
              ])
            : Phrase(
              "tensors.subnormal", count: subnormal, ["all": .text("\(tensor.entry.count)")]),
          Style(.error, .bold)
        ))
    case .constant(let value):
      lines.append(
        (
          Phrase("tensors.constant", ["value": .text(Numeral.typeset(value, digits: 6))]), .text
        ))
    case .trained:
      // Bits that show a seed say more.
      if case .found(let found)? = birth, found.isConfirmed {
        if found.intact < tensor.entry.count {
          lines.append((Phrase("tensors.trained.rest"), .text))
        }
      } else {
        lines.append((Phrase("tensors.trained"), .text))
      }
    case .tooFew:
      if case .found(let found)? = birth, found.isConfirmed {
        let origin = LawCandidate.Origin(found.hypothesis.origin)
        lines.append((.verbatim(origin.inShort), .text))
        break
      }
      lines.append((Phrase("tensors.too-few", ["least": "\(Attribution.leastCount)"]), .text))
    case .consistent(let matches):
      lines += matches.flatMap(Self.lines)
      if tensor.row.isApartFromLattices, tensor.row.birth == nil {
        lines.append((Phrase("tensors.consistent.apart"), Style(.caution)))
      }
    case .empty: lines.append((Phrase("tensors.empty"), .text))
    case nil:
      lines.append(
        (
          tensor.entry.hasValues ? Phrase("tensors.not-yet") : Phrase("tensors.unreadable"),
          Style(.dim)
        ))
    }
    return lines
  }

  // A law with how well it agrees, and whose it is.
  private static func lines(_ match: Verdict.Match) -> [(phrase: Phrase, style: Style)] {
    let law = match.candidate.law.short
    let agreement =
      match.pValue.isNaN
      ? Phrase("tensors.consistent.exact", ["law": .phrase(law)])
      : Phrase(
        "tensors.consistent",
        [
          "law": .phrase(law),
          "z": .text((match.z > 0 ? "+" : "") + Numeral.fixed(match.z, decimals: 1, minus: "−")),
          "p": .text(Numeral.typeset(match.pValue, digits: 2)),
        ])
    // Layers of other sizes are called the same.
    var known: Set<String> = []
    let origins = match.candidate.origins.map(\.inShort).filter { known.insert($0).inserted }
    let list = origins.dropFirst().reduce(origins.first ?? "") { "\($0) · \($1)" }
    return [(agreement, Style(.law)), (.verbatim(list), .text)]
  }
}
