import Testing

@testable import Commands

@Suite("The words of the progress bar")
struct ProgressLineTests {
  private let line = ProgressLine(
    done: 420_000_000, total: 1_000_000_000, elapsed: .milliseconds(1200))

  @Test(
    "what has no room is left out",
    arguments: [
      (
        100,
        "42% [################                        ] 420M of 1G weights, 350M/s, 2 s left"
      ),
      (79, "42% [###############                     ] 420M of 1G weights, 350M/s, 2 s left"),
      (50, "42% [#######          ] 420M of 1G weights, 350M/s"),
      (40, "42% [######         ] 420M of 1G weights"), (30, "42% 420M of 1G weights"),
      (22, "42% 420M of 1G weights"), (21, "42% [######         ]"), (16, "42% [####      ]"),
      (10, "42%"), (3, "42%"), (2, ""), (0, ""), (-1, ""),
    ])
  func widths(_ width: Int, _ text: String) {
    #expect(line.text(width: width) == text)
  }

  @Test("what is known so far stands last and goes first")
  func remark() {
    var line = line
    line.remark = "D 0.1..0.2"
    #expect(line.text(width: 100).hasSuffix("350M/s, 2 s left, D 0.1..0.2"))
    #expect(line.text(width: 60).hasSuffix("350M/s, 2 s left"))
  }

  @Test("a line never outgrows its width, and its counts never trap", arguments: 0...120)
  func bounds(_ width: Int) {
    for (done, total) in [(0, 0), (0, 1), (5, 3), (1 << 61, 1 << 61), (1, Int.max)] {
      for elapsed in [Duration.zero, .nanoseconds(1), .seconds(1), .seconds(1_000_000)] {
        let text = ProgressLine(done: done, total: total, elapsed: elapsed).text(width: width)
        #expect(text.count <= width)
        #expect(text.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
      }
    }
  }
}
