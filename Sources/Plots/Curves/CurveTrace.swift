private import Mathematics

/// A curve sampled at every dot column of a plot and joined into dots.
///
/// The dots of mirrored curves are mirrored: a join's odd middle dot goes to its lower end, and a
/// jump is drawn on its higher side.
struct CurveTrace {
  /// The densities at the middles of the dot columns.
  let values: [Double]
  /// The densities on both sides of each jump within the scale.
  private let jumps: [Jump]
  /// Whether a jump lies at the far edge of each dot column.
  private var endsAtJump: [Bool]
  private let resolution: DotResolution
  private let columns: Int

  private struct Jump {
    var position: Double
    var before: Double
    var after: Double

    /// The dot column on the higher side.
    var column: Int {
      Int(clamping: before > after ? position.rounded(.up) - 1 : position.rounded(.down))
    }
  }

  init(_ curve: Curve, along scale: Scale, resolution: DotResolution) {
    self.resolution = resolution
    columns = scale.cells
    let fine = scale.refined(by: resolution.across)
    values = (0..<fine.cells).map { curve.density(fine.center(of: $0)) }
    jumps = curve.discontinuities.compactMap { value in
      let position = fine.position(of: value)
      guard position >= 0, position <= Double(fine.cells) else { return nil }
      return Jump(
        position: position, before: curve.density(fine.value(at: position - 1e-6)),
        after: curve.density(fine.value(at: position + 1e-6)))
    }
    endsAtJump = Array(repeating: false, count: values.count)
    for jump in jumps {
      // Half a dot away at most: two columns where it lies between their edges.
      for edge in [jump.position.rounded(.down), jump.position.rounded(.up)]
      where edge >= 1 && abs(jump.position - edge) <= 0.5 && Int(clamping: edge) <= values.count {
        endsAtJump[Int(clamping: edge) - 1] = true
      }
    }
  }

  /// A line through given densities, one a dot column.
  init(values: [Double], resolution: DotResolution) {
    self.values = values
    self.resolution = resolution
    columns = values.count / resolution.across
    jumps = []
    endsAtJump = Array(repeating: false, count: values.count)
  }

  /// The greatest finite density seen.
  var peak: Double {
    let ends = jumps.flatMap { [$0.before, $0.after] }
    return (values + ends).reduce(0) { $1.isFinite ? max($0, $1) : $0 }
  }

  /// The greatest density within a cell's column, for the decision whether it can be seen.
  func greatest(inColumn column: Int) -> Double {
    let start = column * resolution.across
    return values[start..<start + resolution.across].reduce(0) { max($0, $1) }
  }

  /// The dots, for rows of a height that start at 0 and end at `maximum`.
  ///
  /// - Parameters:
  ///   - hasJumps: whether jumps are drawn as strokes.
  ///   - isDashed: whether the line has gaps; of quadrants, whose halves look like bars, every other
  ///     one is left out instead.
  func dots(
    rows: Int, maximum: Double, hasJumps: Bool = true, isDashed: Bool = false
  ) -> DotGrid {
    var grid = DotGrid(columns: columns, rows: rows, resolution: resolution)
    let scale = Scale(low: maximum, high: 0, cells: rows * resolution.down)
    let levels = values.map { scale.level(of: $0) }
    let dashes = isDashed && grid.isFinest ? Dashes(levels) : nil
    for (column, level) in levels.enumerated() {
      guard let level else { continue }
      if dashes?.isGap(column) != true { grid.set(column: column, row: level) }
      guard column + 1 < levels.count, let next = levels[column + 1] else { continue }
      if endsAtJump[column] { continue }
      join(column, level, next, dashes, in: &grid)
    }
    for jump in hasJumps ? jumps : [] {
      let bottom = scale.cells - 1
      let before = scale.level(of: jump.before) ?? bottom
      let after = scale.level(of: jump.after) ?? bottom
      let column = jump.column
      guard before != after, column >= 0, column < levels.count else { continue }
      let top = min(before, after)
      for row in top...max(before, after) where dashes == nil || !Dashes.isGap(after: row - top) {
        grid.set(column: column, row: row)
      }
    }
    return isDashed && dashes == nil ? grid.thinned : grid
  }

  private func join(
    _ column: Int, _ level: Int, _ next: Int, _ dashes: Dashes?, in grid: inout DotGrid
  ) {
    let between = abs(next - level) - 1
    guard between > 0 else { return }
    // Rows count downwards: the greater row is the lower end.
    let (upperColumn, lowerColumn) = level < next ? (column, column + 1) : (column + 1, column)
    let top = min(level, next)
    for offset in 1...between {
      let steps = level < next ? offset : between + 1 - offset
      if dashes?.isGap(column, steps, of: between + 1) == true { continue }
      grid.set(column: offset <= between / 2 ? upperColumn : lowerColumn, row: top + offset)
    }
  }
}

/// Dashes of equal length along a line, counted from its middle column, so that they mirror with it.
private struct Dashes {
  /// The dots from the middle to each column.
  private let travelled: [Int]
  private let middle: Int

  init(_ levels: [Int?]) {
    let middle = levels.count / 2
    var travelled = Array(repeating: 0, count: levels.count)
    func length(_ one: Int, _ other: Int) -> Int {
      max(1, abs((levels[one] ?? 0) - (levels[other] ?? 0)))
    }
    for column in stride(from: middle + 1, to: levels.count, by: 1) {
      travelled[column] = travelled[column - 1] + length(column - 1, column)
    }
    // Of an even number of columns two are in the middle.
    let start = levels.count.isMultiple(of: 2) ? middle - 1 : middle
    for column in stride(from: start - 1, through: 0, by: -1) {
      travelled[column] = travelled[column + 1] + length(column + 1, column)
    }
    (self.travelled, self.middle) = (travelled, middle)
  }

  /// Whether so many dots from the middle there is none.
  static func isGap(after dots: Int) -> Bool { dots % 6 > 2 }

  /// Whether a column's own dot is left out.
  func isGap(_ column: Int) -> Bool { Self.isGap(after: travelled[column]) }

  /// Whether a dot so many steps from a column's, of those to the next column's, is left out.
  func isGap(_ column: Int, _ steps: Int, of all: Int) -> Bool {
    if column >= middle { return Self.isGap(after: travelled[column] + steps) }
    let isAcross = travelled[column] == 0
    return Self.isGap(
      after: isAcross ? min(steps, all - steps) : travelled[column + 1] + all - steps)
  }
}

extension Scale {
  /// The dot row of a density, or nil where nothing is drawn: none, not a number, above the plot.
  fileprivate func level(of density: Double) -> Int? {
    density > 0 ? cell(of: density) : nil
  }
}

/// A density as a function, with the places where it jumps.
package struct Curve: Sendable {
  /// The density at a value.
  package let density: @Sendable (Double) -> Double
  /// Where the density jumps, such as the ends of a uniform law; drawn as vertical strokes.
  package let discontinuities: [Double]

  /// Makes a curve.
  package init(discontinuities: [Double] = [], density: @escaping @Sendable (Double) -> Double) {
    self.density = density
    self.discontinuities = discontinuities.filter(\.isFinite)
  }
}
