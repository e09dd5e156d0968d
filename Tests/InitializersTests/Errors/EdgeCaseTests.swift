import Initializers
import Testing
import Words

/// The unusual calls that were tried with PyTorch 2.13.0, and what it did.
@Suite struct `Unusual calls end as in PyTorch` {
  @Test func `the recorded cases are read`() {
    #expect(EmptyTensorCall.recorded.count >= 45)
    #expect(EdgeCase.starting(with: "calculate_gain").count == 23)
  }

  @Test(arguments: EmptyTensorCall.recorded)
  func `a call on a tensor`(call: EmptyTensorCall) throws {
    if let sentence = call.outcome.sentence {
      let error = #expect(throws: InitializerError.self) { try call.recipe() }
      #expect(error?.description == sentence)
      return
    }
    let recipe = try call.recipe()
    #expect(recipe.warningSentences == call.outcome.warningSentences)
    let text = call.outcome.result
    let shape = call.extents.map(String.init).joined(separator: ", ")
    #expect(text.hasPrefix("tensor(\(shape)\(call.extents.count == 1 ? "," : ""))"))
    // The extremes PyTorch drew lie within our law, to float32's rounding.
    let drawn = text.split(separator: " ").compactMap { word -> Double? in
      word.hasPrefix("min=") || word.hasPrefix("max=") ? Double(word.dropFirst(4)) : nil
    }
    #expect(drawn.isEmpty == (recipe.shape.count == 0))
    for value in drawn where value.isFinite {
      #expect(abs(value) <= 1.000_000_1 * (recipe.law.bound ?? 6 * recipe.law.std))
    }
  }

  /// The names of `calculate_gain` and their slopes, as the recorded calls have them.
  @Test(arguments: EdgeCase.starting(with: "calculate_gain("))
  func `a gain`(edge: EdgeCase) throws {
    let inside = edge.case.dropFirst("calculate_gain(".count).dropLast()
    let parts = inside.split(separator: ",").map(String.init)
    let name = try #require(parts.first).replacing("'", with: "")
    let slope = parts.count > 1 ? parts[1] : "None"
    // A slope given as a text is a matter of Python's types.
    if slope.contains("'") { return }
    let text = name + (slope == "None" ? "" : ":\(slope)")
    if let sentence = edge.sentence {
      let error = #expect(throws: InitializerError.self) { try GainChoice(parsing: text) }
      #expect(error?.description == sentence)
    } else {
      let gain = try GainChoice(parsing: text).value
      #expect(gain == Double(edge.result))
    }
  }

  /// Calls recorded under a name of their own.
  @Test(arguments: [
    ("uniform_(a>b)", "uniform", ["a": "1", "b": "0"]),
    ("uniform_(a==b)", "uniform", ["a": "0.5", "b": "0.5"]),
    ("uniform_(inf)", "uniform", ["b": "inf"]),
    ("uniform_ wide > fp32 max", "uniform", ["a": "-3e38", "b": "3e38"]),
    ("normal_(std<0)", "normal", ["std": "-1"]),
    ("normal_(std=0)", "normal", ["mean": "0.5", "std": "0"]),
  ])
  func `a plain law`(name: String, method: String, parameters: [String: String]) throws {
    let edge = try #require(EdgeCase.recorded.first { $0.case == name })
    var initializer = Initializer(try Method(parsing: method))
    for (name, text) in parameters {
      try initializer.set(try #require(Parameter(rawValue: name)), to: text)
    }
    let shape = try Shape([8, 4])
    if let sentence = edge.sentence {
      let error = #expect(throws: InitializerError.self) { try Recipe(initializer, shape: shape) }
      #expect(error?.description == sentence)
    } else {
      let recipe = try Recipe(initializer, shape: shape)
      var stream = WeightStream(recipe.draw, count: 32, generator: MersenneTwister(seed: Seed(0)))
      #expect(weights(of: &stream) == Array(repeating: 0.5, count: 32))
    }
  }

  @Test func `no elements in one dimension is a warning for Kaiming only`() throws {
    let shape = try Shape([0])
    #expect(try Recipe(Initializer(.kaimingUniform), shape: shape).draw == .nothing)
    #expect(throws: InitializerError.tooFewDimensionsForFans(1)) {
      try Recipe(Initializer(.xavierUniform), shape: shape)
    }
  }
}
