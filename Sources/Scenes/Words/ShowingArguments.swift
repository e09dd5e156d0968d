internal import ArgumentParser
internal import Initializers
internal import Networks
internal import Statistics

/// The words for what the explorer shows of a tensor.
package struct ShowingArguments: ParsableArguments {
  @Option(help: "distribution, propagation or matrix.")
  var view: String?

  @Option(help: "density, ecdf, qq, tails or histogram; else what the screen has room for.")
  var panel: String?

  @Option(help: "A rule by numpy's name (fd, scott, sqrt, …), columns, or a number.")
  var bins: String?

  @Option(help: "Another scene to compare with, in quotes: \"xavier_normal --seed 1\"; or none.")
  var pin: String?

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
    if let view {
      guard let known = View(rawValue: view) else { throw .unknownView(view) }
      scene.view = known
    }
    if let panel {
      guard let known = PanelChoice(rawValue: panel) else { throw .unknownPanel(panel) }
      scene.panel = known
    }
    if let bins { scene.bins = try BinChoice(parsing: bins) }
    if let pin { scene.pin = pin == "none" ? nil : try Self.pin(pin) }
  }

  private static func pin(_ line: String) throws(SceneError) -> Pin {
    do {
      let scene = try Scene(parsing: line, for: .pin)
      return Pin(scene.tensor, network: scene.network)
    } catch {
      throw .pinned(line, because: error.description)
    }
  }
}
