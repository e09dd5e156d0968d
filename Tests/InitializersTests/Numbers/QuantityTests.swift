import Initializers
import TestSupport
import Testing

/// Numbers and small expressions as parameters take them.
@Suite struct `A quantity` {
  @Test(arguments: [
    ("0", 0.0), ("1", 1), ("-1", -1), ("+2", 2), ("0.02", 0.02), (".5", 0.5), ("5.", 5),
    ("-.25", -0.25), ("1e-3", 0.001), ("1E3", 1000), ("−0.1", -0.1), (" 7 ", 7),
    ("inf", .infinity), ("-inf", -.infinity), ("Infinity", .infinity), ("1e400", .infinity),
    ("4.9e-324", .leastNonzeroMagnitude),
  ])
  func `reads plain numbers`(text: String, value: Double) throws {
    let quantity = try Quantity(parsing: text, for: "a")
    #expect(quantity.value == value)
    #expect(quantity.expression == nil)
  }

  // The values are Python 3's, bit for bit.
  @Test(arguments: [
    ("sqrt(5)", 2.23606797749979, "sqrt(5)", "math.sqrt(5)"),
    ("-1/sqrt(2)", -0.7071067811865475, "-1/sqrt(2)", "-1/math.sqrt(2)"),
    ("2*pi", 6.283185307179586, "2*pi", "2*math.pi"),
    ("pi", 3.141592653589793, "pi", "math.pi"),
    ("π", 3.141592653589793, "pi", "math.pi"),
    ("2·π", 6.283185307179586, "2*pi", "2*math.pi"),
    ("e", 2.718281828459045, "e", "math.e"),
    ("1e2*e", 271.8281828459045, "1e2*e", "1e2*math.e"),
    ("sqrt(e)", 1.6487212707001282, "sqrt(e)", "math.sqrt(math.e)"),
    ("1/2/4", 0.125, "1/2/4", "1/2/4"),
    ("1/(2/4)", 2, "1/(2/4)", "1/(2/4)"),
    ("sqrt(2/(1+0))", 1.4142135623730951, "sqrt(2/(1+0))", "math.sqrt(2/(1+0))"),
    ("√5", 2.23606797749979, "sqrt(5)", "math.sqrt(5)"), ("2²", 4, "2**2", "2**2"),
    ("5**0.5", 2.23606797749979, "5**0.5", "5**0.5"),
    ("12**-0.5", 0.28867513459481287, "12**-0.5", "12**-0.5"),
    ("np.sqrt(2)", 1.4142135623730951, "sqrt(2)", "math.sqrt(2)"),
    ("1e-3*2", 0.002, "1e-3*2", "1e-3*2"),
    ("sqrt(sqrt(16))", 2, "sqrt(sqrt(16))", "math.sqrt(math.sqrt(16))"),
    ("1 / sqrt( 2 )", 0.7071067811865475, "1/sqrt(2)", "1/math.sqrt(2)"),
    ("-(3)", -3, "-(3)", "-(3)"),
    ("+-5*1", -5, "+-5*1", "+-5*1"),
  ])
  func `reads expressions`(text: String, value: Double, expression: String, python: String) throws {
    let quantity = try Quantity(parsing: text, for: "a")
    #expect(quantity.value == value)
    #expect(quantity.expression == expression)
    #expect(quantity.description == expression)
    #expect(quantity.python == python)
    #expect(try Quantity(parsing: quantity.description, for: "a") == quantity)
  }

