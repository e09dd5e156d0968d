import Glibc

/// Starts processes.
enum Spawn {
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

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    // POSIX_SPAWN_SETSIGDEF, SETSIGMASK and SETSID.
    posix_spawnattr_setflags(&attributes, 0x04 | 0x08 | 0x80)

    var process: pid_t = 0
    var names = ([program] + arguments).map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in names + variables { free(text) } }
    let error = posix_spawn(&process, program, &actions, &attributes, &names, &variables)
    guard error == 0 else {
      throw PseudoTerminalError(call: "posix_spawn \(program)", number: error)
    }
    return process
  }
}
