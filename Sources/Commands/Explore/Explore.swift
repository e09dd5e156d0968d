internal import ArgumentParser
private import Glibc
internal import Scenes
internal import Screen
internal import Terminal

struct Explore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the explorer (the default).",
    discussion: "Where standard output is no terminal, one plain frame is printed.")

  @OptionGroup var scene: SceneArguments

  @OptionGroup(title: "Look") var look: LookArguments

  mutating func run() throws {
    let note = scene.notes.first
    let scene = try scene.scene(for: .explorer)
    let locale = Terminal.Locale.adopt()
    let session: TerminalSession
    do {
      session = try TerminalSession()
    } catch {
      // A pipe gets the frame as a matter of course; a strange terminal is told why.
      if error != .notATerminal { StandardError.print("initscope: \(error)") }
      let capabilities = look.capabilities(terminalColors: 0, locale: locale)
      let frame = try Show.frame(
        scene, size: Size(columns: 100, rows: 30), capabilities: capabilities)
      try OutputFile.write(frame.text, to: "-")
      return
    }
    let capabilities = look.capabilities(
      terminalColors: session.colors.rawValue, locale: locale)
    let signal = ExplorerLoop(session: session, capabilities: capabilities).run(scene, note: note)
    session.end()
    if let signal { throw ExitCode(128 + signal) }
  }
}