  @Test(arguments: [
    "", " ", "x", "--", "1..2", "1e", "e1", "1p3", "1,5", "sqrt", "sqrt(",
    "sqrt()",
    "sqrt5", "()", "(", ")", "(1", "1)", "1)(2", "*", "1*", "*1", "/", "1//2",
    "1 2",
    "s qrt(5)", "1 .5", "nan(1)", "١", "½", "²", "true", "1\n2", "\u{0}", "🙂",
    "PI", "Sqrt(2)", "pipi", "2pi",
  ])
  func `refuses what is neither, by name`(text: String) {
    #expect(throws: InitializerError.invalidNumber("std", text)) {
      try Quantity(parsing: text, for: "std")
    }
  }

  @Test(arguments: ["1/0", "sqrt(-1)", "0/0", "1e308*10", "-sqrt(-4)", "log(0)", "0**-1"])
  func `refuses what has no finite value, by its expression`(text: String) {
    #expect(throws: InitializerError.undefinedNumber("std", text)) {
      try Quantity(parsing: text, for: "std")
    }
  }

  @Test(arguments: [
    ("1/sqrt(fan_in)", [64, 16], 0.25, "1/math.sqrt(16)"),
    ("√(2/(fan_in+fan_out))", [256, 128], 0.07216878364870322, "math.sqrt(2/(128+256))"),
    ("sqrt(2/fan_out)", [8, 3, 3, 3], 0.16666666666666666, "math.sqrt(2/72)"),
  ])
  func `of a tensor takes its fans`(
    text: String, extents: [Int], value: Double, python: String
  ) throws {
    var initializer = Initializer(.normal)
    try initializer.set(.std, to: text)
    #expect(initializer[.std].number?.isNaN == true)
    let shape = try Shape(extents)
    #expect(initializer.of(shape)[.std].number == value)
    #expect(initializer.of(shape)[.std].python == python)
    let recipe = try Recipe(initializer, shape: shape)
    #expect(recipe.law == .normal(mean: 0, std: value))
    #expect(recipe.initializer.python == "nn.init.normal_(w, std=\(python))")
  }

  @Test func `of a tensor without fans is an error`() throws {
    var initializer = Initializer(.xavierNormal)
    try initializer.set(.gain, to: "leaky_relu:1/fan_in")
    #expect(throws: InitializerError.undefinedNumber("gain", "1/0")) {
      try Recipe(initializer, shape: Shape([5, 0]))
    }
    #expect(throws: InitializerError.tooFewDimensionsForFans(1)) {
      try Recipe(initializer, shape: Shape([5]))
    }
    #expect(try Recipe(initializer, shape: Shape([5, 1])).gain == 1)
  }

  @Test(arguments: ["nan", "-nan", "NaN"])
  func `equals itself even if it is no number`(text: String) throws {
    let quantity = try Quantity(parsing: text, for: "mean")
    #expect(quantity.value.isNaN)
    #expect(quantity == quantity)
    #expect(quantity == Quantity(.nan))
    #expect(quantity.hashValue == Quantity(.nan).hashValue)
    #expect(quantity.python == "float('nan')")
  }

  @Test func `keeps a zero's sign, in Python too`() throws {
    let negative = try Quantity(parsing: "-0", for: "mean")
    #expect(negative != Quantity(0))
    #expect(negative.python == "-0.0")
    #expect(try Quantity(parsing: negative.description, for: "mean") == negative)
    #expect(Quantity(-.infinity).python == "float('-inf')")
  }

  @Test(arguments: [
    String(repeating: "(", count: 100_000), String(repeating: "1*", count: 100_000) + "1",
    String(repeating: "-", count: 100_000) + "1", String(repeating: "sqrt(", count: 50_000),
    String(repeating: "9", count: 300) + "*1",
    String(repeating: "\u{301}", count: 100_000),
    String(repeating: "*", count: 100_000),
  ])
  func `is refused, not a crash, however long it is`(text: String) {
    #expect(throws: InitializerError.self) { try Quantity(parsing: text, for: "a") }
  }

  @Test func `survives any text, and what it takes it gives back`() {
    var random = SplitMix(seed: 20)
    let pieces = [
      "sqrt(", "(", ")", "*", "/", "-", "+", "1", "2.5", ".", "e", "pi", "inf", "nan", " ", "E-3",
      "π", "·", "−", "x", "0", "é", "\u{301}", "9999999999", ",",
    ]
    var taken = 0
    for _ in 0..<20_000 {
      let text = (0..<random.below(9)).map { _ in pieces[random.below(pieces.count)] }.joined()
      guard let quantity = try? Quantity(parsing: text, for: "a") else { continue }
      taken += 1
      #expect((try? Quantity(parsing: quantity.description, for: "a")) == quantity, "\(text)")
    }
    #expect(taken > 1000)
  }

  @Test func `reads any double's shortest digits back`() throws {
    var random = SplitMix(seed: 21)
    for _ in 0..<5000 {
      let value = Double(bitPattern: random.next())
      let quantity = Quantity(value)
      #expect(try Quantity(parsing: quantity.description, for: "a") == quantity)
    }
  }
}
