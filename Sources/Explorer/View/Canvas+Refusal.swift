internal import Initializers
internal import Screen

extension Canvas {
  /// What PyTorch says against the scene, in place of its picture, and what can be done.
  mutating func drawRefusal(_ refusal: InitializerError, in region: Region) {
    heading("Refused", in: region)
    var row = region.row + 2
    for line in refusal.description.wrapped(to: region.columns - 4, at: [" "]) {
      put(line, column: region.column + 2, row: row, Style(.error, .bold))
      row += 1
    }
    let hint =
      refusal == .needsThreeToFiveDimensions
      ? "A convolution's shape has a kernel: type a shape such as 256,128,3."
      : "Change the shape or the parameters, or choose another method."
    for line in hint.wrapped(to: region.columns - 4, at: [" "]) {
      row += 1
      put(line, column: region.column + 2, row: row, Style(.dim))
    }
  }
}
