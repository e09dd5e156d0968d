import PseudoTerminals
import Testing

@Suite("Where the system has little memory")
struct LackOfMemoryTests {
  // Too little for OpenBLAS's buffer of 128 MiB, but enough for the program.
  static let small = 120 << 20

  @Test(
    "what needs BLAS ends with a sentence",
    arguments: [
      (
        "sample orthogonal --shape 256,128 -o -",
        "initscope: orthogonal cannot be drawn: 144 MiB of memory are needed at once, more than the"
          + " system gives"
      ),
      (
        "propagate normal",
        "initscope: the signal cannot be computed: 144 MiB of memory are needed at once, more than"
          + " the system gives"
      ),
    ])
  func algebra(command: String, sentence: String) throws {
    let run = try PipedProgram.run(
      Initscope.path, command.split(separator: " ").map(String.init), addressSpace: Self.small)
    #expect(run.status == .exited(1) && run.output.isEmpty)
    #expect(run.errorLines == [sentence])
  }

  @Test("so does a tensor that is drawn as a whole")
  func tensor() throws {
    let run = try PipedProgram.run(
      Initscope.path,
      "sample trunc_normal --a 1 --b 2 --shape 5000,5000 -o -".split(separator: " ").map(
        String.init),
      addressSpace: 300 << 20)
    #expect(run.status == .exited(1) && run.output.isEmpty)
    #expect(
      run.errorLines == [
        "initscope: 302 MiB of memory are needed at once, more than the system gives"
      ])
  }

  @Test("a matrix is shown without its singular values")
  func matrix() throws {
    let run = try PipedProgram.run(
      Initscope.path, ["show", "normal", "--view", "matrix"], addressSpace: Self.small)
    #expect(run.status == .exited(0) && run.errorText.isEmpty)
    #expect(run.text.contains("144 MiB of"), "\(run.text)")
  }

  @Test("the explorer says so and goes on")
  func explorer() throws {
    let terminal = try Initscope.open(
      ["orthogonal", "--shape", "4000,4000"], addressSpace: 300 << 20)
    #expect(terminal.wait(for: "MiB of memory are"), "\(terminal.screen.text)")
    terminal.send(":normal --shape 8,8\r")
    #expect(terminal.wait(for: "64 weights"), "\(terminal.screen.text)")
    quit(terminal)
  }
}
