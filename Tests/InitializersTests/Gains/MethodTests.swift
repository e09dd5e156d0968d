import Initializers
import Testing

/// The methods, their signatures and their calls.
@Suite struct `A method` {
  @Test(arguments: Framework.pyTorch.methods)
  func `goes by PyTorch's name, with its underscore or without`(method: Initializers.Method) throws
  {
    #expect(try Method(parsing: method.rawValue) == method)
    #expect(try Method(parsing: method.rawValue + "_") == method)
  }

  @Test(arguments: [
    ("glorot_uniform", Method.xavierUniform), ("glorot_normal_", .xavierNormal),
    ("he_uniform_", .kaimingUniform), ("he_normal", .kaimingNormal),
  ])
  func `goes by its authors' names`(name: String, method: Initializers.Method) throws {
    #expect(try Method(parsing: name) == method)
  }

  // inspect.signature of torch.nn.init's functions.
  @Test(arguments: [
    (Method.uniform, "a=0 b=1"), (.normal, "mean=0 std=1"), (.xavierUniform, "gain=1"),
    (.xavierNormal, "gain=1"), (.kaimingUniform, "a=0 mode=fan_in nonlinearity=leaky_relu"),
    (.kaimingNormal, "a=0 mode=fan_in nonlinearity=leaky_relu"),
  ])
  func `has PyTorch's parameters and defaults`(method: Initializers.Method, signature: String) {
    let initializer = Initializer(method)
    let text = initializer.parameters.map { "\($0.rawValue)=\(initializer[$0])" }
    #expect(text.joined(separator: " ") == signature)
    #expect(initializer.changedParameters.isEmpty)
    #expect(initializer.python == "nn.init.\(method.rawValue)_(w)")
  }

  @Test(arguments: [
    (Method.kaimingUniform, [("a", "sqrt(5)")], "(w, a=math.sqrt(5))"),
    (
      .kaimingNormal, [("nonlinearity", "relu"), ("mode", "fan_out")],
      "(w, mode='fan_out', nonlinearity='relu')"
    ),
    (.normal, [("std", "0.02")], "(w, std=0.02)"),
    (.normal, [("std", "1.0"), ("mean", "0.0")], "(w)"),
    (.uniform, [("b", "inf")], "(w, b=float('inf'))"),
    (.xavierNormal, [("gain", "relu")], "(w, gain=nn.init.calculate_gain('relu'))"),
  ])
  func `is called with what differs from the defaults`(
    method: Initializers.Method, values: [(String, String)], arguments: String
  ) throws {
    var initializer = Initializer(method)
    for (name, text) in values {
      try initializer.set(try #require(Parameter(rawValue: name)), to: text)
    }
    #expect(initializer.python == "nn.init.\(method.rawValue)_\(arguments)")
  }

  @Test func `forgets a parameter set back to its default`() throws {
    var initializer = Initializer(.normal)
    try initializer.set(.std, to: "3")
    try initializer.set(.std, to: "1")
    #expect(initializer == Initializer(.normal))
    initializer[.gain] = .gain(.number(Quantity(2)))
    #expect(initializer == Initializer(.normal))
  }
}
