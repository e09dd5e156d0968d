internal import Expressions
internal import Glibc
internal import WeightFiles
internal import Words

/// What a name stands for as a place to write to.
enum OutputPlace: Hashable {
  /// The standard output, `-`.
  case standardOutput
  /// Something that is no regular file, such as a pipe or a device: written straight.
  case straight(String)
  /// A regular file, there or not: written beside and renamed.
  case beside(String, existing: Existing?)

  /// What a new file takes over from the one it replaces.
  struct Existing: Hashable {
    let permissions: mode_t
    let owner: uid_t
    let group: gid_t
  }

  /// Finds out what a name stands for; symbolic links are followed, so that they stay links.
  ///
  /// - Throws: `OutputError.cannotWrite`, also for a file that may not be written.
  init(_ path: String) throws(OutputError) {
    // A name for what is open already, at the place it has reached.
    if path == "-" || path == "/dev/stdout" {
      self = .standardOutput
      return
    }
    guard !path.isEmpty else { throw .cannotWrite(path: path, code: ENOENT) }
    var status = stat()
    let isThere = stat(path, &status) == 0
    let code = errno
    if isThere, status.st_mode & S_IFMT != S_IFREG {
      self = .straight(path)
      return
    }
    guard isThere || code == ENOENT else { throw .cannotWrite(path: path, code: code) }
    guard let target = try Self.target(of: path) else {
      self = .straight(path)
      return
    }
    guard isThere else {
      self = .beside(target, existing: nil)
      return
    }
    // Renaming would pass over a write protection.
    guard access(path, W_OK) == 0 else { throw .cannotWrite(path: path, code: errno) }
    self = .beside(
      target,
      existing: Existing(
        permissions: status.st_mode & 0o777, owner: status.st_uid, group: status.st_gid))
  }

  /// The end of a chain of links; nil where /proc has a link for what is open already.
  private static func target(of path: String) throws(OutputError) -> String? {
    var name = path
    // As many links as Linux follows.
    for _ in 0..<40 {
      guard let next = link(at: name) else { return name }
      if name.hasPrefix("/proc/") { return nil }
      let folder = name.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(name[...$0]) } ?? ""
      name = next.hasPrefix("/") ? next : folder + next
    }
    throw .cannotWrite(path: path, code: ELOOP)
  }

  private static func link(at path: String) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
      guard let base = buffer.baseAddress else { return nil }
      let count = readlink(path, base, buffer.count)
      guard count >= 0 else { return nil }
      return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }
}

/// Why output could not be written.
enum OutputError: Error, Hashable, Worded {
  /// The file cannot be made or written; `code` is errno.
  case cannotWrite(path: String, code: Int32)
  /// The reader of a pipe has gone.
  case closedPipe(path: String)
  /// Binary numbers would go to a terminal.
  case binaryToTerminal
  /// The ending of a file's name stands for no format.
  case unknownEnding(path: String, known: [String], formats: [String])

  var phrase: Phrase {
    switch self {
    case .cannotWrite(let path, let code):
      Phrase(
        "error.output.write",
        ["path": .phrase(Self.name(path)), "reason": .text(String(cString: strerror(code)))])
    case .closedPipe(let path):
      Phrase("error.output.closed", ["path": .phrase(Self.name(path))])
    case .binaryToTerminal: Phrase("error.output.binary")
    case .unknownEnding(let path, let known, let formats):
      Phrase(
        "error.output.ending",
        [
          "path": .phrase(Self.name(path)), "known": .text(known.joined(separator: ", ")),
          "formats": .text(formats.joined(separator: "|")),
        ])
    }
  }

  private static func name(_ path: String) -> Phrase {
    path == "-" ? Phrase("standard-output") : .verbatim("'\(path)'")
  }
}

/// A format that the ending of a file's name stands for.
protocol FileFormat: RawRepresentable<String>, CaseIterable {
  /// The ending, in small letters and without its dot.
  var ending: String { get }
}

extension WeightFormat: FileFormat {}

extension FileFormat {
  /// The endings as a sentence lists them: `.txt, .ansi`.
  static var endings: String { allCases.map { ".\($0.ending)" }.joined(separator: ", ") }

  /// The format of an output.
  ///
  /// It is the one asked for, whatever the file's name; else the one that the name's ending stands
  /// for; else, where the name has no ending, the standard one. That is also for pipes and devices,
  /// whose names are often not the user's to choose.
  ///
  /// - Throws: `OutputError.unknownEnding`.
  static func of(_ path: String?, asked: Self?, standard: Self) throws(OutputError) -> Self {
    if let asked { return asked }
    guard let path, path != "-", let ending = path.fileEnding else { return standard }
    if let format = allCases.first(where: { $0.ending == ending.lowercased() }) { return format }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG { return standard }
    throw .unknownEnding(
      path: path, known: allCases.map { ".\($0.ending)" }, formats: allCases.map(\.rawValue))
  }
}
