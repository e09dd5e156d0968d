internal import Attribution
internal import Births
internal import Initializers
internal import Scenes
internal import Statistics
internal import WeightFiles
internal import Words

/// Which tensors of the open files are listed, and in what order.
struct TensorList: Equatable, Sendable {
  var order = TensorOrder.file
  /// The verdict that all listed ones have; nil for any.
  var verdict: VerdictKind?
  /// What their names contain; empty for any.
  var search = ""
  /// Whether A is always the tensor of the chosen one's name in another file.
  var pinsNamesake = false
}

/// What tensors are listed by.
enum TensorOrder: String, CaseIterable, Sendable {
  /// As the files have them.
  case file
  case name
  case size
  case std
  case verdict

  /// What the heading says of it: "by name".
  var phrase: Phrase {
    switch self {
    case .file: Phrase("tensors.order.file")
    case .name: Phrase("tensors.order.name")
    case .size: Phrase("tensors.order.size")
    case .std: Phrase("tensors.order.std")
    case .verdict: Phrase("tensors.order.verdict")
    }
  }
}

/// A tensor of an open file, and what is known of it.
struct ListedTensor: Sendable {
  let file: TensorFile
  var row: FileSurvey.Row

  var entry: TensorEntry { row.entry }
  var kind: VerdictKind { VerdictKind(row) }

  /// What names its weights.
  var weights: StoredWeights {
    StoredWeights(
      file: file.name, name: file.entries.count > 1 ? entry.name : nil,
      content: StoredTensor(entry, of: file))
  }

  /// Whether a tensor on the screen is this one.
  func holds(_ tensor: Tensor?) -> Bool {
    guard let stored = tensor?.stored else { return false }
    return stored.file == file.name && stored.content?.revision == entry.revision
      && (stored.name ?? entry.name).utf8.elementsEqual(entry.name.utf8)
  }
}

/// What the columns of a list must have room for.
struct ListNeeds: Sendable {
  /// The longest name's bytes, which are its columns but for few names.
  let longestName: Int
  /// Whether some have a law, or may once they are read.
  let hasLaws: Bool

  init(_ tensors: [ListedTensor]) {
    longestName = tensors.reduce(0) { max($0, $1.entry.name.utf8.count) }
    hasLaws = tensors.contains {
      $0.row.likeliest != nil || $0.row.verdict == nil && $0.entry.hasValues
    }
  }
}

extension Model {
  /// Lists the tensors anew, once the files, what is known of them or what is asked for has changed: of
  /// thousands that is too much for every look at them.
  mutating func listTensors() {
    listedTensors = shelf.isEmpty ? [] : tensorsToList()
    listNeeds = ListNeeds(listedTensors)
  }

  /// The listed tensor that is on the screen.
  var chosenTensor: ListedTensor? { listedTensors.first { $0.holds(scene.tensor) } }

  private func tensorsToList() -> [ListedTensor] {
    let survey = surveyReport?.survey
    // Rows of files that were opened since are not known yet.
    var known = survey?.rows[...] ?? []
    var all: [ListedTensor] = []
    for file in shelf.files {
      for entry in file.entries {
        if let first = known.first, first.entry.isSame(as: entry) {
          all.append(ListedTensor(file: file, row: first))
          known = known.dropFirst()
        } else {
          all.append(
            ListedTensor(file: file, row: survey?.row(of: entry) ?? FileSurvey.Row(entry: entry)))
        }
      }
    }
    if !births.isEmpty {
      for index in all.indices {
        all[index].row.birth = births[all[index].weights]?.birth
      }
    }
    let search = tensorList.search.lowercased()
    if !search.isEmpty {
      all = all.filter { $0.entry.shownName.lowercased().contains(search) }
    }
    if let verdict = tensorList.verdict { all = all.filter { $0.kind == verdict } }
    return sorted(all)
  }

  private func sorted(_ all: [ListedTensor]) -> [ListedTensor] {
    func std(_ tensor: ListedTensor) -> Double {
      let std = tensor.row.summary?.moments.standardDeviation ?? -1
      return std.isFinite ? std : -1
    }
    // Places are sorted, since what is known of a tensor is much to move about.
    func sorted<Value>(by value: (ListedTensor) -> Value, _ precedes: (Value, Value) -> Bool)
      -> [ListedTensor]
    {
      let values = all.map(value)
      return all.indices.sorted { precedes(values[$0], values[$1]) }.map { all[$0] }
    }
    switch tensorList.order {
    case .file: return all
    case .name: return sorted(by: \.entry.name, <)
    case .size: return sorted(by: \.entry.count, >)
    case .std: return sorted(by: std, >)
    case .verdict: return sorted(by: \.kind.rawValue, <)
    }
  }
}
