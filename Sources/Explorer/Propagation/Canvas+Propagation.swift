internal import Screen

extension Canvas {
  /// The propagation view: the signal's size by layer, forward and backward, and what it means.
  mutating func drawPropagation(_ model: Model, layout: Layout) {
    heading("Propagation", in: layout.main)
  }
}
