private import Mathematics

/// A picture's pixels as a PNG file: by their numbers in a palette, or by their colours where those
/// are too many (PNG, third edition).
struct PNGFile {
  /// A colour's parts.
  struct Color: Hashable, Sendable {
    var red: UInt8
    var green: UInt8
    var blue: UInt8
  }

  let width: Int
  let height: Int
  /// The colours in use.
  let colors: [Color]
  /// Each pixel's colour, row by row.
  let pixels: [UInt16]
  /// What the picture is, in Latin letters; nothing if empty.
  var title = ""

  /// The file.
  var bytes: [UInt8] {
    let isPalette = colors.count <= 256
    let size = UInt32(width).bigEndianBytes + UInt32(height).bigEndianBytes
    // Eight bits a sample; 3 is a palette's numbers, 2 red, green and blue.
    var result: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    result += Self.chunk("IHDR", size + [8, isPalette ? 3 : 2, 0, 0, 0])
    if !title.isEmpty, title.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
      result += Self.chunk("tEXt", Array("Title".utf8) + [0] + Array(title.utf8))
    }
    if isPalette {
      result += Self.chunk("PLTE", colors.flatMap { [$0.red, $0.green, $0.blue] })
    }
    let rows = isPalette ? numbers : samples
    result += Self.chunk(
      "IDAT", Deflate.zlibStream(rows, stride: 1 + width * (isPalette ? 1 : 3)))
    return result + Self.chunk("IEND", [])
  }

  // Each row begins with its filter, which is none.
  private var numbers: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(height * (1 + width))
    for row in 0..<height {
      result.append(0)
      for pixel in pixels[row * width..<(row + 1) * width] {
        result.append(UInt8(truncatingIfNeeded: pixel))
      }
    }
    return result
  }

  private var samples: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(height * (1 + 3 * width))
    for row in 0..<height {
      result.append(0)
      for pixel in pixels[row * width..<(row + 1) * width] {
        let color = colors[Int(pixel)]
        result.append(color.red)
        result.append(color.green)
        result.append(color.blue)
      }
    }
    return result
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let content = Array(name.utf8) + data
    return UInt32(data.count).bigEndianBytes + content
      + Checksum.crc32(content).bigEndianBytes
  }
}

extension UInt32 {
  /// The bytes, the highest first, as PNG and zlib have them.
  var bigEndianBytes: [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: self >> $0) } }
}
