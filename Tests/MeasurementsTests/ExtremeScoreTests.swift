import Initializers
import Measurements
import Scenes
import Testing

@Suite("Extremes are scored as often as they happen")
struct ExtremeScoreTests {
  @Test(
    "over many seeds the scores are standard normal",
    arguments: [
      "xavier_uniform --shape 30,20", "uniform --a 0 --b 1 --shape 1000,1000",
      "kaiming_normal --shape 200,50", "trunc_normal --shape 100,100",
    ])
  func spread(line: String) throws {
    var tensor = try Tensor(parsing: line)
    let seeds = tensor.shape.count > 100_000 ? 20 : 100
    var sums = (first: 0.0, square: 0.0, count: 0.0)
    for seed in 0..<seeds {
      tensor.seed = Seed(UInt64(seed))
      let scores = Scores(try Measurement(of: tensor))
      for z in [scores.minimum.z, scores.maximum.z].compactMap(\.self) {
        sums.first += z
        sums.square += z * z
        sums.count += 1
      }
    }
    let mean = sums.first / sums.count
    // Four standard errors of a mean and of a mean square of as many standard normals.
    #expect(abs(mean) < 4 / sums.count.squareRoot())
    #expect(abs(sums.square / sums.count - 1) < 4 * (2 / sums.count).squareRoot())
  }

  @Test("a uniform tensor that reaches its last step is no surprise")
  func grid() throws {
    let tensor = try Tensor(parsing: "xavier_uniform --shape 4096,4096")
    let scores = Scores(try Measurement(of: tensor))
    #expect(abs(try #require(scores.minimum.z)) < 3)
    #expect(abs(try #require(scores.maximum.z)) < 3)
  }
}
