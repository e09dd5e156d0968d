import Plots
import Testing

struct ScaleTests {
  @Test func `cells are half-open and the maximum lies in the last one`() {
    let scale = Scale(low: 0, high: 10, cells: 5)
    #expect(scale.cell(of: 0) == 0)
    #expect(scale.cell(of: 1.999) == 0)
    #expect(scale.cell(of: 2) == 1)
    #expect(scale.cell(of: 10) == 4)
    #expect(scale.cell(of: 10.1) == nil)
    #expect(scale.cell(of: -0.1) == nil)
  }

  static let ranges: [(Double, Double)] = [
    (-0.317, 0.317), (0, 1), (-1e-9, 3e-9), (1e5, 1e5 + 1), (-1e300, 1e300),
  ]

  @Test(arguments: ranges)
  func `every edge lies in the cell it begins`(low: Double, high: Double) {
    for cells in 1...200 {
      let scale = Scale(low: low, high: high, cells: cells)
      for cell in 0..<cells {
        #expect(scale.cell(of: scale.value(at: Double(cell))) == cell)
        #expect(scale.cell(of: scale.center(of: cell)) == cell)
      }
    }
  }

  @Test func `a mirrored value lies in the mirrored cell`() {
    let scale = Scale(low: -0.3, high: 0.3, cells: 63)
    for cell in 0..<63 {
      let value = scale.center(of: cell)
      #expect(scale.cell(of: -value) == 62 - cell)
    }
  }

  @Test func `a descending scale counts rows from the top`() {
    let scale = Scale(low: 6, high: -1, cells: 7)
    #expect(scale.cell(of: 6) == 0)
    #expect(scale.cell(of: 5.5) == 0)
    #expect(scale.cell(of: 0) == 6)
  }

  @Test func `decades are equally long on a logarithmic scale`() {
    let scale = Scale(low: 1e-3, high: 1e3, cells: 60, kind: .log10)
    #expect(scale.cell(of: 1e-3) == 0)
    #expect(scale.cell(of: 0.01) == 10)
    #expect(scale.cell(of: 1) == 30)
    #expect(scale.cell(of: 1e3) == 59)
    #expect(scale.cell(of: 0) == nil)
    #expect(scale.cell(of: -1) == nil)
    #expect(abs(scale.value(at: 30) - 1) < 1e-12)
  }

  static let degenerate: [(Double, Double)] = [
    (.nan, 1), (0, .infinity), (2, 2), (0, 0), (-.infinity, .nan), (-5, -5), (1e308, -1e308),
  ]

  @Test(arguments: degenerate)
  func `ends that span nothing are replaced`(low: Double, high: Double) {
    for kind in [Scale.Kind.linear, .log10] {
      for cells in [-1, 0, 1, 7] {
        let scale = Scale(low: low, high: high, cells: cells, kind: kind)
        #expect(scale.low.isFinite && scale.high.isFinite && scale.low != scale.high)
        for value in [Double.nan, .infinity, -.infinity, 0, low, high] {
          let cell = scale.cell(of: value)
          #expect(cell.map { (0..<max(0, cells)).contains($0) } ?? true)
        }
      }
    }
  }
}
