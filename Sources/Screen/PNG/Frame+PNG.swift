private import Mathematics

extension Frame {
  /// The most pixels of a PNG picture.
  package static let mostPixels = 1 << 26

  /// The frame as a PNG picture, letters included; a neutral theme has the light one's paper.
  ///
  /// - Parameters:
  ///   - theme: the colours.
  ///   - scale: at 1 a cell has 8 by 16 pixels.
  ///   - title: what the file says it is, if that is ASCII.
  /// - Returns: nil where there would be more than `mostPixels`.
  package func png(theme: Theme = .neutral, scale: Double, title: String = "") -> [UInt8]? {
    guard var canvas = PNGCanvas(size, theme: theme, scale: scale) else { return nil }
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let cell = self[column, row]
        let isWide =
          TextWidth.columns(of: cell.glyph) == 2 && self[column + 1, row].glyph == Cell.continuation
        if cell.glyph != Cell.continuation {
          let still = Cell(cell.parts.still, cell.style)
          canvas.draw(still, column: column, row: row, columns: isWide ? 2 : 1)
        }
      }
    }
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let cell = self[column, row]
        guard let moved = cell.parts.moved else { continue }
        canvas.draw(Cell(moved, cell.style), offset: cell.offset, column: column, row: row)
      }
    }
    return canvas.file(title: title).bytes
  }
}

/// The pixels of a picture of cells, and the colours they have.
struct PNGCanvas {
  private let width: Int
  private let height: Int
  private let pen: GlyphPen
  private let margin: Int
  private var sheet: SVGStyleSheet
  private var pixels: [UInt16]
  private var colors: [PNGFile.Color] = []
  private var numbers: [PNGFile.Color: UInt16] = [:]
  private var coverages: [Drawing: [UInt8]] = [:]
  private var ramps: [Style: [UInt16]] = [:]

  /// What coverage depends on.
  private struct Drawing: Hashable {
    let glyph: Unicode.Scalar
    let isBold: Bool
    let isUnderlined: Bool
    let columns: Int
  }

  /// The steps between a cell's two colours: few enough for a palette, and none is seen.
  private static let steps = 16

  /// The picture's width and height; nil where they make too many pixels.
  private static func extent(of size: Size, scale: Double) -> (width: Int, height: Int)? {
    guard scale > 0, scale <= 1000 else { return nil }
    let padding = 2 * pixels(SVGCell.padding, scale)
    let width = size.columns * pixels(SVGCell.width, scale) + padding
    let height = size.rows * pixels(SVGCell.height, scale) + padding
    guard width > 0, height > 0, width <= Frame.mostPixels / height else { return nil }
    return (width, height)
  }

  private static func pixels(_ units: Int, _ scale: Double) -> Int {
    // Half a unit a pixel, as in SVG pictures.
    max(1, Int(clamping: (Double(units) * scale / 2).rounded()))
  }

  /// Makes a page; nil where it would have too many pixels.
  init?(_ size: Size, theme: Theme, scale: Double) {
    guard let extent = Self.extent(of: size, scale: scale) else { return nil }
    (width, height) = extent
    pen = GlyphPen(
      width: Self.pixels(SVGCell.width, scale), height: Self.pixels(SVGCell.height, scale))
    margin = Self.pixels(SVGCell.padding, scale)
    sheet = SVGStyleSheet(themes: [theme.onPaper])
    pixels = [UInt16](repeating: 0, count: width * height)
    // The page is colour 0.
    _ = number(of: PNGFile.Color(hexadecimal: sheet.color(of: "page")))
  }

  /// Draws a cell, or two with one glyph.
  mutating func draw(_ cell: Cell, column: Int, row: Int, columns: Int) {
    let ink = sheet.ink(for: cell.style)
    let isBlank = cell.glyph == " " && !ink.isUnderlined
    if isBlank, ink.fill == nil { return }
    let ramp = ramp(of: cell.style, ink)
    let drawing = Drawing(
      glyph: isBlank ? " " : cell.glyph, isBold: ink.isBold, isUnderlined: ink.isUnderlined,
      columns: columns)
    let steps = steps(of: drawing)
    let cellWidth = columns * pen.width
    var start = (margin + row * pen.height) * width + margin + column * pen.width
    for line in 0..<pen.height {
      for pixel in 0..<cellWidth {
        pixels[start + pixel] = ramp[Int(steps[line * cellWidth + pixel])]
      }
      start += width
    }
  }

