private import Expressions
internal import Initializers
internal import Words

extension TensorArguments {
  // What files of tensors are called, and no method is.
  private static let endings = [
    ".safetensors", ".safetensors.index.json", ".npy", ".npz", ".pt", ".pth", ".bin", ".ckpt",
    // Those are refused with what converts them.
    ".h5", ".hdf5", ".keras", ".onnx", ".gguf", ".msgpack", ".pkl",
  ]

  /// Whether the words begin a file's tensor: with a path, or the name of a file of tensors.
  package var beginsFile: Bool { method.map(Self.isFile) ?? false }

  /// Whether a word is a file's name, and no method's, constructor's or scene's in quotes.
  static func isFile(_ word: String) -> Bool {
    let isScene = word.hasPrefix("-") || word.firstMatch(of: /\s-/) != nil
    guard !isScene, !word.contains(where: { "('\"".contains($0) }) else { return false }
    return word.contains("/") || endings.contains { word.lowercased().hasSuffix($0) }
  }

  /// The files that the words name, the first of which has the tensor.
  package var files: [String] {
    beginsFile ? [method, kind].compactMap(\.self) : []
  }

  // The tensor of the file that begins the words, not opened yet.
  func storedTensor() throws -> Tensor {
    let foreign = given.map(\.option).first { !["--tensor", "--law"].contains($0) }
    if let foreign { throw SceneError.besideFile(foreign) }
    let stored = StoredWeights(file: method ?? "", name: tensor, isFitted: law == nil)
    return try Tensor(stored, fitting: chosenLaw() ?? .first)
  }

  // The tensor whose law is named.
  func chosenLaw() throws -> Tensor? {
    guard let law else { return nil }
    let tensor = try Scene(parsing: law).tensor
    if tensor.stored != nil { throw SceneError.unexpected(law) }
    return tensor
  }
}

extension Tensor {
  // A file's tensor with what words without a file change: another tensor of the file, another law; nil
  // where they say neither.
  func storedChanged(by words: TensorArguments) throws -> Tensor? {
    guard let stored, words.method == nil else { return nil }
    if let foreign = ["--shape", "--seed"].first(where: { words.given.map(\.option).contains($0) })
    {
      throw SceneError.besideFile(foreign)
    }
    if layer == nil || words.sizes.isEmpty, words.tensor != nil || words.law != nil {
      let law = try words.chosenLaw()
      let isFitted = law == nil && (words.tensor != nil || stored.isFitted)
      return Tensor(
        StoredWeights(
          file: stored.file, name: words.tensor ?? stored.name, isFitted: isFitted),
        fitting: law ?? self)
    }
    return nil
  }
}

extension SceneError {
  // An option that says how a tensor is drawn, of one that a file has.
  static func besideFile(_ option: String) -> SceneError {
    SceneError(phrase: Phrase("error.file.option", ["option": .text(option)]))
  }

  // A file where weights are drawn.
  static func fileDrawn(by use: SceneUse) -> SceneError {
    SceneError(phrase: Phrase("error.file.use", ["reader": .phrase(use.reader)]))
  }

  // An option that only a file's tensor has.
  static func withoutFile(_ option: String) -> SceneError {
    SceneError(phrase: Phrase("error.file.without", ["option": .text(option)]))
  }
}
