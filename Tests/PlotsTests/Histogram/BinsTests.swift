import Testing
import Words

@testable import Plots

struct BinsTests {
  @Test func `counts with underflow and overflow make the total`() throws {
    let bins = try Bins(
      edges: [0, 1, 2], counts: [3, 4], underflow: 1, overflow: 2, total: 10)
    #expect(bins.total == 10)
    #expect(bins.width == 1)
    #expect(bins.density(ofCount: 5) == 0.5)
  }

  struct Refusal: Sendable {
    var edges: [Double]
    var counts: [Int]
    var underflow = 0
    var total: Int?
    var message: String
  }

  static let refusals: [Refusal] = [
    Refusal(
      edges: [0], counts: [],
      message: "1 edges do not bound 0 bins: one more edge than bins is needed"),
    Refusal(
      edges: [0, 1], counts: [1, 2],
      message: "2 edges do not bound 2 bins: one more edge than bins is needed"),
    Refusal(edges: [1, 1], counts: [4], message: "bin edges must be finite and ascending"),
    Refusal(edges: [0, .nan], counts: [4], message: "bin edges must be finite and ascending"),
    Refusal(edges: [0, 1, 5], counts: [4, 4], message: "bins must be equally wide"),
    Refusal(edges: [0, 1], counts: [-4], message: "a count cannot be negative: -4"),
    Refusal(
      edges: [0, 1], counts: [4], underflow: 2, total: 7,
      message: "the bins with underflow and overflow hold 6 values, not 7"),
  ]

  @Test(arguments: refusals) func `what is not bins is refused in words`(refusal: Refusal) {
    let error = #expect(throws: BinsError.self) {
      try Bins(
        edges: refusal.edges, counts: refusal.counts, underflow: refusal.underflow,
        total: refusal.total)
    }
    #expect(error?.description == refusal.message)
  }

  @Test func `merging keeps every count`() throws {
    let bins = try Bins(edges: Laws.edges(0, 7, 7), counts: [1, 2, 3, 4, 5, 6, 7], overflow: 2)
    let merged = bins.merged(by: 3)
    #expect(merged.counts == [6, 15, 7])
    #expect(merged.edges == [0, 3, 6, 9])
    #expect(merged.total == bins.total)
  }

  @Test(arguments: 1...40) func `heights are linear, rounded and never hide a value`(rows: Int) {
    let counts = Array(0...500)
    let heights = BarHeights(counts: counts, maximum: 500, rows: rows).eighths
    #expect(heights[0] == 0)
    #expect(heights[1] >= 1)
    #expect(heights[500] == 8 * rows)
    for count in 1...500 {
      #expect(heights[count] >= heights[count - 1])
      let exact = Double(count * 8 * rows) / 500
      #expect(heights[count] == max(1, Int(exact.rounded())))
    }
  }

  @Test(arguments: [0, -1, .nan, .infinity, 1e300, 1e-300] as [Double])
  func `a maximum that means nothing traps nothing`(maximum: Double) {
    let heights = BarHeights(counts: [0, 1, .max, -3], maximum: maximum, rows: 5)
    #expect(heights.eighths[0] == 0)
    #expect(heights.eighths[1] >= 1)
    #expect(BarHeights(counts: [1], maximum: maximum, rows: 0).eighths == [0])
  }
}
