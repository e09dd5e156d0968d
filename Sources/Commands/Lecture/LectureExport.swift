internal import Explorer
internal import Expressions
private import Glibc
internal import Lectures
internal import Scenes
internal import Screen
internal import Words

/// A lecture to hand out: Markdown with a picture for each scene.
struct LectureExport {
  private let lecture: Lecture
  private let words: Catalogue

  /// The size of the pictures.
  private static let size = Size(columns: 100, rows: 30)

  init(_ lecture: Lecture, words: Catalogue) { (self.lecture, self.words) = (lecture, words) }

  /// Writes the files into a folder, which is made if there is none.
  ///
  /// - Throws: `OutputError`, or the error PyTorch raises for a scene.
  func write(into folder: String) throws {
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
      throw OutputError.cannotWrite(path: folder, code: errno)
    }
    var model = Model(size: Self.size, words: words)
    model.begin(lecture)
    var text = "# \(lecture.title)\n"
    var pictures: [Scene: String] = [:]
    for (number, step) in zip(1..., lecture.steps) {
      text += "\n## \(number). \(step.title)\n"
      var said = 0
      var last: Scene?
      for (click, beat) in step.beats.enumerated() {
        if number > 1 || click > 0 { model.update(.key(.pageDown)) }
        try model.finishWork()
        if beat.scene != last {
          let name =
            pictures[beat.scene]
            ?? "\(lecture.id)-\(number)\(click == 0 ? "" : "-\(click + 1)").svg"
          if pictures.updateValue(name, forKey: beat.scene) == nil {
            let picture = Model(
              scene: beat.scene, size: Self.size, capabilities: .plain, words: words)
            try OutputFile.write(FrameFormat.svg.bytes(of: picture), to: "\(folder)/\(name)")
          }
          text += "\n![\(beat.scene.line)](\(name))\n\n    initscope \(beat.scene.line)\n"
          last = beat.scene
        }
        let paragraphs = model.answerInMarkdown.map { [$0] } ?? []
        for paragraph in paragraphs + model.markdown(from: said) { text += "\n\(paragraph)\n" }
        said = beat.blockCount
      }
    }
    if !lecture.sources.isEmpty {
      text += "\n" + lecture.sources.map { "- \($0)\n" }.joined()
    }
    try OutputFile.write(text, to: "\(folder)/\(lecture.id).md")
  }
}
