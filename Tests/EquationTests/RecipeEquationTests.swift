import Initializers
import Scenes
import TestSupport
import Testing
import Words

@Suite("Every equation of a recipe, read as mathematics, computes to its right side")
struct RecipeEquationTests {
  @Test("in four and in seven digits", arguments: 0..<4)
  func recipes(seed: Int) throws {
    var scenes = RandomScenes(seed: UInt64(seed))
    for _ in 0..<1000 {
      let tensor = scenes.next(isSmall: false)
      let recipe = try tensor.recipe()
      for formula in recipe.formulas {
        for digits in [4, 7] {
          Equation(name: formula.name, sides: formula.sides(digits: digits)).expectTrue(
            digits: digits, where: Self.names(recipe, for: formula), tensor.line)
        }
      }
    }
  }

  // What the symbols stand for, from the recipe's arguments; nil where they say nothing.
  private static func names(_ recipe: Recipe, for formula: Formula) -> [String: Double]? {
    var names: [String: Double] = [:]
    for parameter in recipe.initializer.parameters {
      names[parameter.rawValue] = recipe.initializer[parameter].number
    }
    names["slope"] = 0.01
    // The standard deviation of N(0, 1) on [−2, 2].
    names["c"] = 0.87962566103423978
    if case .gain(.calculated(_, let slope?)) = recipe.initializer[.gain] {
      names["slope"] = slope.value
    }
    if let gain = recipe.gain { names["gain"] = gain }
    names["fan_in"] = Double(recipe.fans?.fanIn ?? 0)
    names["fan_out"] = Double(recipe.fans?.fanOut ?? 0)
    let extents = recipe.shape.extents.map(Double.init)
    if recipe.initializer.framework.shapeOrder.isInputFirst {
      // A matrix has a row for each column of PyTorch's.
      names["rows"] = extents.dropLast().reduce(1, *)
      names["cols"] = extents.last
    } else if extents.count > 1 {
      names["rows"] = extents[0]
      names["cols"] = extents.dropFirst().reduce(1, *)
      names["out"] = extents[0]
      names["in"] = extents[1]
    }
    switch recipe.law {
    case .sparse(_, let zeros, _): names["zeros"] = Double(zeros)
    case .truncatedNormal(let cut):
      names["σ"] = cut.scale
      let (alpha, beta) = (cut.standardLow, cut.standardHigh)
      // The closed form of a spread cancels in the tails.
      guard formula.name != "std W" || max(abs(alpha), abs(beta)) < 3 && cut.keptShare > 0.1
      else { return nil }
      (names["α"], names["β"], names["Z"]) = (alpha, beta, cut.keptShare)
    default: break
    }
    // Where binary fractions carry the product past a whole number the symbols say less than the
    // numbers.
    return formula.name == "zeros" ? nil : names
  }

  @Test(
    "values are put in with the parentheses they need",
    arguments: [
      ("normal --std 0.02/sqrt(2*12)", "std² | (0.02/√(2·12))² | 1.667e−5"),
      ("normal --std 1e-5", "std² | (1e−5)² | 1e−10"),
      ("uniform --a -1/sqrt(784) --b 1/sqrt(784)", "(b−a)/√12 | (1/√784−(−1/√784))/√12 | 0.02062"),
      ("uniform --a 1000 --b 1000.001", "(b−a)/√12 | (1000.001−1000)/√12 | 0.0002887"),
      ("trunc_normal --std 1/3", "(a−mean)/std | (−2−0)/(1/3) | −6"),
      ("trunc_normal --std -1", "(a−mean)/|std| | (−2−0)/|−1| | −2"),
      ("orthogonal --gain -1", "|gain|/√max(rows, cols) | |−1|/√max(256, 128) | 0.0625"),
      ("orthogonal --shape 0,5", "gain/√max(rows, cols) | 1/√max(0, 5) | 0.4472"),
      (
        "sparse --sparsity -0.1 --shape 10,3",
        "max(0, rows+⌈sparsity·rows⌉) | max(0, 10+⌈−0.1·10⌉) | 9"
      ),
      (
        "sparse --sparsity -3 --shape 10,3",
        "max(0, rows+⌈sparsity·rows⌉) | max(0, 10+⌈−3·10⌉) | 0"
      ),
      (
        "sparse --sparsity 0.07 --shape 100,3",
        "⌈sparsity·rows⌉ | ⌈7.000000000000001⌉ | 8"
      ),
      ("kaiming_normal --a sqrt(5)", "√(2/(1+a²)) | √(2/(1+(√5)²)) | 0.5774"),
      ("kaiming_normal --a -0.1", "√(2/(1+a²)) | √(2/(1+(−0.1)²)) | 1.407"),
      ("constant --val 1e-46", "float32(val) | float32(1e−46) | 0"),
      ("xavier_normal --gain sqrt(2)", "gain·√(2/(fan_in+fan_out)) | √2·√(2/(128+256)) | 0.1021"),
    ])
  func examples(line: String, sides: String) throws {
    let formula = try #require(try Tensor(parsing: line).recipe().formulas.first)
    #expect(formula.sides().joined(separator: " | ") == sides)
  }

  @Test("of a matrix without rows and columns there is no root mean square")
  func nothing() throws {
    #expect(try Tensor(parsing: "orthogonal --shape 0,0").recipe().formulas.isEmpty)
    #expect(
      try Tensor(parsing: "sparse --shape 0,3").recipe().formulas.map(\.symbolic)
        == ["⌈sparsity·rows⌉", "std"])
  }

  @Test(
    "a law's text tells its ends apart, and its mean beside its spread",
    arguments: [
      ("uniform --a 1000 --b 1000.001", "W ~ U(1000, 1000.001)"),
      ("uniform --a 1e6 --b 1000000.5", "W ~ U(1e6, 1000000.5)"),
      ("uniform --a -1/3 --b 2/3", "W ~ U(−0.3333, 0.6667)"),
      ("trunc_normal --mean 1e3 --a 1000 --b 1000.0014", "W ~ N(1000, 1²) on [1000, 1000.0014]"),
      ("normal --mean 1000000.5 --std 1e-3", "W ~ N(1000000.5, 0.001²)"),
      ("normal --std 1e-5", "W ~ N(0, (1e−5)²)"),
      ("orthogonal --gain -2", "W on a sphere of radius 2"),
      ("uniform --a 0.1 --b 0.1", "W ~ U(0.1, 0.1)"),
    ])
  func laws(line: String, text: String) throws {
    #expect(Catalogue.english(try Tensor(parsing: line).recipe().lawText) == text)
  }

  @Test("intervals of random ends that differ are printed with ends that differ")
  func ends() throws {
    var random = SplitMix(seed: 11)
    for _ in 0..<5000 {
      let low = Double.random(in: -1...1, using: &random) * [1, 1e3, 1e6, 1e-6][random.below(4)]
      let high = low + abs(low) * [1, 1e-3, 1e-6, 1e-9][random.below(4)]
      let ends = Numeral.ends(low, high)
      let printed = try (
        PrintedMathematics.value(of: ends.low), PrintedMathematics.value(of: ends.high)
      )
      #expect(abs((printed.1 - printed.0) / (high - low) - 1) <= 0.0021, "\(ends)")
    }
  }
}
