internal import Screen

extension Canvas {
  /// The matrix view: the weights as a picture, the singular values, numbers, formula.
  mutating func drawMatrix(_ model: Model, layout: Layout) {
    heading("Matrix", in: layout.main)
  }
}
