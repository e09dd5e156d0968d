import PseudoTerminals
import Testing

@Suite("The sample command")
struct SampleTests {
  private let folder = Folder()

  @Test("the format follows the file's name unless it is given")
  func formats() {
    let outcome = folder.run(
      """
      for name in w.npy w.safetensors w.csv w.raw; do
        initscope sample uniform --shape 2,2 --seed 1 -o $name
      done
      initscope sample uniform --shape 2,2 --seed 1 --format csv -o odd.npy
      head -c 6 w.npy | tail -c 5; echo; head -c 22 w.safetensors | tail -c 14; echo
      cat w.csv; stat -c %s w.raw; cmp w.csv odd.npy; tail -c 16 w.npy | cmp - w.raw
      tail -c 16 w.safetensors | cmp - w.raw; initscope sample uniform --shape 2,2 --seed 1 | cmp - w.raw
      """)
    // torch.manual_seed(1); torch.rand(2, 2)
    #expect(
      outcome.output
        == "NUMPY\n{\"__metadata__\n0.7576316,0.27931088\n0.40306926,0.73468447\n16\n")
  }

  @Test("a recipe comes from a file or from standard input, with the seed beside it")
  func recipes() {
    let outcome = folder.run(
      """
      printf 'a normal --shape 2,2\\nb uniform --shape 3\\n' > model
      initscope sample --recipe model --seed 5 -o m.safetensors
      initscope sample --seed 5 --recipe - < model | cmp - m.safetensors
      initscope sample --recipe model | cmp -s - m.safetensors || echo other
      initscope sample normal --shape 2,2 --seed 5 > a.raw
      tail -c 28 m.safetensors | head -c 16 | cmp - a.raw
      """)
    #expect(outcome.output == "other\n")
  }

  @Test(
    "wrong words are one line, and nothing is left",
    arguments: [
      (
        "--recipe model normal",
        "--recipe takes no scene but --seed, so 'normal' is not accepted"
      ),
      (
        "--recipe model -o w.npy",
        "--recipe makes several tensors, which only safetensors holds, not npy"
      ),
      (
        "--recipe model --format csv",
        "--recipe makes several tensors, which only safetensors holds, not csv"
      ),
      ("--recipe no", "cannot read 'no': No such file or directory"),
      ("--recipe .", "cannot read '.': Is a directory"),
      ("--recipe /dev/zero", "'/dev/zero' is larger than 16 MiB"),
      ("--recipe wrong", "'wrong': line 2: --shape is missing for 'b'"),
      ("--recipe - < wrong", "standard input: line 2: --shape is missing for 'b'"),
      (
        "--recipe - <&-", "cannot read standard input: Bad file descriptor"
      ),
      (
        "normal --shape 2 --format text",
        "The value 'text' is invalid for '--format <format>': "
          + "'text' is none of raw, npy, safetensors, csv"
      ),
    ])
  func refused(_ arguments: String, _ sentence: String) {
    folder.run(
      """
      printf 'a normal --shape 2\\n' > model; printf 'a normal --shape 2\\nb normal' > wrong
      """)
    let outcome = folder.run("initscope sample \(arguments) > out; echo $?; ls -A; cat out")
    let lines = outcome.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "initscope: \(sentence)")
    #expect(lines.dropFirst().first != "0")
    #expect(lines.dropFirst(2) == ["model", "out", "wrong"])
  }

  @Test("binary numbers stay off a terminal, text is welcome")
  func terminal() throws {
    let program = BuiltProgram.path("initscope")
    let refused = try PseudoTerminal(program, ["sample", "normal", "--shape", "2"], columns: 120)
    #expect(refused.waitForExit() == .exited(1))
    #expect(
      refused.screen.text.contains(
        "the weights are binary numbers, not for a terminal; give -o FILE"))
    let text = try PseudoTerminal(
      program, ["sample", "uniform", "--shape", "2,2", "--seed", "1", "--format", "csv"])
    #expect(text.waitForExit() == .exited(0))
    #expect(text.screen.text.contains("0.7576316,0.27931088"))
  }

  @Test("long work shows a bar that goes when the work ends, and short work none")
  func progress() throws {
    let program = BuiltProgram.path("initscope")
    let long = try PseudoTerminal(
      program,
      ["sample", "normal", "--shape", "40000,40000", "--format", "raw", "-o", "/dev/null"])
    #expect(long.wait(for: "of 1.6G weights, "))
    #expect(long.screen.text.contains("% [#"))
    #expect(long.waitForExit(timeout: .seconds(120)) == .exited(0))
    #expect(!long.screen.text.contains("weights"))
    #expect(!long.output.contains(0x1B))
    #expect(long.output.allSatisfy { $0 < 0x80 })

    let short = try PseudoTerminal(
      program, ["sample", "normal", "--shape", "40,40", "-o", "/dev/null"])
    #expect(short.waitForExit() == .exited(0))
    #expect(short.output.isEmpty)
  }
}
