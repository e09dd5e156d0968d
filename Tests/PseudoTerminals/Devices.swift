import Glibc

/// The two ends of a pseudo-terminal.
///
/// Opened by the requests behind posix_openpt and its kin, which Glibc's module leaves out.
struct Devices {
  let master: Int32
  let slave: Int32
  let path: String

  init(columns: Int, rows: Int) throws(PseudoTerminalError) {
    // Whoever waits for room on one end must read on the other meanwhile.
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    guard master >= 0 else { throw PseudoTerminalError(call: "open /dev/ptmx", number: errno) }
    var isLocked: Int32 = 0
    var number: UInt32 = 0
    // TIOCSPTLCK and TIOCGPTN.
    guard ioctl(master, 0x4004_5431, &isLocked) == 0, ioctl(master, 0x8004_5430, &number) == 0
    else {
      let error = errno
      close(master)
      throw PseudoTerminalError(call: "ioctl", number: error)
    }
    path = "/dev/pts/\(number)"
    slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
    guard slave >= 0 else {
      let error = errno
      close(master)
      throw PseudoTerminalError(call: "open \(path)", number: error)
    }
    Self.setSize(of: master, columns: columns, rows: rows)
  }

  static func setSize(of file: Int32, columns: Int, rows: Int) {
    var size = winsize()
    size.ws_col = UInt16(clamping: columns)
    size.ws_row = UInt16(clamping: rows)
    _ = ioctl(file, UInt(TIOCSWINSZ), &size)
  }
}
