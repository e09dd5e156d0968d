internal import Attribution
internal import Explorer
internal import Expressions
private import Glibc
internal import Lectures
internal import Resources
internal import Scenes
internal import Screen
internal import WeightFiles
internal import Words

/// A lecture to hand out: Markdown with a picture for each scene.
struct LectureExport {
  private let lecture: Lecture
  private let files: FileShelf
  private let words: Catalogue

  /// The size of the pictures.
  private static let size = Size(columns: 100, rows: 30)

  init(_ opened: OpenedLecture, words: Catalogue) {
    (lecture, files, self.words) = (opened.lecture, opened.files, words)
  }

  /// Writes the files into a folder, which is made if there is none.
  ///
  /// - Throws: `OutputError`, or the error PyTorch raises for a scene.
  func write(into folder: String) throws {
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
      throw OutputError.cannotWrite(path: folder, code: errno)
    }
    var model = Model(size: Self.size, words: words)
    model.begin(lecture, files: files)
    var text = "# \(lecture.title)\n"
    var pictures: [[UInt8]: String] = [:]
    for (number, step) in zip(1..., lecture.steps) {
      text += "\n## \(number). \(step.title)\n"
      var said = 0
      var last: [UInt8]?
      for (click, beat) in step.beats.enumerated() {
        if number > 1 || click > 0 { model.update(.key(.pageDown)) }
        try model.finishWork()
        // The same scene may have another picture once a seed has been found.
        let picture = try FrameFormat.svg.bytes(of: model.withoutLecture(size: Self.size))
        if picture != last {
          let name =
            pictures[picture]
            ?? "\(lecture.id)-\(number)\(click == 0 ? "" : "-\(click + 1)").svg"
          if pictures.updateValue(name, forKey: picture) == nil {
            try OutputFile.write(picture, to: "\(folder)/\(name)")
          }
          text += "\n![\(beat.scene.line)](\(name))\n\n    initscope \(beat.scene.line)\n"
          last = picture
        }
        let paragraphs = model.answerInMarkdown.map { [$0] } ?? []
        for paragraph in paragraphs + model.markdown(from: said) { text += "\n\(paragraph)\n" }
        said = beat.blockCount
      }
    }
    // So that the lines above can be tried there.
    for file in files.files {
      if let bytes = Texts.tensorFiles[file.name] {
        try OutputFile.write(bytes, to: "\(folder)/\(file.name)")
      }
    }
    if !lecture.sources.isEmpty {
      text += "\n" + lecture.sources.map { "- \($0)\n" }.joined()
    }
    try OutputFile.write(text, to: "\(folder)/\(lecture.id).md")
  }
}
