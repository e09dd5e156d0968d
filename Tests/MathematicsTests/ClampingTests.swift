import Mathematics
import Testing

@Suite("Whole numbers of floating-point ones")
struct ClampingTests {
  @Test(
    "are those without the fraction, or the nearest there are",
    arguments: [
      (0, 0), (-0.9, 0), (2.7, 2), (-2.7, -2), (1e15, 1_000_000_000_000_000), (1e22, .max),
      (-1e22, .min), (0x1p63, .max), (-0x1p63, .min),
      (.infinity, .max), (-.infinity, .min), (.nan, 0), (.leastNonzeroMagnitude, 0),
      (9_223_372_036_854_774_784, 9_223_372_036_854_774_784),
    ] as [(Double, Int)])
  func clamping(_ value: Double, _ whole: Int) {
    #expect(Int(clamping: value) == whole)
  }
}
