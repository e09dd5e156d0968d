/// Draws glyphs into cells of one size in pixels.
struct GlyphPen: Sendable {
  let width: Int
  let height: Int

  private var unitX: Double { Double(width) / Double(SVGCell.width) }
  private var unitY: Double { Double(height) / Double(SVGCell.height) }

  /// What a glyph covers of its cell, or of its two cells.
  ///
  /// A shape is that of an SVG picture, anything else made of strokes; a frame stands for a glyph
  /// that has neither.
  func coverage(
    of glyph: Unicode.Scalar, isBold: Bool, isUnderlined: Bool, columns: Int
  ) -> Coverage {
    var coverage = Coverage(width: columns * width, height: height)
    var rectangles: [SVGRectangle] = []
    if isUnderlined {
      rectangles.append(
        SVGRectangle(
          x: 0, y: SVGCell.baseline + 3, width: columns * SVGCell.width, height: 2))
    }
    if let shape = GlyphShape(glyph) {
      rectangles += (shape.blocks?.rectangles(x: 0, y: 0) ?? []) + shape.lines
      coverage.fill((rectangles.map(\.points) + shape.outlines.flatMap(\.points)).map(scaled))
      coverage.fade(to: Double(shape.quarters) / 4)
    } else {
      coverage.fill(rectangles.map(\.points).map(scaled))
      if glyph.properties.isWhitespace { return coverage }
      let strokes = StrokeFont.standard.glyphs[glyph] ?? [Self.frame(columns: columns)]
      draw(strokes, pen: StrokeFont.pen(isBold: isBold), on: &coverage)
    }
    return coverage
  }

  private func draw(_ strokes: [StrokeFont.Stroke], pen: Double, on coverage: inout Coverage) {
    let corners = strokes.filter { $0.radius == nil }.flatMap(\.corners)
    let (linesX, linesY) = (Self.lines(corners.map(\.x)), Self.lines(corners.map(\.y)))
    for stroke in strokes {
      let pen = pen * stroke.weight
      let radius = stroke.radius.map { $0 * pen / StrokeFont.pen(isBold: false) } ?? pen / 2
      var fitted = stroke
      fitted.corners = stroke.corners.map { corner in
        var corner = corner
        if linesX.contains(corner.x) { corner.x = Self.fitted(corner.x, pen: pen, unit: unitX) }
        if linesY.contains(corner.y) { corner.y = Self.fitted(corner.y, pen: pen, unit: unitY) }
        return corner
      }
      coverage.stroke(scaled(fitted.points), radius: radius * min(unitX, unitY))
    }
  }

  /// The places where several corners lie on one line, such as a stem.
  private static func lines(_ places: [Double]) -> Set<Double> {
    var (seen, lines): (Set<Double>, Set<Double>) = ([], [])
    for place in places where !seen.insert(place).inserted { lines.insert(place) }
    return lines
  }

  /// A line's place such that its edges are those of pixels.
  private static func fitted(_ place: Double, pen: Double, unit: Double) -> Double {
    let half = max(1, (pen * unit).rounded()) / 2
    return ((place * unit - half).rounded() + half) / unit
  }

  private func scaled(_ points: [Point]) -> [Point] {
    points.map { Point(x: $0.x * unitX, y: $0.y * unitY) }
  }

  /// The sign of a glyph that there is no drawing of.
  private static func frame(columns: Int) -> StrokeFont.Stroke {
    let right = Double(columns * SVGCell.width) - 2.5
    var stroke = StrokeFont.Stroke()
    stroke.corners = [(2.5, 5), (right, 5), (right, 23), (2.5, 23)].map {
      StrokeFont.Stroke.Corner(x: $0.0, y: $0.1, isBend: false)
    }
    stroke.isClosed = true
    return stroke
  }
}
