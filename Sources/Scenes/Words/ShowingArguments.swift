internal import ArgumentParser
internal import Initializers
internal import Statistics
internal import Words

/// The words for what the explorer shows of a tensor.
package struct ShowingArguments: ParsableArguments {
  @Option(help: .said(Phrase("help.view", ["names": .alternatives(View.allCases.map(\.rawValue))])))
  var view: String?

  @Option(
    help: .said(
      Phrase("help.panel", ["names": .alternatives(PanelChoice.allCases.map(\.rawValue))])))
  var panel: String?

  @Option(help: .said(Phrase("help.bins"))) var bins: String?
  @Option(help: .said(Phrase("help.pin"))) var pin: String?

  /// Makes arguments that parsing fills.
  package init() {}

  /// The options that are given, with their texts.
  var given: [(option: String, text: String)] {
    [("--view", view), ("--panel", panel), ("--bins", bins), ("--pin", pin)]
      .compactMap { option, text in text.map { (option, $0) } }
  }

  /// Changes what is shown as the words say.
  ///
  /// - Throws: `SceneError` for a word that is wrong.
  func change(_ scene: inout Scene) throws(SceneError) {
    if let view { scene.view = try SceneError.known(view, for: "--view") }
    if let panel { scene.panel = try SceneError.known(panel, for: "--panel") as PanelChoice }
    if let bins { scene.bins = try BinChoice(parsing: bins) }
    if let pin { scene.pin = pin == "none" ? nil : try Self.pin(pin) }
  }

  private static func pin(_ line: String) throws(SceneError) -> Pin {
    do {
      let scene = try Scene(parsing: line, for: .pin)
      return Pin(scene.tensor, network: scene.network)
    } catch {
      throw .pinned(line, because: error.phrase)
    }
  }
}
