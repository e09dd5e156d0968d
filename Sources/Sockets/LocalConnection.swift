internal import Glibc

/// A connection with another program of the same user, which never waits for it.
package final class LocalConnection {
  /// The socket's number in the system; negative once it is closed.
  package private(set) var descriptor: Int32
  private var unsent: ArraySlice<UInt8> = []

  /// Takes a connection that was accepted; nil, and it is closed, if it is another user's.
  init?(accepted descriptor: Int32) {
    self.descriptor = descriptor
    let flags = fcntl(descriptor, F_GETFL)
    guard LocalSocket.isOwn(descriptor), fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0,
      flags >= 0, fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) == 0
    else {
      Glibc.close(descriptor)
      self.descriptor = -1
      return nil
    }
  }

  /// Connects to the listener of a name; nil where nobody listens, and then what is left of it is
  /// removed.
  ///
  /// The folder is to be checked before.
  package init?(to name: String, in folder: PrivateFolder) {
    let path = "\(folder.path)/\(name)"
    guard let socket = try? LocalSocket.open(for: path) else { return nil }
    descriptor = socket
    let status = try? LocalSocket.withAddress(path, of: path) { connect(socket, $0, $1) }
    let code = errno
    guard status == 0, LocalSocket.isOwn(descriptor) else {
      if status == -1, code == ECONNREFUSED { unlink(path) }
      close()
      return nil
    }
  }

  deinit { close() }

  /// Whether the other end is there.
  package var isOpen: Bool { descriptor >= 0 }

  /// How many bytes the other end has not taken yet.
  package var unsentCount: Int { unsent.count }

  /// What has come, at most so many bytes at once; closes at the end.
  package func read(atMost most: Int) -> [UInt8] {
    guard isOpen else { return [] }
    var bytes = [UInt8](repeating: 0, count: most)
    let count = recv(descriptor, &bytes, most, 0)
    if count > 0 { return Array(bytes.prefix(count)) }
    if count == 0 || (errno != EAGAIN && errno != EINTR) { close() }
    return []
  }

  /// Sends bytes behind those that are still to be sent, as far as they are taken now.
  package func send(_ bytes: [UInt8]) {
    guard isOpen else { return }
    unsent += bytes
    flush()
  }

  /// Sends what the other end takes now.
  package func flush() {
    while isOpen, !unsent.isEmpty {
      let count = unsent.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count > 0 {
        unsent = unsent.dropFirst(count)
      } else if errno == EAGAIN {
        return
      } else if errno != EINTR {
        close()
      }
    }
    if unsent.isEmpty { unsent = [] }
  }

  /// Leaves the other end; does nothing the second time.
  package func close() {
    guard isOpen else { return }
    Glibc.close(descriptor)
    descriptor = -1
    unsent = []
  }
}
