import Glibc
import Synchronization

/// Starts processes.
enum Spawn {
  /// Held while a program starts, and while files that it must not inherit are being marked.
  static let lock = Mutex(())

  /// Starts a program as a session leader on a terminal, with default signals.
  static func start(
    _ program: String, _ arguments: [String], environment: [String: String], terminal: String
  ) throws(PseudoTerminalError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal a session leader opens becomes its controlling terminal.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    // POSIX_SPAWN_SETSID.
    return try start(program, arguments, environment: environment, actions: &actions, flags: 0x80)
  }

  /// Starts a program that reads nothing and writes to two files, with default signals.
  static func start(
    _ program: String, _ arguments: [String], environment: [String: String], output: Int32,
    errors: Int32
  ) throws(PseudoTerminalError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    return try start(program, arguments, environment: environment, actions: &actions, flags: 0)
  }

  /// A program and its arguments such that it may map only so many bytes, as after `ulimit -v`.
  static func limiting(
    _ program: String, _ arguments: [String], addressSpace: Int?
  ) -> (program: String, arguments: [String]) {
    guard let addressSpace else { return (program, arguments) }
    let script = "ulimit -v \(addressSpace >> 10); exec \"$0\" \"$@\""
    return ("/bin/sh", ["-c", script, program] + arguments)
  }

  private static func start(
    _ program: String, _ arguments: [String], environment: [String: String],
    actions: inout posix_spawn_file_actions_t, flags: Int16
  ) throws(PseudoTerminalError) -> pid_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    // POSIX_SPAWN_SETSIGDEF and SETSIGMASK.
    posix_spawnattr_setflags(&attributes, 0x04 | 0x08 | flags)

    var process: pid_t = 0
    var names = ([program] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in names + variables { free(text) } }
    let error = lock.withLock { _ in
      posix_spawn(&process, program, &actions, &attributes, &names, &variables)
    }
    guard error == 0 else {
      throw PseudoTerminalError(call: "posix_spawn \(program)", number: error)
    }
    return process
  }
}
