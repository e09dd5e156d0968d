/// A run of letters in one row, all of them one cell wide or all of them two.
struct SVGText: Hashable, Sendable {
  /// The class and weight that runs are grouped by.
  struct Group: Hashable, Sendable {
    let name: String
    let isBold: Bool
  }

  let column: Int
  let row: Int
  var columns: Int
  var text: String
  /// Whether nothing joins it.
  var isAlone = false
  /// How far from its cells it is drawn.
  var offset = Cell.Offset.none

  var endColumn: Int { column + columns }

  /// The run as an element whose letters fill their cells in whatever font there is.
  var element: String {
    let x = column * SVGCell.width + SVGCell.across(offset)
    let y = row * SVGCell.height + SVGCell.baseline + SVGCell.down(offset)
    let length = columns * SVGCell.width
    return "<text x=\"\(x)\" y=\"\(y)\" textLength=\"\(length)\""
      + " lengthAdjust=\"spacingAndGlyphs\">\(text.escapedForXML)</text>\n"
  }

  /// Whether a glyph gets a run of its own: fonts for code often lack it, and the one that stands
  /// in would, by its other width, shift the letters beside it.
  static func isAlone(_ glyph: Unicode.Scalar) -> Bool {
    switch glyph.value {
    case 0x1D00...0x1DBF: true
    case 0x2200...0x22FF: false
    case 0x2190...: true
    default: false
    }
  }
}

extension String {
  /// The text as XML's character data: no markup, and no scalars that XML does not allow.
  var escapedForXML: String {
    var result = ""
    for scalar in withoutControlCharacters.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\u{FFFE}", "\u{FFFF}": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
