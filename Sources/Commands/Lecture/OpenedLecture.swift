internal import Attribution
internal import Expressions
internal import Initializers
internal import Lectures
internal import Resources
internal import Scenes
internal import WeightFiles

/// A lecture with the files of tensors that its scenes are of.
struct OpenedLecture {
  /// The lecture, whose scenes have the files' numbers.
  let lecture: Lecture
  /// The files.
  let files: FileShelf

  /// Opens what a lecture's scenes name.
  ///
  /// - Parameter path: where the lecture is: files are looked for beside it; nil for the program's own.
  /// - Throws: `TensorFileError`, or `FileShelfError`.
  init(_ lecture: Lecture, at path: String?) throws {
    let placed = lecture.mapScenes { $0.placingFiles(in: path?.folder ?? "") }
    let scenes = Set(placed.steps.flatMap { $0.beats.map(\.scene) }).filter(\.isOfFile)
    guard !scenes.isEmpty else {
      (self.lecture, files) = (lecture, FileShelf())
      return
    }
    let named = Array(scenes)
    let (opened, shelf) = try FileShelf.opened(named, fits: true) { name in
      if path == nil, let bytes = Texts.tensorFiles[name] {
        return try TensorFile(bytes: bytes, name: name)
      }
      return try TensorFile(name)
    }
    let found = Dictionary(zip(named, opened)) { first, _ in first }
    (self.lecture, files) = (placed.mapScenes { found[$0] ?? $0 }, shelf)
  }

  /// Reads the lecture of a name, or in a file.
  ///
  /// - Throws: as `LectureFile.read`, `TensorFileError`, or `FileShelfError`.
  init(_ name: String) throws {
    try self.init(
      try LectureFile.read(name), at: try LectureFile.isEmbedded(name) ? nil : name)
  }

  /// The lectures that the program has, in every language.
  static func embedded() throws -> [OpenedLecture] {
    try Texts.lectures.map { try OpenedLecture(LectureFile.parse($0, of: "-"), at: nil) }
  }
}

extension Scene {
  /// Whether something of it is a file's.
  fileprivate var isOfFile: Bool { tensor.stored != nil || pin?.tensor.stored != nil }

  /// The same with files that are named without a folder in one.
  fileprivate func placingFiles(in folder: String) -> Scene {
    guard isOfFile, !folder.isEmpty else { return self }
    func placed(_ tensor: Tensor) -> Tensor {
      guard let stored = tensor.stored, !stored.file.hasPrefix("/") else { return tensor }
      return Tensor(
        StoredWeights(file: folder + stored.file, name: stored.name, isFitted: stored.isFitted),
        fitting: tensor)
    }
    var scene = self
    scene.tensor = placed(tensor)
    if let pin { scene.pin?.tensor = placed(pin.tensor) }
    return scene
  }
}
