import Initializers
import Measurements
import Plots
import Scenes
import Screen
import Statistics
import Testing

@testable import Explorer

@Suite("The bins of a histogram")
struct BinningTests {
  static let lines = [
    "xavier_uniform", "kaiming_normal", "uniform --shape 1000", "normal --shape 400,500",
    "trunc_normal", "sparse --sparsity 0.5", "uniform --shape 5", "normal --shape 3",
  ]
  static let columns = [1, 2, 3, 5, 8, 13, 37, 52, 66, 71, 113, 180]

  private func measurement(_ line: String) throws -> Measurement {
    try Measurement(of: Tensor(parsing: line))
  }

  @Test("are never more than a rule wants or the columns allow", arguments: lines, columns)
  func most(line: String, columns: Int) throws {
    let measurement = try measurement(line)
    let isBounded = measurement.range.paddingCells > 0
    for choice in BinChoice.choices + [.count(1), .count(7), .count(20), .count(999)] {
      let binning = Binning(measurement, columns: columns, choice: choice)
      #expect(binning.count >= 1 && binning.count <= binning.wanted)
      #expect(binning.count + 2 * (isBounded ? 1 : 0) <= max(columns, isBounded ? 3 : 1))
      #expect(min(binning.before, binning.after) >= (isBounded ? 1 : 0))
      let bins = try #require(Bins(measurement.histogram, binning))
      #expect(bins.count == binning.count + binning.before + binning.after)
      #expect(bins.counts.reduce(bins.underflow + bins.overflow, +) == measurement.moments.count)
      guard let support = measurement.law.support, isBounded else { continue }
      // The ends of the support are edges, and nothing lies beyond them.
      let first = binning.before
      #expect(abs(bins.edges[first] - support.low) < 1e-6 * bins.width * 100)
      #expect(abs(bins.edges[first + binning.count] - support.high) < 1e-6 * bins.width * 100)
      #expect(bins.counts[..<first].allSatisfy { $0 == 0 } && bins.underflow == 0)
      #expect(bins.counts[(first + binning.count)...].allSatisfy { $0 == 0 })
    }
  }

  @Test("are as many as asked for, where these fit", arguments: [66, 71, 113])
  func exact(columns: Int) throws {
    for line in ["xavier_uniform", "kaiming_normal"] {
      for count in [10, 20, 30, 50] {
        let binning = Binning(try measurement(line), columns: columns, choice: .count(count))
        #expect(binning.count == count && !binning.isCapped)
      }
    }
  }

  @Test("cover the columns, and are not far fewer than a rule wants", arguments: [52, 66, 71, 113])
  func coverage(columns: Int) throws {
    for line in Self.lines.prefix(4) {
      let measurement = try measurement(line)
      for choice in BinChoice.choices {
        let binning = Binning(measurement, columns: columns, choice: choice)
        let room = columns - (measurement.range.paddingCells > 0 ? 2 : 0)
        #expect(10 * binning.count >= 6 * min(binning.wanted, room), "\(line) \(choice)")
        guard case .rule = choice else { continue }
        let drawn = binning.count + binning.before + binning.after
        #expect(Double(columns / drawn * drawn) >= 0.75 * Double(columns), "\(line) \(choice)")
      }
    }
  }

  @Test(
    "are named with their width, and with the rule where it says something",
    arguments: [
      ("xavier_uniform --bins 20", "20 bins of 0.0125"),
      ("xavier_uniform --bins sqrt", "56 bins of 0.00446 (sqrt wants 181)"),
      ("uniform --bins 5", "5 bins of 0.2"), ("uniform --bins 13", "12 bins of 0.0833 (13 wanted)"),
      ("uniform --shape 1000,1000", "56 bins of 0.0179 (fd wants 100)"),
      ("uniform --bins sturges", "15 bins of 0.0667 (sturges)"),
      ("normal --bins 1", "1 bin of 8.4"), ("uniform --bins columns", "(columns)"),
    ])
  func words(line: String, words: String) throws {
    let heading = try model(line).text().split(separator: "\n").first { $0.contains("Histogram") }
    let text = try #require(heading)
    #expect(text.contains(words))
    let ending = words.hasSuffix(")") ? "" : "("
    #expect(ending.isEmpty || !text.contains(ending))
  }

  @Test("are named on the smallest screen too, whatever the rule wants")
  func smallest() throws {
    let text = try model("xavier_uniform --bins sqrt").text(columns: 60, rows: 18)
    #expect(text.contains("(sqrt wants 181)"))
  }

  @Test("are read out by the crosshair in words where there is room")
  func crosshair() throws {
    let model = try model("xavier_uniform").pressing(.character("c"))
    let wide = model.text(columns: 100, rows: 30)
    #expect(wide.contains("observed 1 158, expected 1 170") || wide.contains("observed 1 "))
    #expect(wide.contains("expected 1 170"))
    let narrow = model.text(columns: 60, rows: 18)
    #expect(narrow.contains(" vs 1 365") && narrow.contains("z ") && narrow.contains("F 0."))
  }
}
