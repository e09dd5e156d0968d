import Initializers
import Measurements
import Networks
import Scenes
import Screen
import Statistics
import Testing

@testable import Explorer

@Suite("What is played, and what lingers")
struct PlayingTests {
  @Test("the samples of many seeds are counted as one")
  func sum() throws {
    var model = try model("normal --shape 20,10 --seed 3").pressing(.character("a"))
    for _ in 0..<4 { model = try model.pressing(.character("r")).measured() }
    let total = try #require(model.measurement(.b))
    let parts = try (3...7).map { seed in
      try Measurement(of: Scene(parsing: "normal --shape 20,10 --seed \(seed)").tensor)
    }
    #expect(total.moments.count == 1000 && total.drawnCount == 1000)
    // The mean of the means, and the mean of the squares, whatever the order.
    let mean = parts.map(\.moments.mean).reduce(0, +) / 5
    let square = parts.map { $0.moments.rootMeanSquare * $0.moments.rootMeanSquare }.reduce(0, +)
    #expect(abs(total.moments.mean - mean) < 1e-12)
    #expect(abs(total.moments.rootMeanSquare - (square / 5).squareRoot()) < 1e-12)
    #expect(total.moments.minimum == parts.map(\.moments.minimum).min())
    #expect(Array(total.histogram.counts).reduce(0, +) <= 1000 && total.histogram.total == 1000)
    #expect(total.kolmogorovSmirnov == nil)
    let text = model.text()
    #expect(text.contains("weights of 5 seeds"))
    #expect(text.contains("KS tests one seed at a time"), "\(text)")
    // A seed seen before counts once; another law begins anew; a again shows one seed.
    #expect(try model.pressing(.character("R")).measured().measurement(.b)?.drawnCount == 1000)
    #expect(try model.pressing(.up).measured().measurement(.b)?.drawnCount == 200)
    #expect(try model.pressing(.character("a")).measured().measurement(.b)?.drawnCount == 200)
  }

  @Test("tensors that are not of one law are not added")
  func otherLaws() throws {
    func measured(_ shape: String, _ std: Int = 1) throws -> Measurement {
      try Measurement(of: Scene(parsing: "normal --shape \(shape) --std \(std)").tensor)
    }
    let one = try measured("20,10")
    #expect(try one.adding(measured("10,20")) == nil && one.adding(measured("20,10", 2)) == nil)
    #expect(one.adding(one)?.moments.count == 400)
  }

  @Test("in the propagation view the signal goes through layer by layer, the gradients come back")
  func growth() throws {
    var model = try model("kaiming_normal --shape 32,32 --depth 5 --view propagation")
      .pressing(.character(" "))
    #expect(model.isPlaying)
    var shown: [(layers: Int, gradients: Int)] = []
    while model.isPlaying, shown.count < 20 {
      let report = try #require(model.signal(.b))
      let seen = try #require(model.growth).shown(report)
      shown.append((seen.layers.count, seen.layers.count { $0.gradient != nil }))
      #expect(!seen.isComplete)
      model = model.updated(by: .tick)
    }
    #expect(shown.map(\.layers) == [0, 1, 2, 3, 4, 5, 5, 5, 5, 5])
    #expect(shown.map(\.gradients) == [0, 0, 0, 0, 0, 0, 1, 2, 3, 4])
    #expect(model.growth == nil && model.scene.seed == Seed(0))
    #expect(model.pressing(.character(" "), .character("1")).isPlaying == false)
  }

  @Test("the line that a key has changed lingers, fades and goes")
  func ghost() throws {
    let before = try model("xavier_normal")
    let after = try before.pressing(.down).measured()
    #expect(after.isFading)
    func dots(_ model: Model) -> Int {
      view(model).cells.count {
        $0.style.foreground == .dim && (0x2801...0x28FF).contains($0.glyph.value)
      }
    }
    let fading = after.updated(by: .fade)
    let gone = fading.updated(by: .fade)
    #expect(dots(after) > dots(fading) && dots(fading) > dots(gone) && !gone.isFading)
    // Another seed has the same law, another view other lines, and playing its own.
    #expect(dots(try before.pressing(.character("r")).measured()) == dots(before))
    #expect(!after.pressing(.character("3")).isFading)
    #expect(!before.pressing(.character(" ")).isFading)
  }
}
