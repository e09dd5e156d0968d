internal import Initializers
internal import Networks
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
      pinned.initializer.name
      + (pinned.shape == model.scene.shape || isNetwork ? "" : " \(pinned.shape.typeset)")
      + (pinned.seed == model.scene.seed ? "" : " seed \(pinned.seed)")
    var column = region.column
    column += put(
      [("A ", Style(.pinned, .bold)), (name, Style(.pinned))], column: column, row: region.row,
      limit: region.columns)
    // What differs comes first, as far as it fits; what is the same only after all of that.
    let differing = Self.sentences("differs: ", differences.differing)
    let same = Self.sentences("same: ", differences.equal)
    let room = region.endColumn - column - 3
    let first = first(of: differing, fitting: room) ?? ""
    column += put([(" · ", Style(.dim)), (first, .text)], column: column, row: region.row)
    guard first == differing[0], let equal = same.first, !equal.isEmpty,
      column + columns(of: equal) + 3 <= region.endColumn
    else { return }
    put([(" · ", Style(.dim)), (equal, Style(.dim))], column: column, row: region.row)
  }

  /// A list in a sentence, and the same with ever fewer names and an ellipsis.
  private static func sentences(_ start: String, _ names: [String]) -> [String] {
    guard !names.isEmpty else { return [start == "differs: " ? "the same as B" : ""] }
    let all = start + names.joined(separator: ", ")
    return [all]
      + (1..<max(1, names.count)).reversed().map {
        start + names.prefix($0).joined(separator: ", ") + ", …"
      }
  }
}

extension Shape {
  /// The extents with crosses between them: 256×128.
  var typeset: String { extents.map(String.init).joined(separator: "×") }
}
