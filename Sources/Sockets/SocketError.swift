private import Glibc
package import Words

/// Why programs cannot find each other.
package enum SocketError: Error, Hashable, Sendable, Worded {
  /// What should be a folder is none.
  case notFolder(path: String)
  /// The folder belongs to somebody else.
  case otherOwner(path: String)
  /// Others can open the folder.
  case openToOthers(path: String, mode: Int)
  /// The path is longer than a socket's can be.
  case tooLong(path: String)
  /// The system refuses; `code` is errno.
  case refused(path: String, code: Int32)

  /// The sentence a user reads.
  package var phrase: Phrase {
    switch self {
    case .notFolder(let path): Phrase("error.socket.folder", ["path": .text(path)])
    case .otherOwner(let path): Phrase("error.socket.owner", ["path": .text(path)])
    case .openToOthers(let path, let mode):
      Phrase("error.socket.open", ["path": .text(path), "mode": .text(String(mode, radix: 8))])
    case .tooLong(let path): Phrase("error.socket.long", ["path": .text(path)])
    case .refused(let path, let code):
      Phrase(
        "error.socket.refused",
        ["path": .text(path), "reason": .text(String(cString: strerror(code)))])
    }
  }
}
