import Screen

/// Dots finer than cells, one bit each.
struct DotGrid: Sendable {
  let columns: Int
  let rows: Int
  private let resolution: DotResolution
  private var masks: [UInt8]

  init(columns: Int, rows: Int, resolution: DotResolution) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    self.resolution = resolution
    masks = Array(repeating: 0, count: self.columns * self.rows)
  }

  /// Sets the dot at a dot column and a dot row.
  mutating func set(column: Int, row: Int) {
    let (x, y) = (column / resolution.across, row / resolution.down)
    guard column >= 0, row >= 0, x < columns, y < rows else { return }
    let bit = column % resolution.across + resolution.across * (row % resolution.down)
    masks[y * columns + x] |= 1 << UInt8(bit)
  }

  /// A grid as large without dots.
  var blank: DotGrid { DotGrid(columns: columns, rows: rows, resolution: resolution) }

  /// Sets the dots another grid of the same size has set.
  mutating func formUnion(_ other: DotGrid) {
    for index in masks.indices where index < other.masks.count {
      masks[index] |= other.masks[index]
    }
  }

  /// Whether a cell has several dots.
  var isFine: Bool { resolution.across > 1 }

  /// Whether its dots are too small to be taken for bars.
  var isFinest: Bool { resolution.down > 2 }

  /// Every other dot, in a pattern that mirrors with the picture; whole cells are kept.
  var thinned: DotGrid {
    guard isFine else { return self }
    var result = self
    // The dots of a cell whose column and row are both even or both odd; the others mirror them.
    let even: UInt8 = 0b1001_1001
    for row in 0..<rows {
      for column in 0..<columns where 2 * column + 1 != columns {
        result.masks[row * columns + column] &= 2 * column < columns ? even : ~even
      }
    }
    return result
  }

  /// The bits of a cell, row by row from its upper left.
  subscript(column: Int, row: Int) -> UInt8 { masks[row * columns + column] }

  /// The glyph of a cell's dots, or nil for a cell without.
  func glyph(_ column: Int, _ row: Int) -> Unicode.Scalar? {
    let mask = self[column, row]
    if mask == 0 { return nil }
    switch resolution.down {
    case 4: return Unicode.Scalar(0x2800 + UInt32(Self.braille(mask)))
    case 2: return Self.quadrants[Int(mask)]
    default: return "*"
    }
  }

  /// Braille numbers its upper six dots down the columns, then the lowest two.
  private static func braille(_ mask: UInt8) -> UInt8 {
    var result: UInt8 = 0
    for (bit, dot) in dots.enumerated() where mask & (1 << UInt8(bit)) != 0 { result |= dot }
    return result
  }

  private static let dots: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
  private static let quadrants: [Unicode.Scalar] = [
    " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
  ]
}

/// How many dots a cell has.
struct DotResolution: Hashable, Sendable {
  var across: Int
  var down: Int

  /// The finest a glyph set can draw: braille, quadrants, whole cells.
  init(of glyphs: GlyphSet) {
    switch glyphs {
    case .braille: (across, down) = (2, 4)
    case .block: (across, down) = (2, 2)
    case .ascii: (across, down) = (1, 1)
    }
  }
}
