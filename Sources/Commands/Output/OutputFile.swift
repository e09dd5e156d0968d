private import COutput
private import Glibc
internal import WeightFiles

/// Where a command's output goes: standard output, or a file that appears only when it is whole.
///
/// A regular file is written beside its place and renamed; what is no regular file, such as a pipe
/// or the null device, is written straight and never replaced.
struct OutputFile: ~Copyable, ByteSink {
  private let path: String
  private let place: OutputPlace
  private let temporaryPath: String?
  private let descriptor: Int32
  private var isOpen: Bool
  /// The bytes written so far.
  private(set) var bytes = 0

  /// Opens the output; `-` is standard output.
  ///
  /// - Throws: `OutputError.cannotWrite`.
  init(_ path: String) throws(OutputError) {
    let place = try OutputPlace(path)
    let opened = Self.open(place)
    guard opened.descriptor >= 0 else { throw .cannotWrite(path: path, code: errno) }
    self.path = path
    self.place = place
    temporaryPath = opened.temporaryPath
    descriptor = opened.descriptor
    isOpen = place != .standardOutput
  }

  /// Opens a file that may be read while it grows, and stays as far as it has come.
  ///
  /// - Throws: `OutputError.cannotWrite`.
  init(growing path: String) throws(OutputError) {
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, code: errno) }
    (self.path, place, temporaryPath) = (path, .straight(path), nil)
    (self.descriptor, isOpen) = (descriptor, true)
  }

  /// Writes all bytes.
  ///
  /// - Throws: `OutputError`; nothing half-written is left behind.
  mutating func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes
    while let base = rest.baseAddress, !rest.isEmpty {
      let count = Glibc.write(descriptor, base, rest.count)
      if count < 0 {
        let code = errno
        switch code {
        case EINTR: continue
        case EAGAIN:
          // The pipe does not block by itself; another program may have set it so.
          var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&wait, 1, -1)
          continue
        case EPIPE: throw OutputError.closedPipe(path: path)
        default: throw OutputError.cannotWrite(path: path, code: code)
        }
      }
      self.bytes += count
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
  mutating func commit() throws(OutputError) {
    guard isOpen else { return }
    isOpen = false
    // Some file systems report a full disk only now.
    var code = close(descriptor) == 0 ? 0 : errno
    if let temporaryPath, case .beside(let target, _) = place {
      if code == 0, rename(temporaryPath, target) != 0 { code = errno }
      if code != 0 { unlink(temporaryPath) }
      output_forget_unfinished()
    }
    guard code == 0 else { throw .cannotWrite(path: path, code: code) }
  }

  deinit {
    guard isOpen else { return }
    close(descriptor)
    guard let temporaryPath else { return }
    unlink(temporaryPath)
    output_forget_unfinished()
  }

  /// Writes whole binary data.
  static func write(_ bytes: [UInt8], to path: String) throws {
    var file = try OutputFile(path)
    try bytes.withUnsafeBytes { try file.write($0) }
    try file.commit()
  }

  /// Writes a whole text.
  static func write(_ text: String, to path: String) throws {
    var file = try OutputFile(path)
    try file.write(text)
    try file.commit()
  }

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
