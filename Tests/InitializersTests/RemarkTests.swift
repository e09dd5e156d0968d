import Initializers
import Testing
import Words

@Suite("What surprises in a call is said")
struct RemarkTests {
  private func recipe(
    _ method: Initializers.Method, _ values: [(Parameter, String)] = [], _ shape: String = "256,128"
  ) throws -> Recipe {
    var initializer = Initializer(method)
    for (parameter, text) in values { try initializer.set(parameter, to: text) }
    return try Recipe(initializer, shape: Shape(parsing: shape))
  }

  @Test("a slope without a leaky_relu has no effect")
  func slope() throws {
    let relu = try recipe(.kaimingNormal, [(.nonlinearity, "relu"), (.a, "2")])
    #expect(relu.remark(on: .a).map({ Catalogue.english($0) }) == "no effect")
    #expect(
      relu.remarks.map { Catalogue.english($0) } == ["a has no effect: only leaky_relu has a slope"]
    )
    let leaky = try recipe(.kaimingNormal, [(.a, "2")])
    #expect(leaky.remark(on: .a) == nil && leaky.remarks.isEmpty)
    #expect(
      try recipe(.xavierNormal, [(.gain, "relu:0.3")]).remarks.map { Catalogue.english($0) }
        == ["the slope has no effect: only leaky_relu has one"])
    #expect(try recipe(.xavierNormal, [(.gain, "leaky_relu:0.3")]).remarks.isEmpty)
  }

  @Test("ends of trunc_normal are said in multiples of std, and that they cut nothing")
  func cut() throws {
    let wide = try recipe(.truncNormal, [(.std, "0.02")])
    #expect(
      wide.remark(on: .a).map({ Catalogue.english($0) }) == "−100σ"
        && wide.remark(on: .b).map({ Catalogue.english($0) }) == "100σ")
    #expect(
      wide.remarks.map { Catalogue.english($0) }
        == ["cut at ±100σ: nothing is cut", "a and b are values, not multiples of std"])
    let standard = try recipe(.truncNormal)
    #expect(
      standard.remark(on: .a).map({ Catalogue.english($0) }) == "−2σ" && standard.remarks.isEmpty)
    let uneven = try recipe(.truncNormal, [(.std, "0.1"), (.a, "-1"), (.b, "5")])
    #expect(
      uneven.remarks.first.map({ Catalogue.english($0) })?.hasPrefix(
        "cut at −10σ and 50σ: nothing is cut") == true)
  }

  @Test("a kernel with one input channel may be depthwise")
  func depthwise() throws {
    #expect(
      try recipe(.kaimingNormal, [], "64,1,3,3").remarks.map { Catalogue.english($0) }
        == ["if depthwise, groups=64: the true fan_out is 9, PyTorch takes 576"])
    #expect(try recipe(.kaimingNormal, [], "64,3,3,3").remarks.isEmpty)
    #expect(try recipe(.kaimingNormal, [], "64,1").remarks.isEmpty)
    #expect(try recipe(.normal, [], "64,1,3,3").remarks.isEmpty)
  }

  @Test("seeds 2³² apart draw the same")
  func seeds() throws {
    #expect(try Seed(parsing: "4294967299").stream == 3)
    #expect(try Seed(parsing: "4294967299").isRepeated && Seed(parsing: "-1").isRepeated)
    #expect(try !Seed(parsing: "4294967295").isRepeated)
    #expect(try recipe(.normal).usesSeed && !recipe(.constant).usesSeed)
    #expect(try !recipe(.kaimingNormal, [], "0,3").usesSeed)
  }

  // Glorot & Bengio 2010: eq. 12 Var W = 2/(n + n'), eq. 16 U(±√6/√(n + n')). He et al. 2015:
  // eq. 10 ½·n·Var w = 1 forward, eq. 14 backward, eq. 15 with ½(1 + a²) for ½.
  @Test(
    "sources are those of the call",
    arguments: [
      (Method.xavierUniform, [], "eq. 16"), (.xavierNormal, [], "eq. 12"),
      (.kaimingNormal, [], "eq. 10"), (.kaimingUniform, [(.mode, "fan_out")], "eq. 14"),
      (.kaimingUniform, [(.a, "sqrt(5)")], "eq. 15"),
      (.kaimingNormal, [(.a, "0.1"), (.mode, "fan_out")], "eq. 14, 15"),
      (.kaimingNormal, [(.a, "0.1"), (.nonlinearity, "relu")], "eq. 10"),
    ] as [(Initializers.Method, [(Parameter, String)], String)])
  func sources(method: Initializers.Method, values: [(Parameter, String)], locator: String) throws {
    #expect(try recipe(method, values).initializer.source?.locator == locator)
  }
}
