internal import Glibc

/// A socket that other programs of the same user connect to.
package final class LocalListener {
  /// The socket's number in the system; negative once it is closed.
  package private(set) var descriptor: Int32
  private let path: String

  private static let waiting: Int32 = 8

  /// Listens in a folder, which is made where there is none.
  ///
  /// The name is there only once somebody listens, so that one nobody listens to is a leftover.
  ///
  /// - Throws: `SocketError`.
  package init(in folder: PrivateFolder, name: String) throws(SocketError) {
    try folder.make()
    path = "\(folder.path)/\(name)"
    let first = "\(path)~"
    descriptor = try LocalSocket.open(for: path)
    unlink(first)
    do throws(SocketError) {
      let status = try LocalSocket.withAddress(first, of: path) { bind(descriptor, $0, $1) }
      guard status == 0, chmod(first, 0o600) == 0, listen(descriptor, Self.waiting) == 0,
        rename(first, path) == 0
      else { throw .refused(path: path, code: errno) }
    } catch {
      unlink(first)
      Glibc.close(descriptor)
      descriptor = -1
      throw error
    }
  }

  deinit { close() }

  /// Whether somebody can still connect.
  package var isOpen: Bool { descriptor >= 0 }

  /// Takes a connection of the same user; nil where none waits.
  package func accept() -> LocalConnection? {
    while isOpen {
      let other = Glibc.accept(descriptor, nil, nil)
      if other >= 0 {
        guard let connection = LocalConnection(accepted: other) else { continue }
        return connection
      }
      switch errno {
      case EINTR, ECONNABORTED: continue
      case EAGAIN: return nil
      default:
        // Whoever waits on would be woken for ever.
        close()
      }
    }
    return nil
  }

  /// Listens no more; does nothing the second time.
  package func close() {
    guard isOpen else { return }
    unlink(path)
    Glibc.close(descriptor)
    descriptor = -1
  }
}
