import Glibc
import PseudoTerminals

/// A new empty folder, removed with all it holds.
final class Folder: Sendable {
  let path: String

  init() {
    var template = "/tmp/weightfiles-XXXXXX".utf8CString.map { $0 }
    path = mkdtemp(&template).map { String(cString: $0) } ?? ""
  }

  deinit { run("rm -rf '\(path)'") }

  /// What a shell's command prints and returns, run in the folder.
  ///
  /// `initscope` is the program under test, and `$PROGRAM` its path.
  @discardableResult
  func run(_ command: String) -> Outcome {
    let script = """
      cd '\(path)' || exit; PROGRAM='\(BuiltProgram.path("initscope"))'
      initscope() { "$PROGRAM" "$@"; }; \(command)
      """
    let quoted = script.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''")
    // Threads that run tests block signals, and processes inherit that.
    var none = sigset_t()
    var saved = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &saved)
    let process = popen("exec bash -c '\(quoted)' 2>&1", "r")
    pthread_sigmask(SIG_SETMASK, &saved, nil)
    guard let pipe = process else {
      return Outcome(status: -1, output: "")
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 {
      bytes += buffer[..<count]
    }
    let status = pclose(pipe)
    return Outcome(
      status: status >> 8 & 0xFF, output: String(decoding: bytes, as: UTF8.self))
  }

  struct Outcome: Equatable {
    let status: Int32
    let output: String
  }
}
