import Glibc
import Synchronization

/// What a program run with pipes has written, and how it ended.
package struct PipedProgram: Sendable {
  /// How it ended; `nil` if it had to be killed because it did not.
  package let status: ExitStatus?
  /// The bytes on standard output.
  package let output: [UInt8]
  /// The text on standard error.
  package let errorText: String

  /// Standard output as text.
  package var text: String { String(decoding: output, as: UTF8.self) }

  /// The lines on standard error.
  package var errorLines: [String] {
    errorText.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// Runs a program to its end, with pipes as its output and nothing as its input.
  ///
  /// - Parameters:
  ///   - changes: variables that differ from `PseudoTerminal.environment`; `nil` removes one.
  ///   - addressSpace: the most bytes that it may map; `nil` for no limit.
  package static func run(
    _ program: String, _ arguments: [String] = [], changing changes: [String: String?] = [:],
    addressSpace: Int? = nil, timeout: Duration = .seconds(50)
  ) throws(PseudoTerminalError) -> PipedProgram {
    var environment = PseudoTerminal.environment
    for (name, value) in changes { environment[name] = value }
    let output = try Pipe()
    let errors = try Pipe()
    let process: pid_t
    let limited = Spawn.limiting(program, arguments, addressSpace: addressSpace)
    do {
      defer {
        close(output.writing)
        close(errors.writing)
      }
      process = try Spawn.start(
        limited.program, limited.arguments, environment: environment, output: output.writing,
        errors: errors.writing)
    } catch {
      close(output.reading)
      close(errors.reading)
      throw error
    }
    var reader = PipeReader(files: [output.reading, errors.reading])
    let isComplete = reader.readAll(deadline: .now + timeout)
    if !isComplete { kill(process, SIGKILL) }
    close(output.reading)
    close(errors.reading)
    var result: Int32 = 0
    while waitpid(process, &result, 0) < 0 && errno == EINTR {}
    return PipedProgram(
      status: isComplete ? ExitStatus(waitStatus: result) : nil, output: reader.bytes[0],
      errorText: String(decoding: reader.bytes[1], as: UTF8.self))
  }
}

/// The two ends of a pipe, which other programs do not inherit.
private struct Pipe {
  let reading: Int32
  let writing: Int32

  init() throws(PseudoTerminalError) {
    var ends: [Int32] = [-1, -1]
    // Glibc's module leaves out pipe2, so no program may start before the ends are marked.
    let isMade = Spawn.lock.withLock { _ in
      let isMade = pipe(&ends) == 0
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return isMade
    }
    guard isMade else { throw PseudoTerminalError(call: "pipe", number: errno) }
    (reading, writing) = (ends[0], ends[1])
  }
}

/// Reads several pipes at once, so that none fills up while another is waited for.
private struct PipeReader {
  let files: [Int32]
  var bytes: [[UInt8]]

  init(files: [Int32]) {
    self.files = files
    bytes = Array(repeating: [], count: files.count)
  }

  /// Reads until all are closed; returns whether they were in time.
  mutating func readAll(deadline: ContinuousClock.Instant) -> Bool {
    var polled = files.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while polled.contains(where: { $0.fd >= 0 }) {
      guard ContinuousClock.now < deadline else { return false }
      guard poll(&polled, nfds_t(polled.count), 100) > 0 else { continue }
      for index in polled.indices where polled[index].revents != 0 {
        let count = read(polled[index].fd, &buffer, buffer.count)
        if count > 0 {
          bytes[index] += buffer[..<count]
        } else if count == 0 || errno != EINTR {
          // A negative descriptor is passed over.
          polled[index].fd = -1
        }
      }
    }
    return true
  }
}
