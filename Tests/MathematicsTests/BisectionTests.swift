import Mathematics
import Testing

@Suite("Halving an interval")
struct BisectionTests {
  @Test("finds roots to the last bit, rising or falling")
  func roots() {
    #expect(abs(Bisection.root(from: 0, to: 2) { $0 * $0 - 2 } - 2.0.squareRoot()) <= 0x1p-52)
    #expect(abs(Bisection.root(from: 0, to: 2) { 2 - $0 * $0 } - 2.0.squareRoot()) <= 0x1p-52)
    #expect(Bisection.boundary(from: 0, to: 1, halvings: 2) { $0 < 0.6 } == 0.625)
  }

  @Test("stays at the end that a condition holds or fails up to")
  func ends() {
    #expect(Bisection.boundary(from: 0, to: 1) { _ in true } > 1 - 0x1p-52)
    #expect(Bisection.boundary(from: 0, to: 1) { _ in false } < 0x1p-60)
    #expect(Bisection.boundary(from: 1, to: 1) { _ in true } == 1)
  }

  @Test("finds the first number that a condition holds for, as a search one by one does")
  func numbers() {
    for first in -3...4 {
      #expect((-2..<3).partitioningIndex { $0 >= first } == min(max(first, -2), 3))
    }
    #expect((5..<5).partitioningIndex { _ in true } == 5)
  }
}
