extension Frame {
  /// The frame as an SVG document that stands on its own: every cell a box of the same size,
  /// lines, blocks, dots and marks as shapes, the rest as text that fills its cells in any font.
  ///
  /// Colours are those of classes named by role. The neutral theme, which suits any background,
  /// has the light theme's colours and, where dark ones are preferred, the dark theme's.
  ///
  /// - Parameters:
  ///   - theme: the colours.
  ///   - title: what a screen reader calls the picture; nothing if empty.
  package func svg(theme: Theme = .neutral, title: String = "") -> String {
    let picture = SVGPicture(self, themes: theme.pictureThemes)
    let width = size.columns * SVGCell.width + 2 * SVGCell.padding
    let height = size.rows * SVGCell.height + 2 * SVGCell.padding
    // Half size: the cells are 8 by 16 pixels and every edge is on a pixel's.
    var result = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width / 2)" height="\(height / 2)" \
      viewBox="0 0 \(width) \(height)" role="img" xml:space="preserve" \
      font-family="DejaVu Sans Mono, Menlo, Consolas, 'Liberation Mono', monospace" \
      font-size="26.57">

      """
    if !title.isEmpty { result += "<title>\(title.escapedForXML)</title>\n" }
    if !picture.words.isEmpty {
      let words = picture.words.map(\.escapedForXML).joined(separator: "\n")
      result += "<desc>\(words)</desc>\n"
    }
    result += "<style>\n\(picture.sheet.css)</style>\n"
    result += "<rect\(picture.sheet.attributes(of: "page"))"
    result += " width=\"\(width)\" height=\"\(height)\" rx=\"16\"/>\n"
    result += "<g transform=\"translate(\(SVGCell.padding) \(SVGCell.padding))\">\n"
    return result + picture.body + "</g>\n</svg>\n"
  }
}

extension SVGPicture {
  /// The shapes, then the text, as elements.
  fileprivate var body: String {
    var result = ""
    if !ground.isEmpty {
      // Edges on pixels, so that no hairline parts two colours that touch.
      result += "<g shape-rendering=\"crispEdges\">\n"
      result += elements(ground) + elements(blocks) + "</g>\n"
    }
    let names = Set(lines.keys).union(outlines.keys).sorted()
    for name in names {
      let strokes = SVGRectangle.merged(lines[name] ?? []).map(\.path)
      let marks = (outlines[name] ?? []).map(\.path)
      result += path((strokes + marks).joined(), attributes: sheet.attributes(of: name))
    }
    let groups = texts.sorted {
      ($0.key.name, $0.key.isBold ? 1 : 0) < ($1.key.name, $1.key.isBold ? 1 : 0)
    }
    for (group, runs) in groups {
      let weight = group.isBold ? " font-weight=\"bold\"" : ""
      result += "<g\(sheet.attributes(of: group.name))\(weight)>\n"
      result += runs.map(\.element).joined() + "</g>\n"
    }
    return result
  }

  private func elements(_ layer: [Paint: [SVGRectangle]]) -> String {
    let paints = layer.sorted { ($0.key.name, $0.key.quarters) < ($1.key.name, $1.key.quarters) }
    return paints.map { paint, rectangles in
      let opacity = paint.quarters < 4 ? " fill-opacity=\"\(Double(paint.quarters) / 4)\"" : ""
      return path(
        SVGRectangle.merged(rectangles).map(\.path).joined(),
        attributes: sheet.attributes(of: paint.name) + opacity)
    }.joined()
  }

  private func path(_ data: String, attributes: String) -> String {
    data.isEmpty ? "" : "<path\(attributes) d=\"\(data)\"/>\n"
  }
}

extension SVGStyleSheet {
  /// The class, and its colour for renderers that know no style sheets.
  fileprivate func attributes(of name: String) -> String {
    " class=\"\(name)\" fill=\"\(color(of: name))\""
  }
}
