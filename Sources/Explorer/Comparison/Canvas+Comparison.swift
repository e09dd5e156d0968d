internal import Initializers
internal import Scenes
internal import Screen

extension Canvas {
  /// Says in one line what A is, in what B differs, and what is the same.
  mutating func drawComparison(_ model: Model, in region: Region) {
    guard let pin = model.scene.pin else { return }
    let pinned = pin.tensor
    let isNetwork = model.scene.view == .propagation
    let differences =
      isNetwork
      ? Differences(pin, Pin(model.scene.tensor, network: model.scene.network))
      : Differences(pinned, model.scene.tensor)
    // What is the same can be read above and beside.
    let name =
      pinned.initializer.method.rawValue
      + (pinned.shape == model.scene.shape || isNetwork ? "" : " \(pinned.shape.typeset)")
      + (pinned.seed == model.scene.seed ? "" : " seed \(pinned.seed)")
    let differing =
      differences.differing.isEmpty
      ? "the same as B" : "differs: \(differences.differing.joined(separator: ", "))"
    let equal =
      differences.equal.isEmpty ? "" : "same: \(differences.equal.joined(separator: ", "))"
    var column = region.column
    column += put(
      [("A ", Style(.pinned, .bold)), (name, Style(.pinned))], column: column, row: region.row,
      limit: region.columns)
    for (text, style) in [(differing, Style.text), (equal, Style(.dim))] {
      guard !text.isEmpty, column + columns(of: text) + 3 <= region.endColumn else { continue }
      column += put([(" · ", Style(.dim)), (text, style)], column: column, row: region.row)
    }
  }
}

extension Shape {
  /// The extents with crosses between them: 256×128.
  var typeset: String { extents.map(String.init).joined(separator: "×") }
}
