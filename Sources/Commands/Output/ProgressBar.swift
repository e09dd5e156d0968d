private import Glibc

/// A line on standard error that shows how far long work has come.
///
/// It appears after half a second, if standard error is a terminal, and goes when the work ends.
struct ProgressBar: ~Copyable {
  private let isShown: Bool
  private let total: Int
  private let start = ContinuousClock.now
  private var done = 0
  private var next = Duration.milliseconds(500)
  private var drawnWidth = 0

  private static let interval = Duration.milliseconds(100)

  /// Makes a bar for work on a number of weights.
  ///
  /// - Parameter isAllowed: false where the output itself goes to the terminal.
  init(total: Int, isAllowed: Bool = true) {
    self.total = total
    isShown = isAllowed && isatty(STDERR_FILENO) != 0
  }

  /// Counts weights that are done.
  mutating func advance(by count: Int) { advance(to: done + count) }

  /// Says how many weights are done.
  mutating func advance(to count: Int) {
    done = count
    guard isShown else { return }
    let elapsed = start.duration(to: .now)
    guard elapsed >= next else { return }
    next = elapsed + Self.interval
    let line = ProgressLine(done: done, total: total, elapsed: elapsed)
      .text(width: Self.columns - 1)
    let rest = String(repeating: " ", count: max(0, drawnWidth - line.utf8.count))
    StandardError.write("\r\(line)\(rest)\r")
    drawnWidth = line.utf8.count
  }

  /// Removes the line.
  mutating func clear() {
    guard drawnWidth > 0 else { return }
    let width = min(drawnWidth, Self.columns - 1)
    StandardError.write("\r\(String(repeating: " ", count: width))\r")
    drawnWidth = 0
  }

  private static var columns: Int {
    var size = winsize()
    let isKnown = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 80
  }
}
