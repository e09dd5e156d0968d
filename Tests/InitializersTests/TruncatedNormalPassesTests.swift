import Glibc
import Testing
import Words

@testable import Initializers

@Suite("How often trunc_normal draws the tensor")
struct TruncatedNormalPassesTests {
  // The part that a pass of PyTorch 2.13's code keeps, measured on 2²² weights, several times over.
  static let kept: [(law: TruncatedNormal, part: Double)] = [
    (law(0, 1, -2, 2), 0.9544119), (law(0, 1, 1, 3), 0.3252119), (law(0, 1, 1, 100), 0.0065842),
    (law(0, 1, 1, 1e4), 6.5422e-5), (law(0, 1, 37, 40), 0.0089787),
    (law(0, 1, -100, -3), 0.0031007), (law(10, 0.1, -2, 2), 0.00030929),
    (law(10, 0.01, -2, 2), 3.0041e-6), (law(1, 0.001, 0.9999, 1.0001), 0.9983149),
    (law(1, 1e-7, 1, 1.0000002), 0.6157407), (law(1, 1e-7, 1.00000006, 1.0000002), 0.5882778),
    (law(1, 5e-8, 0.99999994, 1), 0.8464572), (law(1000, 1e-3, 1000, 1000.0001), 0.9990733),
    (law(0, -1, -2, 2), 0.5986098), (law(0, 1, 20, 1000), 5.1856e-5),
  ]

  private static func law(
    _ mean: Double, _ std: Double, _ low: Double, _ high: Double
  ) -> TruncatedNormal {
    TruncatedNormal(location: mean, scale: std, low: low, high: high)
  }

  @Test("as the part says that PyTorch keeps of a pass", arguments: kept.indices)
  func passes(index: Int) {
    let (law, part) = Self.kept[index]
    let count = 32_768
    let expected = (log(Double(count)) + 0.5772156649) / -log1p(-part)
    let found = TruncatedNormalAcceptance(law).expectedPasses(count: count)
    #expect(abs(found - expected) < 0.1 * expected + 0.5, "\(found) for \(expected)")
  }

  @Test("one if all weights are kept, and none for none")
  func one() {
    let least = Double.leastNonzeroMagnitude
    for law in [Self.law(0, 0.001, -2, 2), Self.law(3, least, -2, 2), Self.law(5, 1, -1e-300, 0)] {
      #expect(TruncatedNormalAcceptance(law).expectedPasses(count: 1000) < 2)
    }
    #expect(TruncatedNormalAcceptance(Self.law(0, 1, 1, 1e30)).expectedPasses(count: 0) == 0)
    for mean in [Double.nan, .infinity, -.infinity] {
      let law = Self.law(mean, 1, -2, 2)
      #expect(TruncatedNormalAcceptance(law).expectedPasses(count: 1000) < 2)
    }
  }

  @Test(
    "a draw without an end is refused before it starts",
    arguments: [
      (
        ["a": "1", "b": "1e30"],
        "trunc_normal with mean 0, std 1, a 1 and b 1e+30 hardly ever draws a number that fits: "
          + "it would take about 1.8e+08 passes over the tensor, in PyTorch as well; "
          + "the limit is 1000000"
      ),
      (["a": "1", "b": "1e5"], "trunc_normal with mean 0, std 1, a 1 and b 100000 hardly"),
      (
        ["mean": "1e16", "a": "-1e38"], "trunc_normal with mean 1e+16, std 1, a -1e+38 and b 2 har"
      ),
      (
        ["mean": "123456789.123456789", "a": "-0", "b": "0"],
        "trunc_normal with mean 123456789.12345679, std 1, a -0 and b 0 hardly ever draws"
      ),
      (
        ["mean": "1.000000059", "std": "1e-8", "a": "1.00000006", "b": "1.0000001"],
        "trunc_normal with mean 1.000000059, std 1e-08, a 1.00000006 and b 1.0000001 never draws "
          + "a number that fits, for float32 has none there: the draw would not end, in PyTorch neither"
      ),
      (
        ["mean": "10", "std": "0.001"], "trunc_normal with mean 10, std 0.001, a -2 and b 2 hardly"
      ),
    ] as [([String: String], String)])
  func endless(parameters: [String: String], sentence: String) throws {
    let initializer = try call("trunc_normal", parameters)
    let shape = try Shape([256, 128])
    let error = #expect(throws: InitializerError.self) { try Recipe(initializer, shape: shape) }
    #expect(error?.description.hasPrefix(sentence) == true, "\(error?.description ?? "")")
    // Nothing is drawn of an empty tensor.
    #expect(throws: Never.self) { try Recipe(initializer, shape: Shape([0, 128])) }
  }

  // PyTorch 2.13's words, and what it draws.
  @Test(
    "the way of drawing decides which error comes",
    arguments: [
      (["std": "-1", "a": "2", "b": "-2"], "normal expects std >= 0.0, but found std -1"),
      (
        ["std": "-1", "a": "inf", "b": "-2", "mean": "1e154"],
        "normal expects std >= 0.0, but found std -1"
      ),
      (["std": "-1", "a": "inf", "b": "-2"], "normal expects std >= 0.0, but found std -1"),
      (["std": "-1", "a": "2", "b": "-inf"], "normal expects std >= 0.0, but found std -1"),
      (
        ["std": "-0.001", "a": "1e300", "b": "-1e300"],
        "normal expects std >= 0.0, but found std -0.001"
      ),
      (
        ["std": "-1", "a": "3", "b": "2"],
        "uniform_ expects to return a [from, to) range, but found from=3 > to=2"
      ),
      (["std": "-1", "b": "inf"], "to is out of bounds for float"),
      (["mean": "1e155"], "(34, 'Numerical result out of range')"),
      (["mean": "1e155", "a": "2", "b": "-2"], "(34, 'Numerical result out of range')"),
      (["mean": "-1e155", "std": "-1"], "(34, 'Numerical result out of range')"),
      (["a": "nan"], "from is out of bounds for float"),
    ] as [([String: String], String)])
  func refusals(parameters: [String: String], sentence: String) throws {
    let initializer = try call("trunc_normal", parameters)
    for extents in [[4], [0, 4]] {
      let shape = try Shape(extents)
      let error = #expect(throws: InitializerError.self) { try Recipe(initializer, shape: shape) }
      #expect(error?.description == sentence)
    }
  }

  @Test(
    "a negative scale is drawn from uniform candidates",
    arguments: [["std": "-1"], ["mean": "inf"], ["mean": "nan"], ["std": "inf"], ["std": "nan"]])
  func drawn(parameters: [String: String]) throws {
    let recipe = try Recipe(call("trunc_normal", parameters), shape: Shape([4]))
    var stream = WeightStream(recipe.draw, count: 4, generator: MersenneTwister(seed: Seed(0)))
    // torch.manual_seed(0); trunc_normal_(torch.empty(4), …)
    let expected: [Float] =
      parameters == ["std": "-1"]
      ? [-0.014973640, 0.52922511, -0.60442615] : [-0.014973640, 1.0728872, -1.6460903]
    let drawn = weights(of: &stream)
    for (weight, value) in zip(drawn, expected) { #expect(abs(weight - value) < 1e-6) }
  }
}
