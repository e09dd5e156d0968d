private import Glibc

/// The file being written beside its place; it goes if a signal ends the process before it is whole.
enum UnfinishedFile {
  // Read in a signal handler, so it is a C string that stays where it is.
  private nonisolated(unsafe) static var path: UnsafeMutablePointer<CChar>?

  /// Watches over a file about to be made.
  static func begin(_ name: String) {
    path = strdup(name)
    for number in [SIGHUP, SIGINT, SIGTERM] {
      let previous = signal(number) { number in
        if let path = UnfinishedFile.path { unlink(path) }
        signal(number, SIG_DFL)
        raise(number)
      }
      // What nohup or a shell has told the process to ignore stays ignored.
      if unsafeBitCast(previous, to: Int.self) == 1 { signal(number, SIG_IGN) }
    }
  }

  /// Ends the watch: the file is in its place, or gone.
  static func end() {
    let name = path
    path = nil
    free(name)
  }
}
