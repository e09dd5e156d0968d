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
  guard let lecturing = model.lecturing, let layout = model.lectureLayout else {
    return ownCanvas(of: model)
  }
  var canvas = lectureCanvas(of: model, lecturing, in: layout)
  if let popup = model.popup, let space = model.overlaySpace { popup.draw(on: &canvas, in: space) }
  return canvas
}

/// Draws the live program, without a lecture.
func ownCanvas(of model: Model) -> Canvas {
  var canvas = Canvas(model)
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
  let content = model.content(in: layout)
  for placed in model.panels(content, in: layout) {
    placed.panel.draw(on: &canvas, in: placed.region)
  }
  guard model.only == nil else { return canvas }
  let popup = model.popup
  FooterBar(model, status: content.status, popup: popup).draw(on: &canvas, in: layout.footer)
  if let popup, let space = model.overlaySpace { popup.draw(on: &canvas, in: space) }
  return canvas
}

extension Model {
  /// What the view shows of the scene, or why PyTorch refuses it.
  func content(in layout: Layout) -> ViewContent {
    refusal.map {
      ViewContent(Placed(MessagePanel(refusal: $0, of: scene.tensor.framework), in: layout.main))
    } ?? viewEntry.content(self, layout)
  }

  /// All that is shown but the bottom bar: what is chosen, what it is compared with, and the view.
  func panels(_ content: ViewContent, in layout: Layout) -> [Placed] {
    let comparison = Placed(ComparisonLine(self), in: layout.comparison)
    let frame: [Placed?] =
      only != nil
      ? [comparison]
      : [
        Placed(HeaderBar(self), in: layout.header), Placed(ChoiceList(self), in: layout.methods),
        Placed(ParameterForm(self), in: layout.form),
        Placed(ParameterStrip(self), in: layout.strip), comparison,
      ]
    let panels = frame.compactMap(\.self) + content.panels
    return panels.filter { only == nil || $0.region.rows > 0 }
  }

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
  mutating func drawTooSmall(_ size: Size, _ minimum: Size) {
    let columns = max(0, minimum.columns - size.columns)
    let rows = max(0, minimum.rows - size.rows)
    let missing: Phrase =
      rows == 0
      ? Phrase("small.more", ["what": .phrase(Phrase("small.columns", count: columns))])
      : columns == 0
        ? Phrase("small.more", ["what": .phrase(Phrase("small.rows", count: rows))])
        : Phrase(
          "small.both",
          [
            "columns": .phrase(Phrase("small.columns", count: columns)),
            "rows": .phrase(Phrase("small.rows", count: rows)),
          ])
    let sentences = [
      (missing, Style(.bright)),
      (Phrase("small.needs", ["size": "\(minimum.columns)×\(minimum.rows)"]), Style(.dim)),
      (Phrase("small.is", ["size": "\(size.columns)×\(size.rows)"]), Style(.dim)),
    ]
    let lines = sentences.flatMap { sentence, style in
      shown(sentence).wrapped(to: max(1, size.columns), at: [" "]).map { ($0, style) }
    }
    let top = max(0, (size.rows - lines.count) / 2)
    for (index, (line, style)) in lines.enumerated() {
      let indent = max(0, (size.columns - self.columns(of: line)) / 2)
      put(line, column: indent, row: top + index, style)
    }
  }
}
