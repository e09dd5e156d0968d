internal import ArgumentParser
internal import Explorer
private import Glibc
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

  @Option(
    help: .said(
      Phrase("help.show.only", ["names": .alternatives(Part.allCases.map(\.rawValue))])),
    transform: { try Choice.parse($0, as: Part.self) })
  var only: Part?

  @Option(
    help: .said(
      Phrase("help.show.scale", ["standard": "\(PNGPicture.standardScale)"])),
    transform: Choice.parseScale)
  var scale: Double?

  @Option(name: .shortAndLong, help: .said(Phrase("help.show.output")))
  var output = "-"

  mutating func run() throws {
    let scene = try scene.checkedScene(for: .explorer)
    let format = try FrameFormat.of(output, asked: format, standard: .text)
    guard scale == nil || format == .png else { throw PictureError.scale }
    if format == .png, output == "-", isatty(STDOUT_FILENO) != 0 {
      throw PictureError.toTerminal
    }
    var capabilities =
      format.isPicture ? look.ofPicture : look.capabilities(terminalColors: nil, locale: .adopt())
    if format == .png { capabilities.theme = capabilities.theme.onPaper }
    // What colour would say must be said by shapes.
    if format == .text { capabilities.colors = .none }
    let frame = try Self.frame(
      scene, size: size, capabilities: capabilities, words: look.words, only: only)
    let (theme, title) = (capabilities.theme, "initscope \(scene.line)")
    switch format {
    case .text: try OutputFile.write(frame.text, to: output)
    case .ansi:
      try OutputFile.write(
        frame.ansi(
          theme: theme, colors: capabilities.colors, onPaper: capabilities.isOnPaper), to: output)
    case .svg: try OutputFile.write(frame.svg(theme: theme, title: title), to: output)
    case .png:
      try OutputFile.write(
        PNGPicture.bytes(frame, theme: theme, scale: scale, title: title), to: output)
    }
  }

  /// One frame of a scene, or of a part alone, with all its numbers.
  static func frame(
    _ scene: Scene, size: Size, capabilities: Capabilities, words: Catalogue, only: Part? = nil
  ) throws -> Frame {
    var model = Model(scene: scene, size: size, capabilities: capabilities, words: words)
    model.only = only
    try model.finishWork()
    return view(model)
  }
}

/// What a frame is written as.
enum FrameFormat: String, ExpressibleByArgument, FileFormat {
  case text
  case ansi
  case svg
  case png

  /// Whether it is the same wherever it is made.
  var isPicture: Bool { self == .svg || self == .png }

  var ending: String { self == .text ? "txt" : rawValue }
}
