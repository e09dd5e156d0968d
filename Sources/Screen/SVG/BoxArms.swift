/// A box-drawing glyph as the four arms from its centre.
struct BoxArms: Hashable, Sendable {
  /// How an arm is drawn.
  enum Weight: UInt8, Sendable {
    case none, light, heavy, double
  }

  let up: Weight
  let right: Weight
  let down: Weight
  let left: Weight

  /// A glyph's arms; `nil` where it is dashed, round, diagonal or no box at all.
  init?(_ glyph: Unicode.Scalar) {
    guard case 0x2500...0x257F = glyph.value else { return nil }
    let code = Self.codes[Int(glyph.value - 0x2500)]
    if code == 0 { return nil }
    let weight = { (shift: UInt8) in Weight(rawValue: code >> shift & 3) ?? .none }
    (up, right, down, left) = (weight(6), weight(4), weight(2), weight(0))
  }

  /// The arms as rectangles in the cell.
  var lines: [SVGRectangle] {
    let (center, middle) = (SVGCell.center, SVGCell.middle)
    func upright(_ strip: Strip, from top: Int, to bottom: Int) -> SVGRectangle {
      SVGRectangle(
        x: center + strip.from, y: top, width: strip.to - strip.from, height: bottom - top)
    }
    func level(_ strip: Strip, from left: Int, to right: Int) -> SVGRectangle {
      SVGRectangle(
        x: left, y: middle + strip.from, width: right - left, height: strip.to - strip.from)
    }
    return Self.strips(of: up, opposite: down, before: left, after: right)
      .map { upright($0, from: 0, to: middle - $0.start) }
      + Self.strips(of: down, opposite: up, before: left, after: right)
      .map { upright($0, from: middle + $0.start, to: SVGCell.height) }
      + Self.strips(of: left, opposite: right, before: up, after: down)
      .map { level($0, from: 0, to: center - $0.start) }
      + Self.strips(of: right, opposite: left, before: up, after: down)
      .map { level($0, from: center + $0.start, to: SVGCell.width) }
  }

  private typealias Strip = (from: Int, to: Int, start: Int)

  /// The lines of one arm: their edges across, and how far from the centre they start.
  ///
  /// Lines reach past the centre so that corners are closed; double ones stop where they would
  /// cross the gap of another.
  private static func strips(
    of arm: Weight, opposite: Weight, before: Weight, after: Weight
  ) -> [Strip] {
    let isBetweenDoubles = before == .double && after == .double
    let reach = max(before.half, after.half, 1)
    let start = isBetweenDoubles ? (opposite == .none ? 2 : 0) : -reach
    let alongDouble = { (near: Weight, far: Weight) in
      near == .double ? 2 : far == .double ? -4 : -1
    }
    return switch arm {
    case .none: []
    case .light, .heavy: [(-arm.half, arm.half, start)]
    case .double:
      [(-4, -2, alongDouble(before, after)), (2, 4, alongDouble(after, before))]
    }
  }

  /// Two bits an arm from U+2500 on: up, right, down, left, as in the Unicode names.
  private static let codes: [UInt8] = [
    0x11, 0x22, 0x44, 0x88, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x14, 0x24, 0x18, 0x28,
    0x05, 0x06, 0x09, 0x0A, 0x50, 0x60, 0x90, 0xA0, 0x41, 0x42, 0x81, 0x82, 0x54, 0x64, 0x94, 0x58,
    0x98, 0xA4, 0x68, 0xA8, 0x45, 0x46, 0x85, 0x49, 0x89, 0x86, 0x4A, 0x8A, 0x15, 0x16, 0x25, 0x26,
    0x19, 0x1A, 0x29, 0x2A, 0x51, 0x52, 0x61, 0x62, 0x91, 0x92, 0xA1, 0xA2, 0x55, 0x56, 0x65, 0x66,
    0x95, 0x59, 0x99, 0x96, 0xA5, 0x5A, 0x69, 0xA6, 0x6A, 0x9A, 0xA9, 0xAA, 0x00, 0x00, 0x00, 0x00,
    0x33, 0xCC, 0x34, 0x1C, 0x3C, 0x07, 0x0D, 0x0F, 0x70, 0xD0, 0xF0, 0x43, 0xC1, 0xC3, 0x74, 0xDC,
    0xFC, 0x47, 0xCD, 0xCF, 0x37, 0x1D, 0x3F, 0x73, 0xD1, 0xF3, 0x77, 0xDD, 0xFF, 0x00, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00, 0x01, 0x40, 0x10, 0x04, 0x02, 0x80, 0x20, 0x08, 0x21, 0x48, 0x12, 0x84,
  ]
}

extension BoxArms.Weight {
  /// Half the thickness.
  fileprivate var half: Int {
    switch self {
    case .none: 0
    case .light: 1
    case .heavy: 2
    case .double: 4
    }
  }
}

/// The dashed lines among the box-drawing glyphs.
enum BoxDashes {
  /// A glyph's dashes; none for other glyphs.
  static func lines(of glyph: Unicode.Scalar) -> [SVGRectangle] {
    let value = glyph.value
    let count: Int
    switch value {
    case 0x2504...0x2507: count = 3
    case 0x2508...0x250B: count = 4
    case 0x254C...0x254F: count = 2
    default: return []
    }
    // Each four go: light and heavy across, light and heavy down.
    let half = value & 1 == 0 ? 1 : 2
    let isUpright = value & 2 != 0
    let extent = isUpright ? SVGCell.height : SVGCell.width
    return (0..<count).map { dash in
      let start = dash * extent / count + extent / (4 * count)
      let length = extent / (2 * count)
      return isUpright
        ? SVGRectangle(x: SVGCell.center - half, y: start, width: 2 * half, height: length)
        : SVGRectangle(x: start, y: SVGCell.middle - half, width: length, height: 2 * half)
    }
  }
}
