internal import ArgumentParser
internal import Explorer
internal import Initializers
internal import Measurements
internal import Scenes
internal import Screen
internal import Terminal
internal import Words

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Catalogue.english(Phrase("help.show.abstract")),
    discussion: Catalogue.english(
      Phrase("help.show.discussion", ["endings": .text(FrameFormat.endings)])))

  @OptionGroup var scene: SceneArguments

  @Option(help: .said(Phrase("help.show.size")), transform: Choice.parseSize)
  var size = Size(columns: 100, rows: 30)

  @OptionGroup(title: "Look") var look: LookArguments

  @Option(
    help: .said(
      Phrase("help.show.format", ["names": .alternatives(FrameFormat.allCases.map(\.rawValue))])))
  var format: FrameFormat?

  @Option(name: .shortAndLong, help: .said(Phrase("help.show.output")))
  var output = "-"

  mutating func run() throws {
    let scene = try scene.checkedScene(for: .explorer)
    let format = try FrameFormat.of(output, asked: format, standard: .text)
    var capabilities =
      format == .svg ? look.ofPicture : look.capabilities(terminalColors: nil, locale: .adopt())
    // What colour would say must be said by shapes.
    if format == .text { capabilities.colors = .none }
    let frame = try Self.frame(scene, size: size, capabilities: capabilities, words: look.words)
    let text =
      switch format {
      case .text: frame.text
      case .ansi: frame.ansi(theme: capabilities.theme, colors: capabilities.colors)
      case .svg: frame.svg(theme: capabilities.theme, title: "initscope " + scene.line)
      }
    try OutputFile.write(text, to: output)
  }

  /// One frame of a scene with all its numbers.
  static func frame(
    _ scene: Scene, size: Size, capabilities: Capabilities, words: Catalogue
  ) throws -> Frame {
    var model = Model(scene: scene, size: size, capabilities: capabilities, words: words)
    try model.finishWork()
    return view(model)
  }
}

/// What a frame is written as.
enum FrameFormat: String, ExpressibleByArgument, FileFormat {
  case text
  case ansi
  case svg

  var ending: String { self == .text ? "txt" : rawValue }
}
