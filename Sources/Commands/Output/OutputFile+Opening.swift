private import COutput
private import Glibc

extension OutputFile {
  /// Opens a place; -1 and errno if it cannot be opened.
  static func open(_ place: OutputPlace) -> (temporaryPath: String?, descriptor: Int32) {
    switch place {
    case .standardOutput: return (nil, STDOUT_FILENO)
    case .straight(let path): return (nil, openStraight(path))
    case .beside(let target, let existing):
      let (path, descriptor) = openBeside(target)
      if let existing, descriptor >= 0 {
        // Only root can give files away; for others the new file is their own.
        _ = fchown(descriptor, existing.owner, existing.group)
        fchmod(descriptor, existing.permissions)
      }
      return (path, descriptor)
    }
  }

  private static func openStraight(_ path: String) -> Int32 {
    while true {
      // At its end, should a name in /dev/fd stand for a file that is open already.
      let descriptor = Glibc.open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
      // The reader of a named pipe may be waited for.
      if descriptor >= 0 || errno != EINTR { return descriptor }
    }
  }

  private static func openBeside(_ target: String) -> (path: String, descriptor: Int32) {
    let slash = target.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { target[...$0] } ?? ""
    let name = slash.map { target[target.utf8.index(after: $0)...] } ?? target[...]
    // File systems allow names of 255 bytes.
    var stem = name
    while stem.utf8.count > 220 { stem.removeLast() }
    // A killed process of the same number may have left its file.
    for attempt in 0..<100 {
      let path = "\(folder)\(stem).\(getpid())\(attempt == 0 ? "" : "-\(attempt)").part"
      let descriptor = output_open_unfinished(path, 0o666)
      if descriptor >= 0 || errno != EEXIST { return (path, descriptor) }
    }
    return (target, -1)
  }
}
