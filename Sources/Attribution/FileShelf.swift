package import Initializers
package import WeightFiles
package import Words

/// The files that are open, in the order they were opened.
package struct FileShelf: Sendable {
  /// The files.
  package private(set) var files: [TensorFile]

  /// Takes files that are open.
  package init(_ files: [TensorFile] = []) {
    self.files = []
    for file in files { add(file) }
  }

  /// Whether no file is open.
  package var isEmpty: Bool { files.isEmpty }

  /// Adds a file that was opened, in place of one of its name.
  package mutating func add(_ file: TensorFile) {
    if let index = files.firstIndex(where: { $0.name == file.name }) {
      files[index] = file
    } else {
      files.append(file)
    }
  }

  /// Adds the files of another list.
  package mutating func add(_ others: FileShelf) {
    for file in others.files { add(file) }
  }

  /// Whether a file of this name is open.
  package func has(_ name: String) -> Bool { files.contains { $0.name == name } }

  /// A tensor whose weights are named by their file, with its numbers and with what they are compared
  /// with; one that is drawn as it is.
  ///
  /// - Parameter survey: what is known of the files' tensors.
  /// - Throws: `InitializerError.notOpen`, or `FileShelfError`.
  package func opened(_ tensor: Tensor, knowing survey: FileSurvey? = nil) throws -> Tensor {
    guard let stored = tensor.stored else { return tensor }
    guard let file = files.first(where: { $0.name == stored.file }) else {
      throw InitializerError.notOpen(stored.file)
    }
    let entry = try file.entry(named: stored.name)
    let shape = try Shape(entry.shape)
    let found = weights(entry, in: file, isFitted: stored.isFitted)
    guard !stored.isFitted else {
      return Tensor(found, fitting: survey?.row(of: entry)?.fit ?? .provisional(shape))
    }
    guard tensor.shape != shape else { return Tensor(found, fitting: tensor) }
    guard tensor.layer == nil else {
      throw FileShelfError.otherShape(entry.shownName, shape, than: tensor.shape)
    }
    return Tensor(found, fitting: Tensor(initializer: tensor.initializer, shape: shape))
  }

  /// A tensor of an open file beside what fits it.
  ///
  /// - Throws: `InitializerError.shapeTooLarge` for a shape that nothing can be compared with.
  package func tensor(
    _ entry: TensorEntry, in file: TensorFile, knowing survey: FileSurvey?
  ) throws -> Tensor {
    let shape = try Shape(entry.shape)
    return Tensor(
      weights(entry, in: file, isFitted: true),
      fitting: survey?.row(of: entry)?.fit ?? .provisional(shape))
  }

  private func weights(
    _ entry: TensorEntry, in file: TensorFile, isFitted: Bool
  ) -> StoredWeights {
    StoredWeights(
      file: file.name, name: file.entries.count > 1 ? entry.name : nil,
      content: StoredTensor(entry, of: file), isFitted: isFitted)
  }
}

extension TensorFile {
  /// A tensor by its name; without one the first whose numbers can be read.
  ///
  /// - Throws: `FileShelfError`.
  fileprivate func entry(named name: String?) throws -> TensorEntry {
    guard let name else {
      if let first = entries.first(where: \.hasValues) { return first }
      throw FileShelfError.noNumbers(self.name)
    }
    guard let entry = entries.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) else {
      throw FileShelfError.noTensor(name, in: self.name)
    }
    guard entry.hasValues else { throw FileShelfError.noNumbers(entry.shownName) }
    return entry
  }
}

extension FileSurvey {
  /// What is known of a tensor.
  package func row(of entry: TensorEntry) -> Row? {
    rows.first { $0.entry.isSame(as: entry) }
  }
}

extension TensorEntry {
  /// Whether both are one tensor of one opened file.
  package func isSame(as other: TensorEntry) -> Bool {
    revision == other.revision && name.utf8.elementsEqual(other.name.utf8)
  }
}

extension Tensor {
  // What stands beside a tensor before its numbers are read: PyTorch's default for a layer.
  fileprivate static func provisional(_ shape: Shape) -> Tensor {
    var call = Initializer(shape.extents.count > 1 ? .kaimingUniform : .normal)
    if shape.extents.count > 1 { try? call.set(.a, to: "sqrt(5)") }
    return Tensor(initializer: call, shape: shape)
  }
}

/// Why a tensor of an open file cannot be looked at.
package enum FileShelfError: Error, Hashable, Sendable, Worded {
  /// The file has no tensor of this name.
  case noTensor(String, in: String)
  /// The numbers of a file or a tensor are of a type that cannot be read.
  case noNumbers(String)
  /// A layer's tensor has another shape.
  case otherShape(String, Shape, than: Shape)

  /// The sentence a user reads.
  package var phrase: Phrase {
    switch self {
    case .noTensor(let name, let file):
      Phrase("error.shelf.tensor", ["name": .text(name.shown), "file": .text(file.shown)])
    case .noNumbers(let name): Phrase("error.shelf.numbers", ["name": .text(name.shown)])
    case .otherShape(let name, let shape, let other):
      Phrase(
        "error.shelf.shape",
        [
          "name": .text(name), "shape": .text(shape.typeset), "other": .text(other.typeset),
        ])
    }
  }
}
