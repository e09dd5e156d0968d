import ArgumentParser
import Initializers
import Scenes
import Testing
import WeightFiles
import Words

@Suite("A model's recipe as text")
struct ModelRecipeTests {
  private func parse(_ text: String) throws(ModelRecipeError) -> ModelRecipe {
    try ModelRecipe(parsing: Array(text.utf8))
  }

  @Test("blank lines, comments, tabs, a byte order mark and CRLF are passed over")
  func layout() throws {
    let recipe = try parse(
      "\u{FEFF}# a model\r\n\r\n  a.weight\tnormal  --shape 3,4 # the first\r\n\t\r\nb#1 uniform --shape 2"
    )
    #expect(recipe.text == "a.weight normal --shape 3,4\nb#1 uniform --shape 2\n")
  }

  @Test("a recipe printed and parsed is the same")
  func roundTrip() throws {
    let recipe = try parse(
      """
      w uniform_ --shape 3x4 --a=-0.1 --b sqrt(2)
      _ 'normal --shape (3,4) --std 1/sqrt(fan_in)' # dropped
      _ ones --shape "(2, 2)"
      layers.0.weight he_normal --mode fan_out --nonlinearity relu --shape 8,3,3,3
      x.y glorot_uniform --shape 2,2 --gain leaky_relu:0.2
      """)
    #expect(
      recipe.text == """
        w uniform --shape 3,4 --a -0.1 --b sqrt(2)
        _ normal --shape 3,4 --std 1/sqrt(4)
        _ ones --shape 2,2
        layers.0.weight kaiming_normal --shape 8,3,3,3 --mode fan_out --nonlinearity relu
        x.y xavier_uniform --shape 2,2 --gain leaky_relu:0.2

        """)
    #expect(try parse(recipe.text) == recipe)
  }

  @Test(
    "names that hold blanks and quotes are printed in quotes",
    arguments: [
      ("'a b'", "'a b'"), ("\"it's\"", "'it'\"'\"'s'"), ("a'\"'b", "'a\"b'"), ("''", "''"),
      ("a\"' \"'\"'", "'a'\"'\"' \"'"),
    ])
  func quotedNames(typed: String, printed: String) throws {
    let recipe = try parse("\(typed) zeros --shape 2\n")
    #expect(recipe.text == "\(printed) zeros --shape 2\n")
    #expect(try parse(recipe.text) == recipe)
  }

  @Test(
    "a wrong line is named by its number and what is accepted",
    arguments: [
      ("", "no line names a tensor to keep; a line is: NAME METHOD --shape …"),
      ("# nothing\n\n", "no line names a tensor to keep; a line is: NAME METHOD --shape …"),
      ("_ normal --shape 2", "no line names a tensor to keep; a line is: NAME METHOD --shape …"),
      (
        "a normal --shape 2 --view matrix",
        "line 1: a recipe's line takes no --view; it takes a method, --shape and the method's "
          + "parameters"
      ),
      (
        "a normal --shape 2 --no-bias",
        "line 1: a recipe's line takes no --no-bias; it takes a method, --shape and the method's "
          + "parameters"
      ),
      (
        "a ones --shape 2 --pin=--pin=normal",
        "line 1: a recipe's line takes no --pin; it takes a method, --shape and the method's "
          + "parameters"
      ),
      (
        "a normal --shape 2\nb normal --shape 2\(String(repeating: " ", count: 4096))",
        "line 2: a line has at most 4096 bytes, not 4114"
      ),
      ("\n\na", "line 3: no method follows the name 'a'; a line is: NAME METHOD --shape …"),
      (
        "a --shape 2,2",
        "line 1: no method follows the name 'a'; a line is: NAME METHOD --shape …"
      ),
      (
        "--shape 2,2 normal",
        "line 1: a line begins with the tensor's name, not '--shape'; "
          + "a line is: NAME METHOD --shape …"
      ),
      ("a normal", "line 1: --shape is missing for 'a'"),
      (
        "a normal --shape 2 --seed 3",
        "line 1: --seed is not accepted on a line, as one generator draws all tensors; "
          + "give it beside --recipe"
      ),
      (
        "a normal --shape 2\nb normal --shape 2\na normal --shape 2",
        "line 3: the name 'a' is already given on line 1"
      ),
      (
        "__metadata__ normal --shape 2",
        "line 1: the name '__metadata__' is kept by safetensors for itself"
      ),
      (
        "a normal --shape 2\u{1B}[2J",
        "line 1: the control character U+001B is not accepted"
      ),
      ("a\u{202E}b normal --shape 2", "line 1: the control character U+202E is not accepted"),
      ("a normal --shape 2\rb", "line 1: the control character U+000D is not accepted"),
      (
        "a kaiming_norml --shape 2,2",
        "line 1: Unknown method 'kaiming_norml'. "
          + "Did you mean 'kaiming_normal'?"
      ),
      (
        "a normal --shape 2,y",
        "line 1: --shape takes whole numbers such as 256,128 or 64x3x7x7, "
          + "not '2,y'"
      ),
      (
        "a kaiming_uniform --shape 3",
        "line 1: Fan in and fan out can not be computed for tensor with fewer than 2 dimensions"
      ),
      (
        "a normal --shape 2 --gain 1",
        "line 1: normal takes no --gain; its parameters are "
          + "--mean, --std"
      ),
      ("a normal --shape 2 --help", "line 1: Unknown option '--help'"),
      ("a normal --shape 2 --nothing", "line 1: Unknown option '--nothing'"),
      ("a normal --shape 2 again", "line 1: Unexpected argument 'again'"),
      ("a normal --shape", "line 1: Missing value for '--shape <shape>'"),
      (
        "a normal --shape 1073741824,1073741824\nb normal --shape 1073741824,1073741824",
        "line 2: --shape makes more elements in all than the 2^61 that can be counted"
      ),
    ])
  func errors(_ text: String, _ sentence: String) {
    let error = #expect(throws: ModelRecipeError.self) { try parse(text) }
    #expect(error?.description == sentence)
  }

  @Test("bytes that are no text are named by their line")
  func noText() {
    let error = #expect(throws: ModelRecipeError.self) {
      try ModelRecipe(parsing: Array("# one\n".utf8) + [0x61, 0xFF, 0xFE])
    }
    #expect(error?.description == "line 2: the bytes are not UTF-8 text")
  }

  @Test("beside a recipe only a seed is accepted")
  func seedAlone() throws {
    #expect(try SceneArguments.parse(["--seed", "-1"]).seedAlone() == Seed(UInt64.max))
    #expect(try SceneArguments.parse([]).seedAlone() == Seed(0))
    for (words, word) in [
      (["normal"], "normal"), (["--shape", "2"], "--shape"), (["--std", "2"], "--std"),
      (["--seed", "1", "--view", "matrix"], "--view"), (["--no-bias"], "--no-bias"),
    ] {
      let error = #expect(throws: RecipeWordsError(word: word)) {
        try SceneArguments.parse(words).seedAlone()
      }
      #expect(
        error?.description == "--recipe takes no scene but --seed, so '\(word)' is not accepted")
    }
  }
}
