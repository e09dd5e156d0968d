private import Mathematics

/// A point of a picture, downwards and to the right of its upper left.
struct Point: Hashable, Sendable {
  var x: Double
  var y: Double
}

/// How much of each pixel of a cell is covered by what is drawn.
struct Coverage: Sendable {
  let width: Int
  let height: Int
  /// The covered shares of the pixels, row by row.
  private(set) var shares: [Double]

  /// The lines that a row of pixels is sampled at.
  private static let linesPerRow = 16

  /// Makes a cell of so many pixels of which nothing is covered.
  init(width: Int, height: Int) {
    (self.width, self.height) = (width, height)
    shares = [Double](repeating: 0, count: width * height)
  }

  /// Fills outlines, each closed; an inner one that goes the other way round is a hole.
  mutating func fill(_ outlines: [[Point]]) {
    let edges = outlines.flatMap { outline in
      zip(outline, outline.dropFirst() + outline.prefix(1)).filter { $0.y != $1.y }
    }
    guard !edges.isEmpty else { return }
    for line in 0..<height * Self.linesPerRow {
      let y = (Double(line) + 0.5) / Double(Self.linesPerRow)
      var crossings: [(x: Double, turn: Int)] = []
      for (start, end) in edges where (start.y <= y) != (end.y <= y) {
        let x = start.x + (y - start.y) / (end.y - start.y) * (end.x - start.x)
        crossings.append((x, start.y < end.y ? 1 : -1))
      }
      crossings.sort { $0.x < $1.x }
      var winding = 0
      for (crossing, next) in zip(crossings, crossings.dropFirst()) {
        winding += crossing.turn
        if winding != 0 { cover(row: line / Self.linesPerRow, from: crossing.x, to: next.x) }
      }
    }
  }

  private mutating func cover(row: Int, from start: Double, to end: Double) {
    let (start, end) = (max(0, start), min(Double(width), end))
    guard start < end else { return }
    for column in Int(clamping: start)..<min(width, Int(clamping: end.rounded(.up))) {
      let share = min(end, Double(column + 1)) - max(start, Double(column))
      let index = row * width + column
      shares[index] = min(1, shares[index] + share / Double(Self.linesPerRow))
    }
  }

  /// Leaves so much of what is covered.
  mutating func fade(to share: Double) {
    if share < 1 { shares = shares.map { $0 * share } }
  }

  /// Draws a line with a round pen through points; through one alone it is a dot.
  mutating func stroke(_ points: [Point], radius: Double) {
    guard let first = points.first else { return }
    guard points.count > 1 else { return stroke(from: first, to: first, radius: radius) }
    for (start, end) in zip(points, points.dropFirst()) {
      stroke(from: start, to: end, radius: radius)
    }
  }

  private mutating func stroke(from start: Point, to end: Point, radius: Double) {
    let reach = radius + 1
    let columns = Self.pixels(start.x, end.x, reach, within: width)
    let rows = Self.pixels(start.y, end.y, reach, within: height)
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = dx * dx + dy * dy
    for row in rows {
      for column in columns {
        let (x, y) = (Double(column) + 0.5 - start.x, Double(row) + 0.5 - start.y)
        let place = length > 0 ? min(1, max(0, (x * dx + y * dy) / length)) : 0
        let (awayX, awayY) = (x - place * dx, y - place * dy)
        let distance = (awayX * awayX + awayY * awayY).squareRoot()
        let index = row * width + column
        shares[index] = max(shares[index], min(1, radius + 0.5 - distance))
      }
    }
  }

  private static func pixels(
    _ start: Double, _ end: Double, _ reach: Double, within count: Int
  ) -> Range<Int> {
    let low = max(0, min(Double(count), (min(start, end) - reach).rounded(.down)))
    let high = max(low, min(Double(count), (max(start, end) + reach).rounded(.up)))
    return Int(low)..<Int(high)
  }
}
