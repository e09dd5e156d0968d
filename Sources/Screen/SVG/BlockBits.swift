/// What a block element covers: a byte for each eighth of the cell from the top, in it a bit for
/// each eighth from the left.
struct BlockBits: Hashable, Sendable {
  let bits: UInt64

  /// The whole cell.
  static let full = BlockBits(bits: .max)

  private init(bits: UInt64) { self.bits = bits }

  /// The part of the cell that this leaves.
  var complement: BlockBits { BlockBits(bits: ~bits) }

  /// A block element's; `nil` for the shades and for other glyphs.
  init?(_ glyph: Unicode.Scalar) {
    let everyRow: UInt64 = 0x0101_0101_0101_0101
    let value = glyph.value
    switch value {
    case 0x2580: bits = 0xFFFF_FFFF
    case 0x2581...0x2588: bits = .max << UInt64(8 * (0x2588 - value))
    case 0x2589...0x258F: bits = everyRow * ((1 << UInt64(0x2590 - value)) - 1)
    case 0x2590: bits = everyRow * 0xF0
    case 0x2594: bits = 0xFF
    case 0x2595: bits = everyRow * 0x80
    case 0x2596...0x259F:
      let corners = Self.corners[Int(value - 0x2596)]
      var sum: UInt64 = 0
      for (corner, part) in Self.quadrants.enumerated() where corners >> corner & 1 == 1 {
        sum |= part
      }
      bits = sum
    default: return nil
    }
  }

  /// The covered parts of a cell that starts at a point, one rectangle a run and eighth.
  func rectangles(x: Int, y: Int) -> [SVGRectangle] {
    let unit = SVGCell.width / 8
    let height = SVGCell.height / 8
    var result: [SVGRectangle] = []
    for row in 0..<8 {
      let eighths = bits >> UInt64(8 * row)
      var column = 0
      while column < 8 {
        let start = column
        while column < 8 && eighths >> UInt64(column) & 1 == 1 { column += 1 }
        if column > start {
          result.append(
            SVGRectangle(
              x: x + start * unit, y: y + row * height, width: (column - start) * unit,
              height: height))
        }
        column += 1
      }
    }
    return result
  }

  /// Upper left, upper right, lower left, lower right.
  private static let quadrants: [UInt64] = [
    0x0F0F_0F0F, 0xF0F0_F0F0, 0x0F0F_0F0F << 32, 0xF0F0_F0F0 << 32,
  ]

  /// The quadrants of U+2596…U+259F, a bit each.
  private static let corners: [UInt8] = [4, 8, 1, 13, 9, 7, 11, 2, 6, 14]
}