  /// Draws a glyph beside its cell, over what is there.
  mutating func draw(_ cell: Cell, offset: Cell.Offset, column: Int, row: Int) {
    let ink = sheet.ink(for: cell.style)
    let ramp = ramp(of: cell.style, ink)
    let steps = steps(
      of: Drawing(glyph: cell.glyph, isBold: ink.isBold, isUnderlined: false, columns: 1))
    let left = margin + column * pen.width + Self.share(of: pen.width, offset.across, 8)
    let top = margin + row * pen.height + Self.share(of: pen.height, offset.down, 16)
    for line in max(0, -top)..<pen.height where top + line < height {
      for pixel in max(0, -left)..<pen.width where left + pixel < width {
        let (step, place) = (
          Int(steps[line * pen.width + pixel]), (top + line) * width + left + pixel
        )
        // Where it touches ink of its own colour the fuller one stays.
        let present = ramp.firstIndex(of: pixels[place]) ?? 0
        if step > present { pixels[place] = ramp[step] }
      }
    }
  }

  private static func share(of pixels: Int, _ parts: Int8, _ whole: Double) -> Int {
    Int(clamping: (Double(pixels) * Double(parts) / whole).rounded())
  }

  /// The picture as a file, with the colours that it has in the end.
  func file(title: String) -> PNGFile {
    var isUsed = [Bool](repeating: false, count: colors.count)
    for pixel in pixels { isUsed[Int(pixel)] = true }
    var numbers = [UInt16](repeating: 0, count: colors.count)
    var used: [PNGFile.Color] = []
    for (number, color) in colors.enumerated() where isUsed[number] {
      numbers[number] = UInt16(truncatingIfNeeded: used.count)
      used.append(color)
    }
    return PNGFile(
      width: width, height: height, colors: used, pixels: pixels.map { numbers[Int($0)] },
      title: title)
  }

  private mutating func steps(of drawing: Drawing) -> [UInt8] {
    if let known = coverages[drawing] { return known }
    let coverage = pen.coverage(
      of: drawing.glyph, isBold: drawing.isBold, isUnderlined: drawing.isUnderlined,
      columns: drawing.columns)
    let steps = coverage.shares.map {
      UInt8(clamping: Int(clamping: ($0 * Double(Self.steps)).rounded()))
    }
    coverages[drawing] = steps
    return steps
  }

  /// The colours from a cell's ground to its ink.
  private mutating func ramp(of style: Style, _ ink: SVGInk) -> [UInt16] {
    if let known = ramps[style] { return known }
    let ground = PNGFile.Color(hexadecimal: sheet.color(of: ink.fill ?? "page"))
    let full = PNGFile.Color(hexadecimal: sheet.color(of: ink.glyph))
    let ramp = (0...Self.steps).map { step in
      number(of: ground.mixed(with: full, share: Double(step) / Double(Self.steps)))
    }
    ramps[style] = ramp
    return ramp
  }

  private mutating func number(of color: PNGFile.Color) -> UInt16 {
    if let known = numbers[color] { return known }
    let number = UInt16(truncatingIfNeeded: colors.count)
    colors.append(color)
    numbers[color] = number
    return number
  }
}

extension PNGFile.Color {
  /// A colour from its hexadecimal digits, `#rrggbb`.
  init(hexadecimal text: String) {
    let number = UInt32(text.dropFirst(), radix: 16) ?? 0
    red = UInt8(truncatingIfNeeded: number >> 16)
    green = UInt8(truncatingIfNeeded: number >> 8)
    blue = UInt8(truncatingIfNeeded: number)
  }

  /// The colour with a share of another in it.
  func mixed(with other: PNGFile.Color, share: Double) -> PNGFile.Color {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
      UInt8(clamping: Int(clamping: (Double(a) + (Double(b) - Double(a)) * share).rounded()))
    }
    return PNGFile.Color(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }
}
