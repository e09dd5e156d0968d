import Foundation
import PseudoTerminals
import TestSupport
import Testing

/// `sample`, and where output goes.
@Suite struct `Weights` {
  static let scene = ["kaiming_normal", "--shape", "1000,257", "--seed", "4294967301"]
  // Recorded from PyTorch 2.13.0.
  static let digest = "c156bfbd08112423913159afb112f07fba23a9771d2a3b3c74eb5f243cdd4569"

  private func entries(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
  }

  @Test func `are PyTorch's bytes`() throws {
    let sampled = try Initscope.run(["sample"] + Self.scene + ["--format", "raw"])
    #expect(sampled.status == .exited(0))
    #expect(sampled.errorText.isEmpty)
    #expect(SHA256.hexDigest(sampled.output) == Self.digest)
  }

  @Test(.enabled(if: Self.hasAVX2))
  func `have the same last digits on every processor with AVX2`() throws {
    let orthogonal = ["sample", "orthogonal", "--shape", "300,200"]
    let own = try Initscope.run(orthogonal, changing: ["OPENBLAS_CORETYPE": nil])
    let chosen = try Initscope.run(orthogonal, changing: ["OPENBLAS_CORETYPE": "Haswell"])
    #expect(own.status == .exited(0) && own.output == chosen.output)
  }

  private static let hasAVX2 =
    (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.contains(" avx2 ") == true

  @Test func `go to a file as a whole and leave nothing beside it`() throws {
    let folder = try Initscope.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("w.raw")
    // What was there before is replaced.
    try Data("old".utf8).write(to: file)
    let sampled = try Initscope.run(["sample"] + Self.scene + ["-o", file.path])
    #expect(sampled.status == .exited(0))
    #expect(sampled.output.isEmpty)
    #expect(SHA256.hexDigest(Array(try Data(contentsOf: file))) == Self.digest)
    #expect(try entries(folder) == ["w.raw"])
  }

  @Test func `leave a device a device`() throws {
    for command in ["sample", "show"] {
      let run = try Initscope.run([command, "-o", "/dev/null"])
      #expect(run.status == .exited(0) && run.output.isEmpty)
    }
    let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type]
    #expect(type as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test(arguments: ["sample", "show"])
  func `say where they cannot go`(command: String) throws {
    let folder = try Initscope.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("missing/w").path
    for (path, reason) in [
      (path, "No such file or directory"), (folder.path, "Is a directory"),
      ("/dev/full", "No space left on device"),
    ] {
      let run = try Initscope.run([command, "-o", path])
      #expect(run.status == .exited(1))
      #expect(run.errorLines == ["initscope: cannot write '\(path)': \(reason)"])
      #expect(run.output.isEmpty)
    }
    #expect(try entries(folder).isEmpty)
  }

  @Test(arguments: [
    SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGXCPU, SIGALRM, SIGUSR1, SIGUSR2, SIGVTALRM, SIGABRT,
    SIGSEGV, SIGBUS, SIGFPE, SIGILL,
  ])
  func `leave nothing half-written when a signal ends them`(signal: Int32) throws {
    let folder = try Initscope.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("w.raw")
    // A pseudo-terminal only for its handle on the process; far more weights than there is time.
    let terminal = try Initscope.open(
      ["sample", "uniform", "--shape", "1000000,100000", "-o", file.path])
    let deadline = ContinuousClock.now + .seconds(20)
    while try entries(folder).isEmpty && ContinuousClock.now < deadline { usleep(500) }
    let unfinished = try entries(folder)
    #expect(unfinished.count == 1 && unfinished.first?.hasSuffix(".part") == true)
    terminal.send(signal: signal)
    #expect(terminal.waitForExit() == .killed(signal: signal))
    #expect(try entries(folder).isEmpty)
  }

  @Test func `are not put on a terminal`() throws {
    let terminal = try Initscope.open(["sample", "--shape", "4,4"])
    #expect(terminal.waitForExit() == .exited(1))
    #expect(terminal.screen.text.contains("the weights are binary numbers"))
  }

  @Test func `end quietly when the reader goes`() throws {
    let run = try PipedProgram.run(
      "/bin/sh", ["-c", "\"$0\" sample --shape 3000,3000 | head -c 4 | wc -c", Initscope.path])
    #expect(run.text.contains("4"))
    #expect(run.errorText.isEmpty)
  }

  @Test func `of no elements are an empty file and a warning`() throws {
    let sampled = try Initscope.run(["sample", "kaiming_normal", "--shape", "0,5"])
    #expect(sampled.status == .exited(0) && sampled.output.isEmpty)
    #expect(
      sampled.errorLines == ["initscope: warning: Initializing zero-element tensors is a no-op"])
  }
}
