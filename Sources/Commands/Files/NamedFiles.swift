internal import Attribution
internal import Initializers
internal import Scenes
internal import WeightFiles

extension FileShelf {
  /// Opens the files that scenes name, and takes their tensors from them.
  ///
  /// - Parameters:
  ///   - others: further files that are to be open.
  ///   - fits: whether the files are read for what fits the tensors, where no law is named.
  ///   - open: opens one by its name.
  /// - Throws: `TensorFileError`, or `FileShelfError`.
  static func opened(
    _ scenes: [Scene], and others: [String] = [], fits: Bool = false,
    by open: (String) throws -> TensorFile = { try TensorFile($0) }
  ) throws -> (scenes: [Scene], files: FileShelf) {
    var shelf = FileShelf()
    let tensors = scenes.flatMap { [$0.tensor, $0.pin?.tensor].compactMap(\.self) }
    for file in tensors.compactMap(\.stored?.file) + others where !shelf.has(file) {
      shelf.add(try open(file))
    }
    var survey: FileSurvey?
    if fits, tensors.contains(where: { $0.stored?.isFitted == true }) {
      var run = SurveyRequest(shelf).begin()
      survey = try run.finish(showing: \.progress, of: run.byteCount).survey
    }
    let opened = try scenes.map { scene in
      var opened = scene
      opened.tensor = try shelf.opened(scene.tensor, knowing: survey)
      if let pin = scene.pin { opened.pin?.tensor = try shelf.opened(pin.tensor, knowing: survey) }
      return opened
    }
    return (opened, shelf)
  }

  /// Opens the files that one scene names.
  ///
  /// - Throws: `TensorFileError`, or `FileShelfError`.
  static func opened(
    _ scene: Scene, and others: [String] = [], fits: Bool = false
  ) throws -> (scene: Scene, files: FileShelf) {
    let (scenes, files) = try opened([scene], and: others, fits: fits)
    return (scenes[0], files)
  }
}
