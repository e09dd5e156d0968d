package import Glibc

/// A program running in a pseudo-terminal of its own, as a user's would.
///
/// The program leads a session, so the pseudo-terminal is its controlling terminal: keys such as
/// Ctrl-C become signals, and so do changes of size.
package final class PseudoTerminal {
  /// What the program's output has put on the screen so far.
  package internal(set) var screen: ScreenReader
  /// All bytes the program has sent.
  package internal(set) var output: [UInt8] = []
  /// The terminal's modes before the program started.
  package let modesBefore: TerminalModes?
  /// The program's process.
  package let process: pid_t

  let master: Int32
  /// Kept open: the modes of a pseudo-terminal are forgotten with its last user.
  private let slave: Int32
  private var status: ExitStatus?
  private var isHungUp = false

  /// The environment that programs get unless a test says otherwise, and what sanitizers are told.
  package static let environment: [String: String] = {
    var environment = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/tmp",
    ]
    for name in ["ASAN_OPTIONS", "TSAN_OPTIONS", "LD_PRELOAD"] {
      environment[name] = getenv(name).map { String(cString: $0) }
    }
    return environment
  }()

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - changes: variables that differ from `PseudoTerminal.environment`; `nil` removes one.
  ///   - addressSpace: the most bytes that it may map; `nil` for no limit.
  package init(
    _ program: String, _ arguments: [String] = [], changing changes: [String: String?] = [:],
    columns: Int = 80, rows: Int = 24, addressSpace: Int? = nil
  ) throws(PseudoTerminalError) {
    let devices = try Devices(columns: columns, rows: rows)
    master = devices.master
    slave = devices.slave
    screen = ScreenReader(columns: columns, rows: rows)
    modesBefore = TerminalModes(file: slave)
    var environment = Self.environment
    for (name, value) in changes { environment[name] = value }
    let limited = Spawn.limiting(program, arguments, addressSpace: addressSpace)
    do {
      process = try Spawn.start(
        limited.program, limited.arguments, environment: environment, terminal: devices.path)
    } catch {
      close(slave)
      close(master)
      throw error
    }
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      var ignored: Int32 = 0
      waitpid(process, &ignored, 0)
    }
    close(slave)
    if !isHungUp { close(master) }
  }

  /// The terminal's modes at the moment.
  package var modes: TerminalModes? { TerminalModes(file: slave) }

  /// Gives the terminal the modes from before the program started, as a shell does.
  package func resetModes() { modesBefore?.apply(to: slave) }

  /// Types.
  package func send(_ text: String) { send(bytes: Array(text.utf8)) }

  /// Pastes, marked as such if the program has asked for it.
  package func paste(_ text: String) {
    receive(waiting: 0)
    send(screen.marksPastes ? "\u{1B}[200~\(text)\u{1B}[201~" : text)
  }

  /// Sends bytes, which need not be text.
  package func send(bytes: [UInt8]) { put(bytes, into: master) }

  // Reads what the program says while there is no room: it may be waiting for that before it takes more.
  private func put(_ bytes: [UInt8], into file: Int32) {
    let deadline = ContinuousClock.now + .seconds(30)
    var sent = 0
    while sent < bytes.count, ContinuousClock.now < deadline {
      let count = bytes[sent...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        sent += count
      } else if errno == EAGAIN || errno == EINTR {
        receive(waiting: 5)
      } else {
        return
      }
    }
  }

  /// Sends the program a signal.
  package func send(signal: Int32) { kill(process, signal) }

  /// Sends a thread of the program a signal.
  package func send(signal: Int32, toThread thread: pid_t) {
    // Glibc's module leaves the function out.
    typealias Call = @convention(c) (pid_t, pid_t, Int32) -> Int32
    guard let symbol = dlsym(nil, "tgkill") else { return }
    _ = unsafeBitCast(symbol, to: Call.self)(process, thread, signal)
  }

  /// The program's threads, the main one first.
  package var threads: [pid_t] {
    guard let folder = opendir("/proc/\(process)/task") else { return [] }
    defer { closedir(folder) }
    var threads: [pid_t] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if let thread = pid_t(name) { threads.append(thread) }
    }
    return threads.sorted()
  }

  /// Writes on the screen past the program, as another one on the same terminal does.
  package func disturb(_ text: String) { put(Array(text.utf8), into: slave) }

  /// Takes no output any more, as after Ctrl-S or when a line is dead, or takes it again.
  package func stall(_ isStalled: Bool = true) {
    _ = tcflow(slave, isStalled ? TCOOFF : TCOON)
  }

  /// Whether the program has ended, without reading what it says.
  package func waitForExitWithoutReading(timeout: Duration = .seconds(10)) -> ExitStatus? {
    let deadline = ContinuousClock.now + timeout
    while status == nil && ContinuousClock.now < deadline {
      var result: Int32 = 0
      if waitpid(process, &result, WNOHANG) == process {
        status = ExitStatus(waitStatus: result)
      } else {
        usleep(5000)
      }
    }
    return status
  }

  /// Reads so many bytes a second, as over a slow line, for a while.
  package func read(bytesPerSecond rate: Int, for duration: Duration) {
    let deadline = ContinuousClock.now + duration
    while ContinuousClock.now < deadline {
      receive(waiting: 0, atMost: max(1, rate / 50))
      usleep(20_000)
    }
  }

  /// Changes the size, which the program hears of by SIGWINCH.
  package func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    Devices.setSize(of: master, columns: columns, rows: rows)
  }

  /// Says it has another size without having it, as for sizes that no screen has.
  package func claim(columns: Int, rows: Int) {
    Devices.setSize(of: master, columns: columns, rows: rows)
  }

  /// Takes the terminal away, as when its window is closed.
  package func hangUp() {
    isHungUp = true
    close(master)
  }

  /// Reads until the screen satisfies a condition.
  ///
  /// - Returns: whether it did, within the timeout.
  package func wait(
    timeout: Duration = .seconds(30), until condition: (ScreenReader) -> Bool
  ) -> Bool {
    let deadline = ContinuousClock.now + timeout
    while !condition(screen) {
      if ContinuousClock.now > deadline { return false }
      receive(waiting: 20)
    }
    return true
  }

  /// Reads until a text is on the screen.
  package func wait(for text: String, timeout: Duration = .seconds(30)) -> Bool {
    wait(timeout: timeout) { $0.text.contains(text) }
  }

  /// Reads until nothing has come for a while; prefer waiting for a condition.
  package func readUntilStill(for quiet: Duration = .milliseconds(150)) {
    var last = ContinuousClock.now
    while ContinuousClock.now - last < quiet {
      if receive(waiting: 20) { last = .now }
    }
  }

  /// Reads until the program ends; `nil` if it does not within the timeout.
  package func waitForExit(timeout: Duration = .seconds(30)) -> ExitStatus? {
    let deadline = ContinuousClock.now + timeout
    while status == nil && ContinuousClock.now < deadline {
      receive(waiting: 10)
      var result: Int32 = 0
      if waitpid(process, &result, WNOHANG) == process { status = ExitStatus(waitStatus: result) }
    }
    while receive(waiting: 0) {}
    return status
  }

  /// Reads what there is, after waiting for it at most some milliseconds.
  @discardableResult
  private func receive(waiting milliseconds: Int32, atMost most: Int = 65_536) -> Bool {
    var file = pollfd(fd: isHungUp ? -1 : master, events: Int16(POLLIN), revents: 0)
    guard poll(&file, 1, milliseconds) == 1, file.revents & Int16(POLLIN) != 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: most)
    let count = Glibc.read(master, &buffer, buffer.count)
    guard count > 0 else { return false }
    output += buffer[..<count]
    screen.feed(buffer[..<count])
    return true
  }
}
