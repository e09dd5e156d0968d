private import Glibc

/// A folder that one user alone can open, where that user's programs find each other's sockets.
package struct PrivateFolder: Hashable, Sendable {
  /// Where it is.
  package let path: String

  /// A folder at a path.
  package init(path: String) { self.path = path }

  /// The user's folder of a name: in the folder that the system gives a session
  /// (`XDG_RUNTIME_DIR`, if that is the user's), else in `/tmp`, with the user's number.
  package init(named name: String, environment: [String: String]) {
    if let runtime = environment["XDG_RUNTIME_DIR"], runtime.hasPrefix("/"),
      let status = Self.status(of: runtime), status.isFolder, status.st_uid == geteuid()
    {
      path = "\(runtime)/\(name)"
    } else {
      path = "/tmp/\(name)-\(geteuid())"
    }
  }

  /// Makes the folder where there is none, and checks it.
  ///
  /// - Throws: `SocketError` where it is not the user's alone.
  package func make() throws(SocketError) {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw .refused(path: path, code: errno)
    }
    try check()
  }

  /// Checks that it is a folder, no link to one, and that no other user can open it.
  ///
  /// - Returns: false where there is none.
  /// - Throws: `SocketError` where it is not the user's alone.
  @discardableResult
  package func check() throws(SocketError) -> Bool {
    guard let status = Self.status(of: path) else {
      let code = errno
      if code == ENOENT { return false }
      throw .refused(path: path, code: code)
    }
    guard status.isFolder else { throw .notFolder(path: path) }
    guard status.st_uid == geteuid() else { throw .otherOwner(path: path) }
    guard status.st_mode & 0o077 == 0 else {
      throw .openToOthers(path: path, mode: Int(status.st_mode & 0o777))
    }
    return true
  }

  /// The names in it that begin and end in the same way, the newest file first; none where the folder
  /// cannot be read.
  package func names(from start: String, to end: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var found: [(name: String, seconds: Int, nanoseconds: Int)] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name.hasPrefix(start), name.hasSuffix(end),
        let status = Self.status(of: "\(path)/\(name)")
      else { continue }
      found.append((name, status.st_mtim.tv_sec, status.st_mtim.tv_nsec))
    }
    return found.sorted { ($0.seconds, $0.nanoseconds) > ($1.seconds, $1.nanoseconds) }.map(\.name)
  }

  // Of the file itself, where it is a link.
  private static func status(of path: String) -> stat? {
    var status = stat()
    return lstat(path, &status) == 0 ? status : nil
  }
}

extension stat {
  fileprivate var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
}
