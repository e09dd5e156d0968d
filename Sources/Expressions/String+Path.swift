/// Parts of a path, by scalars as a file system has them: an accent may follow a slash or a dot.
extension String {
  /// All up to the last slash, with it; empty where there is none.
  package var folder: String {
    let end = unicodeScalars.lastIndex(of: "/").map { unicodeScalars.index(after: $0) }
    return String(self[..<(end ?? startIndex)])
  }

  /// A path's last name; the path itself where that is empty.
  package var withoutFolders: String {
    unicodeScalars.split(separator: "/").last.map { String($0) } ?? self
  }

  /// A path without the ending of its last name, which may begin with a dot.
  package var withoutEnding: String { String(self[..<(lastDot ?? endIndex)]) }

  /// What follows the last dot of a file's name, which may begin with a dot; nil where nothing does.
  package var fileEnding: Substring? {
    let ending = lastDot.map { self[unicodeScalars.index(after: $0)...] } ?? ""
    return ending.isEmpty ? nil : ending
  }

  private var lastDot: String.Index? {
    let scalars = unicodeScalars
    let name = scalars.lastIndex(of: "/").map { scalars.index(after: $0) } ?? startIndex
    guard let dot = scalars[name...].lastIndex(of: "."), dot > name else { return nil }
    return dot
  }
}
