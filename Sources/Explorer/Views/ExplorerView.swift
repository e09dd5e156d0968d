internal import Initializers
internal import Scenes
package import Screen
internal import Words

/// Draws a model: the whole screen as a value, without side effects.
///
/// Any size is fine; the smallest ones get a word about it.
package func view(_ model: Model) -> Frame { canvas(of: model).frame }

/// Draws the screen and notes what its cells can be pointed at for.
func canvas(of model: Model) -> Canvas {
  var canvas = Canvas(
    size: model.size, lettering: model.lettering, usesColor: model.usesColor,
    hasFills: model.capabilities.theme.fills(.band, colors: model.capabilities.colors))
  guard let layout = model.layout else {
    canvas.drawTooSmall(
      model.size, Layout.minimum(isPresenting: model.isPresenting, only: model.only))
    return canvas
  }
  if let divider = layout.divider {
    for row in 1..<layout.footer.row {
      canvas.put("│", column: divider, row: row, Style(.dim))
    }
  }
  let content =
    model.refusal.map {
      ViewContent(
        Placed(MessagePanel(refusal: $0, of: model.scene.tensor.framework), in: layout.main))
    }
    ?? model.viewEntry.content(model, layout)
  if model.only != nil {
    let names = Placed(ComparisonLine(model), in: layout.comparison)
    for placed in [names].compactMap(\.self) + content.panels where placed.region.rows > 0 {
      placed.panel.draw(on: &canvas, in: placed.region)
    }
    return canvas
  }
  let popup = model.popup
  let frame: [Placed?] = [
    Placed(HeaderBar(model), in: layout.header),
    Placed(MethodList(model), in: layout.methods),
    Placed(ParameterForm(model), in: layout.form),
    Placed(ParameterStrip(model), in: layout.strip),
    Placed(ComparisonLine(model), in: layout.comparison),
  ]
  let footer = [Placed(FooterBar(model, status: content.status, popup: popup), in: layout.footer)]
  for placed in (frame + content.panels + footer).compactMap(\.self) {
    placed.panel.draw(on: &canvas, in: placed.region)
  }
  if let popup, let space = model.overlaySpace { popup.draw(on: &canvas, in: space) }
  return canvas
}

extension Model {
  /// The language and the glyphs of all text.
  var lettering: Lettering { Lettering(glyphs: capabilities.glyphs, words: words) }
}

extension MessagePanel {
  /// What PyTorch says against the scene, in place of its picture, and what can be done.
  fileprivate init(refusal: InitializerError, of framework: Framework) {
    self.init(
      title: Phrase("refused.title"), sentence: refusal.phrase(of: framework),
      hint: refusal == .needsThreeToFiveDimensions
        ? Phrase("refused.kernel") : Phrase("refused.hint"),
      style: Style(.error, .bold))
  }
}

extension Canvas {
  /// Says how much room is missing, in whatever room there is.
  fileprivate mutating func drawTooSmall(_ size: Size, _ minimum: Size) {
    let columns = max(0, minimum.columns - size.columns)
    let rows = max(0, minimum.rows - size.rows)
    let missing: Phrase =
      rows == 0
      ? Phrase("small.columns", ["columns": "\(columns)"])
      : columns == 0
        ? Phrase("small.rows", ["rows": "\(rows)"])
        : Phrase("small.both", ["columns": "\(columns)", "rows": "\(rows)"])
    let lines = [
      missing,
      Phrase("small.needs", ["size": "\(minimum.columns)×\(minimum.rows)"]),
      Phrase("small.is", ["size": "\(size.columns)×\(size.rows)"]),
    ].map { words($0) }
    let top = max(0, (size.rows - lines.count) / 2)
    for (index, line) in lines.enumerated() {
      let indent = max(0, (size.columns - self.columns(of: line)) / 2)
      put(line, column: indent, row: top + index, index == 0 ? Style(.bright) : Style(.dim))
    }
  }
}
