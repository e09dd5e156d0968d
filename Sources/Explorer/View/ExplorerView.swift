internal import Initializers
internal import Scenes
package import Screen

/// Draws a model: the whole screen as a value, without side effects.
///
/// Any size is fine; the smallest ones get a word about it.
package func view(_ model: Model) -> Frame {
  var canvas = Canvas(size: model.size, glyphs: model.glyphs)
  guard let layout = model.layout else {
    canvas.drawTooSmall(model.size)
    return canvas.frame
  }
  canvas.drawHeader(model, in: layout.header)
  if let divider = layout.divider {
    for row in 1..<layout.footer.row {
      canvas.put("│", column: divider, row: row, Style(.dim))
    }
  }
  if let methods = layout.methods { canvas.drawMethods(model, in: methods) }
  if let form = layout.form { canvas.drawForm(model, in: form) }
  if let strip = layout.strip { canvas.drawStrip(model, in: strip) }
  if let region = layout.comparison { canvas.drawComparison(model, in: region) }
  if let refusal = model.refusal {
    canvas.drawRefusal(refusal, in: layout.main)
  } else {
    switch model.scene.view {
    case .distribution: canvas.drawDistribution(model, layout: layout)
    case .propagation: canvas.drawPropagation(model, layout: layout)
    case .matrix: canvas.drawMatrix(model, layout: layout)
    }
  }
  canvas.drawFooter(model, in: layout.footer)
  switch model.overlay {
  case .keys: canvas.drawKeys(between: layout.header, and: layout.footer)
  case .copy: canvas.drawCopy(model, between: layout.header, and: layout.footer)
  case .gains: canvas.drawGains(model, between: layout.header, and: layout.footer)
  case nil: break
  }
  return canvas.frame
}

extension Canvas {
  /// Says how much room is missing, in whatever room there is.
  fileprivate mutating func drawTooSmall(_ size: Size) {
    let minimum = Layout.minimum
    let columns = max(0, minimum.columns - size.columns)
    let rows = max(0, minimum.rows - size.rows)
    let missing = [columns > 0 ? "\(columns) columns" : nil, rows > 0 ? "\(rows) rows" : nil]
      .compactMap(\.self).joined(separator: " and ")
    let lines = [
      "\(missing) more, please",
      "initscope needs \(minimum.columns)×\(minimum.rows)",
      "this is \(size.columns)×\(size.rows)",
    ]
    let top = max(0, (size.rows - lines.count) / 2)
    for (index, line) in lines.enumerated() {
      let indent = max(0, (size.columns - self.columns(of: line)) / 2)
      put(line, column: indent, row: top + index, index == 0 ? Style(.bright) : Style(.dim))
    }
  }
}
