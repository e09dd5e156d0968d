/// A closed outline that is no rectangle: where it starts, and the rest of it as path data relative
/// to there.
struct SVGOutline: Hashable, Sendable {
  var x: Int
  var y: Int
  let rest: String

  /// The outline as path data.
  var path: String { "M\(x) \(y)\(rest)" }
}
