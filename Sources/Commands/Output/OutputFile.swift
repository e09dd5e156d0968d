private import Glibc

/// Where a command's output goes: standard output, or a file that appears only when it is whole.
///
/// A regular file is written beside its place and renamed; what is no regular file, such as a pipe
/// or the null device, is written straight and never replaced.
struct OutputFile: ~Copyable {
  private let path: String
  private let temporaryPath: String?
  private var descriptor: Int32
  private var isOpen: Bool

  /// Opens the output; `-` is standard output.
  ///
  /// - Throws: `OutputError.cannotWrite`.
  init(_ path: String) throws {
    self.path = path
    var status = stat()
    if path == "-" {
      (temporaryPath, descriptor, isOpen) = (nil, STDOUT_FILENO, false)
    } else if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      (temporaryPath, isOpen) = (nil, true)
      descriptor = open(path, O_WRONLY)
    } else {
      let temporary = "\(path).\(getpid()).part"
      (temporaryPath, isOpen) = (temporary, true)
      UnfinishedFile.begin(temporary)
      descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL, 0o666)
    }
    guard descriptor >= 0 else {
      let code = errno
      isOpen = false
      UnfinishedFile.end()
      throw OutputError.cannotWrite(path: path, code: code)
    }
  }

  /// Writes all bytes.
  ///
  /// - Throws: `OutputError`; nothing half-written is left behind.
  mutating func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes
    while let base = rest.baseAddress, !rest.isEmpty {
      let count = Glibc.write(descriptor, base, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        let code = errno
        throw code == EPIPE ? .closedPipe : OutputError.cannotWrite(path: path, code: code)
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Writes text as UTF-8.
  mutating func write(_ text: String) throws {
    var text = text
    try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
  }

  /// Puts the finished file in its place.
  ///
  /// - Throws: `OutputError.cannotWrite`.
  mutating func commit() throws {
    guard isOpen else { return }
    isOpen = false
    let isClosed = close(descriptor) == 0
    guard let temporaryPath else { return }
    guard isClosed, rename(temporaryPath, path) == 0 else {
      let code = errno
      unlink(temporaryPath)
      UnfinishedFile.end()
      throw OutputError.cannotWrite(path: path, code: code)
    }
    UnfinishedFile.end()
  }

  deinit {
    guard isOpen else { return }
    close(descriptor)
    if let temporaryPath {
      unlink(temporaryPath)
      UnfinishedFile.end()
    }
  }

  /// Writes a whole text.
  static func write(_ text: String, to path: String) throws {
    var file = try OutputFile(path)
    try file.write(text)
    try file.commit()
  }
}
