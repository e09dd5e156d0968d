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

  /// Writes a whole text.
  static func write(_ text: String, to path: String) throws {
    var file = try OutputFile(path)
    try file.write(text)
    try file.commit()
  }
}
