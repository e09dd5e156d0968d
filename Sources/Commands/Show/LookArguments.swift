internal import ArgumentParser
private import FoundationEssentials
internal import Scenes
internal import Screen
internal import Terminal
internal import Words

/// The options that decide how a frame looks, shared by `show` and the explorer.
struct LookArguments: ParsableArguments {
  @Option(
    help: .said(
      Phrase("help.look.glyphs", ["names": .alternatives(GlyphSet.allCases.map(\.rawValue))])),
    transform: Choice.spoken { try Choice.parse($0, as: GlyphSet.self) })
  var glyphs: GlyphSet?

  @Option(
    help: .said(
      Phrase("help.look.theme", ["names": .alternatives(Theme.allCases.map(\.rawValue))])),
    transform: Choice.spoken { try Choice.parse($0, as: Theme.self) })
  var theme: Theme?

  func capabilities(terminalColors: Int?, locale: Terminal.Locale) -> Capabilities {
    Capabilities.detect(
      environment: ProcessInfo.processInfo.environment, terminalColors: terminalColors,
      isUTF8: locale.isUTF8, glyphs: glyphs, theme: theme)
  }

  /// What a picture in a file shows: it is the same wherever it is made, for no terminal, no locale
  /// and no font limit it.
  var ofPicture: Capabilities {
    Capabilities(colors: .palette, glyphs: glyphs ?? .braille, theme: theme ?? .neutral)
  }
}
