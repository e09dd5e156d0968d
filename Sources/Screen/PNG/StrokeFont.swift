internal import Resources

/// Letters as strokes of a round pen, from `strokes.txt`, in the units of `SVGCell`.
struct StrokeFont: Sendable {
  /// A line that the pen draws.
  struct Stroke: Sendable {
    /// A point, or what a curve bends towards between two.
    struct Corner: Sendable {
      var x: Double
      var y: Double
      let isBend: Bool
    }

    var corners: [Corner] = []
    var isClosed = false
    /// The radius of a dot, where it has one of its own.
    var radius: Double?
    /// The pen's width compared with that of other strokes.
    var weight = 1.0
  }

  /// The strokes of each glyph.
  private(set) var glyphs: [Unicode.Scalar: [Stroke]] = [:]

  /// The program's own letters.
  static let standard = StrokeFont(parsing: Texts.strokes)

  /// The pen's width for letters, and for bold ones.
  static func pen(isBold: Bool) -> Double { isBold ? 3.5 : 2.25 }

  /// The radius of dots compared with the pen's.
  private static let dot = 1.4

  /// Reads a font; a glyph that others use stands anywhere.
  init(parsing text: String) {
    var lines: [Unicode.Scalar: Substring] = [:]
    for line in text.split(separator: "\n") {
      guard let glyph = line.unicodeScalars.first, glyph != " " else { continue }
      lines[glyph] = line.dropFirst()
    }
    for glyph in lines.keys { glyphs[glyph] = Self.strokes(of: glyph, in: lines, depth: 3) }
  }

  private static func strokes(
    of glyph: Unicode.Scalar, in lines: [Unicode.Scalar: Substring], depth: Int
  ) -> [Stroke] {
    guard depth > 0, let line = lines[glyph] else { return [] }
    return line.split(separator: "/", omittingEmptySubsequences: true).flatMap {
      part -> [Stroke] in
      var stroke = Stroke()
      for word in part.split(separator: " ") {
        let numbers = word.drop { "~*".contains($0) }.split(separator: ",").map(String.init)
          .compactMap(Double.init)
        switch (word.first, word.unicodeScalars.dropFirst().first) {
        case ("=", let other?): return strokes(of: other, in: lines, depth: depth - 1)
        case ("|", let other?):
          return strokes(of: other, in: lines, depth: depth - 1).map { $0.placed(-1, 16, 1, 0) }
        case ("^", let other?):
          return strokes(of: other, in: lines, depth: depth - 1).map { $0.small(at: 0.3) }
        case ("_", let other?):
          return strokes(of: other, in: lines, depth: depth - 1).map { $0.small(at: 13.5) }
        case ("z", nil): stroke.isClosed = true
        case ("*", _): stroke.radius = numbers.count > 2 ? numbers[2] : pen(isBold: false) / 2 * dot
        default: break
        }
        if numbers.count >= 2 {
          stroke.corners.append(
            Stroke.Corner(x: numbers[0], y: numbers[1], isBend: word.first == "~"))
        }
      }
      return [stroke]
    }
  }
}

extension StrokeFont.Stroke {
  /// The stroke with x and y each multiplied and moved.
  fileprivate func placed(
    _ scaleX: Double, _ x: Double, _ scaleY: Double, _ y: Double
  ) -> Self {
    var result = self
    result.corners = corners.map {
      Corner(x: scaleX * $0.x + x, y: scaleY * $0.y + y, isBend: $0.isBend)
    }
    return result
  }

  /// The stroke as an index's, in a smaller cell with its top at a height.
  fileprivate func small(at y: Double) -> Self {
    var result = placed(0.7, 1.9, 0.58, y)
    result.weight = 0.85
    return result
  }

  /// The points of the stroke, its curves as short lines.
  var points: [Point] {
    var path: [Corner] = []
    for (index, corner) in corners.enumerated() {
      let previous = index > 0 ? corners[index - 1] : isClosed ? corners[corners.count - 1] : corner
      if corner.isBend, previous.isBend {
        path.append(
          Corner(
            x: (previous.x + corner.x) / 2, y: (previous.y + corner.y) / 2, isBend: false))
      }
      path.append(corner)
    }
    guard let first = path.first else { return [] }
    if isClosed { path.append(first) }
    var points = [Point(x: first.x, y: first.y)]
    for (index, corner) in path.enumerated().dropFirst() {
      let start = path[index - 1]
      if corner.isBend { continue }
      guard start.isBend, let from = points.last else {
        points.append(Point(x: corner.x, y: corner.y))
        continue
      }
      for step in 1...Self.linesPerCurve {
        let t = Double(step) / Double(Self.linesPerCurve)
        let (a, b, c) = ((1 - t) * (1 - t), 2 * t * (1 - t), t * t)
        points.append(
          Point(
            x: a * from.x + b * start.x + c * corner.x, y: a * from.y + b * start.y + c * corner.y))
      }
    }
    return points
  }

  private static let linesPerCurve = 10
}
