internal import Glibc

/// What listeners and connections have in common: a Unix domain socket that nobody waits for.
enum LocalSocket {
  /// Opens a socket.
  ///
  /// - Throws: `SocketError`, naming the path it is for.
  static func open(for path: String) throws(SocketError) -> Int32 {
    let kind =
      Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    let descriptor = socket(AF_UNIX, kind, 0)
    guard descriptor >= 0 else { throw .refused(path: path, code: errno) }
    return descriptor
  }

  /// Calls the system with a path as it takes one.
  ///
  /// - Parameter name: the path that an error names.
  /// - Throws: `SocketError` where the path is too long.
  static func withAddress(
    _ path: String, of name: String, _ call: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) throws(SocketError) -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    // With a 0 behind it.
    guard path.utf8.count < MemoryLayout.size(ofValue: address.sun_path) else {
      throw .tooLong(path: name)
    }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        call($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }

  /// Whether the program at the other end is the same user's.
  static func isOwn(_ descriptor: Int32) -> Bool {
    // Process, user and group: struct ucred, which Glibc's module leaves out.
    var peer: [UInt32] = [0, .max, .max]
    var size = socklen_t(3 * MemoryLayout<UInt32>.size)
    let status = getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &size)
    return status == 0 && size == 12 && peer[1] == geteuid()
  }
}
