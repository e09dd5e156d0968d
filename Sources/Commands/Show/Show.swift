internal import ArgumentParser
internal import Attribution
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
    abstract: Catalogue.spoken(Phrase("help.show.abstract")),
    discussion: Catalogue.spoken(
      Phrase("help.show.discussion", ["endings": .text(FrameFormat.endings)])))

  @OptionGroup var scene: SceneArguments

  @Option(help: .said(Phrase("help.show.size")), transform: Choice.spoken(Choice.parseSize))
  var size = Size(columns: 100, rows: 30)

  @OptionGroup(title: .said(Phrase("help.group.look"))) var look: LookArguments

  @Option(
    help: .said(
      Phrase("help.show.format", ["names": .alternatives(FrameFormat.allCases.map(\.rawValue))])))
  var format: FrameFormat?

  @Option(
    help: .said(
      Phrase("help.show.only", ["names": .alternatives(Part.allCases.map(\.rawValue))])),
    transform: Choice.spoken { try Choice.parse($0, as: Part.self) })
  var only: Part?

  @Option(
    help: .said(
      Phrase("help.show.scale", ["standard": "\(PNGPicture.standardScale)"])),
    transform: Choice.spoken(Choice.parseScale))
  var scale: Double?

  @Option(name: .shortAndLong, help: .said(Phrase("help.show.output")))
  var output = "-"

  @OptionGroup var language: LanguageArguments

  mutating func run() throws {
    let named = try scene.checkedScene(for: .explorer)
    let (scene, files) = try FileShelf.opened(named, and: scene.tensor.files)
    let format = try FrameFormat.of(output, asked: format, standard: .text)
    guard scale == nil || format == .png else { throw PictureError.scale }
    if format == .png, output == "-", isatty(STDOUT_FILENO) != 0 {
      throw PictureError.toTerminal
    }
    var screen = Model(
      scene: scene, files: files, size: size,
      capabilities: format.isPicture
        ? look.ofPicture : look.capabilities(terminalColors: nil, locale: .adopt()),
      words: .spoken)
    screen.only = only
    try OutputFile.write(format.bytes(of: screen, scale: scale), to: output)
  }
}
