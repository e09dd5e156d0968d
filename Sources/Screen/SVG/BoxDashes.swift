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
