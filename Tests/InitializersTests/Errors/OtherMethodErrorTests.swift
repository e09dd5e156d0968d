import Initializers
import Testing
import Words

@Suite("The other methods refuse and warn in PyTorch's words")
struct OtherMethodErrorTests {
  @Test(
    "what PyTorch refuses",
    arguments: [
      ("eye", [5], [:], "Only tensors with 2 dimensions are supported"),
      ("eye", [2, 3, 4], [:], "Only tensors with 2 dimensions are supported"),
      ("sparse", [2, 3, 4], [:], "Only tensors with 2 dimensions are supported"),
      ("dirac", [4, 4], [:], "Only tensors with 3, 4, or 5 dimensions are supported"),
      ("dirac", [1, 1, 1, 1, 1, 1], [:], "Only tensors with 3, 4, or 5 dimensions are supported"),
      ("dirac", [5, 4, 3], ["groups": "2"], "dim 0 must be divisible by groups"),
      ("dirac", [4, 4, 3], ["groups": "0"], "integer modulo by zero"),
      ("orthogonal", [5], [:], "Only tensors with 2 or more dimensions are supported"),
      ("orthogonal", [], [:], "Only tensors with 2 or more dimensions are supported"),
      ("trunc_normal", [64, 64], ["std": "0"], "float division by zero"),
      (
        "trunc_normal", [64, 64], ["a": "2", "b": "-2"],
        "uniform_ expects to return a [from, to) range, but found from=2 > to=-2"
      ),
      ("trunc_normal", [4], ["a": "-inf", "b": "-3"], "from is out of bounds for float"),
      ("sparse", [4, 4], ["std": "-1"], "normal expects std >= 0.0, but found std -1"),
    ] as [(String, [Int], [String: String], String)])
  func refusal(
    method: String, extents: [Int], parameters: [String: String], sentence: String
  ) throws {
    let initializer = try call(method, parameters)
    let shape = try Shape(extents)
    let error = #expect(throws: InitializerError.self) { try Recipe(initializer, shape: shape) }
    #expect(error?.description == sentence)
  }

  @Test(
    "what is ours to refuse",
    arguments: [
      (
        "sparse", [4, 4], ["sparsity": "nan"], "--sparsity takes a finite number, not nan"
      ),
      (
        "orthogonal", [32768, 32768], [:],
        "orthogonal needs 8 GiB of memory for this tensor; the limit is 2 GiB"
      ),
      (
        "trunc_normal", [32768, 8192], ["a": "1", "b": "3"],
        "trunc_normal needs 3 GiB of memory for this tensor; the limit is 2 GiB"
      ),
      (
        "sparse", [65536, 1 << 19], ["sparsity": "0.1"],
        "sparse needs 4 GiB of memory for this tensor; the limit is 2 GiB"
      ),
    ] as [(String, [Int], [String: String], String)])
  func ours(
    method: String, extents: [Int], parameters: [String: String], sentence: String
  ) throws {
    try refusal(method: method, extents: extents, parameters: parameters, sentence: sentence)
  }

  @Test("groups are counted")
  func groups() throws {
    let error = #expect(throws: InitializerError.self) { try call("dirac", ["groups": "1.5"]) }
    #expect(error?.description == "--groups takes a whole number, not '1.5'")
  }

  @Test(
    "a mean far from the interval is a warning",
    arguments: [
      (["mean": "5"], true), (["mean": "3.999"], false), (["a": "5", "b": "6"], true),
      (["a": "3", "b": "50"], true), (["std": "0.02"], false), (["a": "-inf", "b": "inf"], false),
    ] as [([String: String], Bool)])
  func warning(parameters: [String: String], isWarned: Bool) throws {
    let recipe = try Recipe(call("trunc_normal", parameters), shape: Shape([64, 64]))
    #expect(
      recipe.warningSentences
        == (isWarned
          ? [
            "mean is more than 2 std from [a, b] in nn.init.trunc_normal_. "
              + "The distribution of values may be incorrect."
          ] : []))
  }

  @Test("no elements are no error", arguments: ["eye", "orthogonal", "sparse", "ones"])
  func empty(method: String) throws {
    for extents in [[5, 0], [0, 0]] {
      let recipe = try Recipe(call(method, [:]), shape: Shape(extents))
      var stream = WeightStream(recipe.draw, count: 0, generator: MersenneTwister(seed: Seed(0)))
      #expect(weights(of: &stream).isEmpty)
    }
  }
}
