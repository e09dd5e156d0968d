/// A rectangle in an SVG picture's units; a path of them fills each once.
struct SVGRectangle: Hashable, Sendable {
  var x: Int
  var y: Int
  var width: Int
  var height: Int

  var endX: Int { x + width }
  var endY: Int { y + height }

  /// The rectangle as a closed subpath.
  var path: String { "M\(x) \(y)h\(width)v\(height)h-\(width)z" }

  /// As few rectangles that cover the same: first those below one another, then those side by
  /// side, are joined where they touch along a whole edge.
  ///
  /// What touches without being joined would show a hairline where a renderer smooths edges.
  static func merged(_ rectangles: [SVGRectangle]) -> [SVGRectangle] {
    var columns: [SVGRectangle] = []
    for next in rectangles.sorted(by: { ($0.x, $0.width, $0.y) < ($1.x, $1.width, $1.y) }) {
      if let last = columns.last, last.x == next.x, last.width == next.width, next.y <= last.endY {
        columns[columns.count - 1].height = max(last.endY, next.endY) - last.y
      } else {
        columns.append(next)
      }
    }
    var result: [SVGRectangle] = []
    for next in columns.sorted(by: { ($0.y, $0.height, $0.x) < ($1.y, $1.height, $1.x) }) {
      if let last = result.last, last.y == next.y, last.height == next.height, next.x <= last.endX {
        result[result.count - 1].width = max(last.endX, next.endX) - last.x
      } else {
        result.append(next)
      }
    }
    return result
  }
}
