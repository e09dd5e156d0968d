internal import Background
private import Glibc
private import Mathematics
private import Screen
private import Words

/// The words of a progress bar; its signs are ASCII.
struct ProgressLine {
  let done: Int
  let total: Int
  let elapsed: Duration
  /// What is known so far; empty where there is nothing to say.
  var remark = ""

  /// The line in at most `width` columns: what does not fit is left out, the bar first.
  ///
  ///     42% [########            ] 420M of 1G weights, 350M/s, 2 s left
  func text(width: Int) -> String {
    let share = total > 0 ? min(1, max(0, Double(done) / Double(total))) : 1
    let percent = "\(Int(clamping: share * 100))%"
    let counts = Catalogue.spoken(
      Phrase(
        "progress.counts",
        ["done": .text(Self.short(Double(done))), "total": .text(Self.short(Double(total)))]))
    let (speed, left) = rate
    let full = [counts, speed, left]
    let candidates = [
      (full + (remark.isEmpty ? [] : [remark])).joined(separator: ", "),
      full.joined(separator: ", "), "\(counts), \(speed)", counts, "",
    ]
    for words in candidates {
      let room = width - percent.count - TextWidth.columns(of: words) - (words.isEmpty ? 3 : 4)
      if room >= 10 {
        let bar = Self.bar(share, length: min(room, 40))
        return words.isEmpty ? "\(percent) [\(bar)]" : "\(percent) [\(bar)] \(words)"
      }
      if !words.isEmpty, room >= -3, words == counts { return "\(percent) \(words)" }
    }
    return percent.count <= width ? percent : ""
  }

  private var rate: (speed: String, left: String) {
    let seconds = elapsed / .seconds(1)
    guard seconds > 0, done > 0 else { return ("0/s", Self.left("? s")) }
    let perSecond = Double(done) / seconds
    let left = (Double(max(0, total - done)) / perSecond).rounded(.up)
    return ("\(Self.short(perSecond))/s", Self.duration(left))
  }

  private static func duration(_ seconds: Double) -> String {
    if seconds < 120 { return left("\(short(seconds)) s") }
    if seconds < 7200 { return left("\(short((seconds / 60).rounded())) min") }
    return left("\(short((seconds / 3600).rounded())) h")
  }

  private static func left(_ time: String) -> String {
    Catalogue.spoken(Phrase("progress.left", ["time": .text(time)]))
  }

  private static func bar(_ share: Double, length: Int) -> String {
    let filled = min(length, Int(clamping: share * Double(length)))
    return String(repeating: "#", count: filled) + String(repeating: " ", count: length - filled)
  }

  /// Three digits and a thousand's letter: 999, 1.23k, 45.6M, 789G.
  private static func short(_ value: Double) -> String {
    var (number, letters) = (value, ["", "k", "M", "G", "T", "P", "E"][...])
    // 999.5 is 1.00k in three digits.
    while number >= 999.5, letters.count > 1 {
      number /= 1000
      letters = letters.dropFirst()
    }
    return Numeral.general(number, digits: 3) + (letters.first ?? "")
  }
}

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

  /// Says how many weights are done, and what is known so far.
  mutating func advance(to count: Int, remark: @autoclosure () -> String = "") {
    done = count
    guard isShown else { return }
    let elapsed = start.duration(to: .now)
    guard elapsed >= next else { return }
    next = elapsed + Self.interval
    let line = ProgressLine(done: done, total: total, elapsed: elapsed, remark: remark())
      .text(width: Self.columns - 1)
    let rest = String(repeating: " ", count: max(0, drawnWidth - TextWidth.columns(of: line)))
    StandardError.write("\r\(line)\(rest)\r")
    drawnWidth = TextWidth.columns(of: line)
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

extension ResumableWork {
  /// Does all of the work, step by step, so that long work shows how far it is.
  ///
  /// - Parameter remark: what is known so far.
  mutating func finish(
    showing progress: (Self) -> Double, of total: Int, remark: (Self) -> String = { _ in "" }
  ) throws -> Report {
    var bar = ProgressBar(total: total)
    defer { bar.clear() }
    while !isFinished {
      try advance()
      bar.advance(to: Int(clamping: progress(self) * Double(total)), remark: remark(self))
    }
    return snapshot()
  }
}
