import CTerminal
import Glibc
package import Screen

/// The terminal while the explorer has it: its keys and its screen.
///
/// A process has one, on its main thread. The terminal is put back by `end()`, and also when the
/// process exits, is asked to end, or crashes. What is written to standard error meanwhile is
/// printed afterwards.
package final class TerminalSession {
  /// How many colours the terminal has.
  package let colors: ColorDepth

  private var decoder: KeyDecoder
  private var writer: RowWriter
  private var shown: Frame?
  /// The size reported last.
  private var reported = Size(columns: 0, rows: 0)
  private var isOpen = true
  /// When what has begun to arrive is what it is, since nothing has followed it.
  private var keyDeadline: ContinuousClock.Instant?
  private var bytes = [UInt8](repeating: 0, count: 4096)
  /// The texts whose width the terminal has not told yet.
  private var asked: [String] = []

  /// The size of the terminal on standard output; nil if there is none.
  package static var window: Size? {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard terminal_window(&columns, &rows) != 0 else { return nil }
    return Size(columns: Int(columns), rows: Int(rows))
  }

  /// Checks that standard input and output are a terminal, without touching it.
  ///
  /// - Throws: `TerminalError.notATerminal`.
  package static func checkForTerminal() throws(TerminalError) {
    guard terminal_is_there() != 0 else { throw .notATerminal }
  }

  /// Opens the terminal on standard input and output.
  ///
  /// - Throws: `TerminalError` where that is impossible; the terminal is then as it was.
  package init() throws(TerminalError) {
    switch Int(terminal_open()) {
    case Int(TERMINAL_OPENED): break
    case Int(TERMINAL_NOT_A_TERMINAL): throw .notATerminal
    case Int(TERMINAL_UNKNOWN): throw .unknownTerminal(name: Environment.value(of: "TERM"))
    case Int(TERMINAL_CANNOT_MOVE_CURSOR):
      throw .cannotMoveCursor(name: Environment.value(of: "TERM"))
    case Int(TERMINAL_ALREADY_OPEN): throw .alreadyOpen
    default: throw .outOfResources
    }
    colors = ColorDepth(terminalColors: Int(terminal_colors()))
    writer = RowWriter(theme: .neutral, colors: colors, isOnPaper: false)
    decoder = KeyDecoder(known: KeySequence.ofTerminal())
    if let milliseconds = Int(Environment.value(of: "ESCDELAY")), (0...5000).contains(milliseconds)
    {
      decoder.escapePatience = .milliseconds(milliseconds)
    }
    reported = size
  }

  deinit { end() }

  /// The terminal's size.
  package var size: Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    terminal_size(&columns, &rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  /// Waits until something happens, at most as long as the timeout.
  ///
  /// - Parameter files: what else is waited for, 16 at most.
  /// - Returns: everything that has happened; nothing after the timeout.
  package func events(timeout: Duration?, files: [AwaitedFile] = []) -> [TerminalEvent] {
    guard isOpen else { return [] }
    var signal: Int32 = 0
    let untilKey = keyDeadline.map { ContinuousClock.now.duration(to: $0) }
    let patience = [timeout, untilKey].compactMap(\.self).min()
    let others = files.map {
      terminal_file(descriptor: $0.descriptor, writes: $0.isWritten ? 1 : 0)
    }
    let found = Int(
      terminal_wait(
        patience.map(Self.milliseconds) ?? -1, others, Int32(others.count), &signal))
    var events: [TerminalEvent] = []
    // What was typed before Ctrl-C the system has thrown away.
    if found & Int(TERMINAL_INTERRUPTED) != 0 { events.append(.interrupt) }
    if found & Int(TERMINAL_INPUT) != 0 {
      events += readKeys().map(event)
      keyDeadline = decoder.patience.map { .now + $0 }
    } else if let deadline = keyDeadline, deadline <= .now {
      events += decoder.giveUp().map(event)
      keyDeadline = decoder.patience.map { .now + $0 }
    }
    if let background = decoder.takeBackground() { events.append(.background(background)) }
    events += decoder.takeColumns().compactMap(width)
    if found & (Int(TERMINAL_RESIZED) | Int(TERMINAL_CONTINUED)) != 0 {
      if found & Int(TERMINAL_CONTINUED) != 0 { terminal_resume() } else { terminal_resize() }
      shown = nil
      events.append(size == reported ? .redraw : .resize(size))
      reported = size
    }
    if found & Int(TERMINAL_WOKEN) != 0 { events.append(.wakeUp) }
    if found & Int(TERMINAL_FILES) != 0 { events.append(.files) }
    if found & Int(TERMINAL_QUIT) != 0 { events.append(.quit(signal: signal)) }
    return events
  }

  // Ctrl-L is the terminal's own: something else has written on the screen.
  private func event(_ key: Key) -> TerminalEvent {
    guard key == .control("l") else { return .key(key) }
    terminal_repaint()
    shown = nil
    return .redraw
  }

  /// Whether the terminal has taken the frame sent last; one that is slow is not sent more than it
  /// takes, but the newest frame once it is ready, which ends the wait for events.
  package var isReady: Bool { terminal_is_ready() != 0 }

  /// Asks the terminal; what it answers comes as events, if it comes at all.
  ///
  /// A terminal that would print what it does not understand is not asked.
  package func ask(_ questions: [TerminalQuestion]) {
    guard isOpen, !questions.isEmpty, terminal_takes_sequences() != 0 else { return }
    asked = questions.compactMap { if case .columns(let text) = $0 { text } else { nil } }
    let text = questions.map(\.sequence).joined() + TerminalQuestion.last
    terminal_send(Array(text.utf8), Int64(text.utf8.count))
    decoder.expectsReply = true
  }

  // Answers come in the order of the questions. Where text is wider than frames take it to be, what
  // is shown has gone astray.
  private func width(_ column: Int) -> TerminalEvent? {
    guard !asked.isEmpty else { return nil }
    let text = asked.removeFirst()
    if column - 1 != TextWidth.columns(of: text) {
      terminal_repaint()
      shown = nil
    }
    return .columns(column - 1, of: text)
  }

  /// Shows a frame; only what differs from the frame shown last is sent on.
  ///
  /// - Parameter capabilities: the colours; their depth is one for the whole session.
  package func present(_ frame: Frame, _ capabilities: Capabilities) {
    guard isOpen else { return }
    var previous = shown?.size == frame.size ? shown : nil
    let (theme, colors) = (capabilities.theme, capabilities.colors)
    if writer.theme != theme || writer.colors != colors
      || writer.isOnPaper != capabilities.isOnPaper
    {
      writer = RowWriter(theme: theme, colors: colors, isOnPaper: capabilities.isOnPaper)
      previous = nil
    }
    if colors == .direct {
      paint(frame, over: previous)
    } else {
      put(frame, over: previous)
    }
    shown = frame
  }

  // By curses, which knows colours by number.
  private func put(_ frame: Frame, over previous: Frame?) {
    let size = size
    let changed = (0..<size.rows).filter { row in
      previous.map { frame.differs(from: $0, row: row) } ?? true
    }
    for row in changed { writer.put(frame, row: row, columns: size.columns) }
    // ncurses would scroll parts of the screen for rows that have moved, which not every terminal
    // and recorder can.
    if let previous, frame.hasMovedRows(from: previous, among: changed) {
      for row in changed { terminal_forget_row(Int32(row)) }
    }
    terminal_show()
  }

  // Past curses, which clears the screen where its contents are gone.
  private func paint(_ frame: Frame, over previous: Frame?) {
    let size = size
    if shown == nil { terminal_show() }
    for row in 0..<size.rows
    where previous.map({ frame.differs(from: $0, row: row) }) ?? true {
      writer.paint(frame, over: previous, row: row, columns: size.columns)
    }
    terminal_paint_end()
  }

  /// Has the terminal report the mouse's button and wheel, or leaves the mouse to it again.
  package func listenToMouse(_ isOn: Bool) { terminal_mouse(isOn ? 1 : 0) }

  /// Has the terminal put text on the clipboard, if it will.
  package func copy(_ text: String, to clipboard: Clipboard) {
    let bytes = clipboard.sequence(for: text)
    terminal_send(bytes, Int64(bytes.count))
  }

  /// Puts the terminal back as it was; does nothing the second time.
  package func end() {
    guard isOpen else { return }
    awaitReply()
    isOpen = false
    terminal_close()
  }

  // Who leaves at once gets no reply typed into the shell.
  private func awaitReply() {
    let deadline = ContinuousClock.now + .milliseconds(100)
    while decoder.expectsReply, ContinuousClock.now < deadline {
      var signal: Int32 = 0
      let rest = Self.milliseconds(ContinuousClock.now.duration(to: deadline))
      let found = Int(terminal_wait(rest, nil, 0, &signal))
      if found & Int(TERMINAL_QUIT) != 0 { return }
      if found & Int(TERMINAL_INPUT) != 0 { _ = readKeys() }
    }
  }

  // One reading: whoever sends without end must not keep other events from being heard.
  private func readKeys() -> [Key] {
    let count = Int(terminal_read(&bytes, Int32(bytes.count)))
    return decoder.keys(from: Array(bytes.prefix(max(0, count))))
  }

  /// The whole milliseconds of a duration, rounded up so that short ones do not spin.
  private static func milliseconds(_ duration: Duration) -> Int64 {
    let day: Duration = .seconds(86_400)
    let (seconds, attoseconds) = max(.zero, min(duration, day)).components
    return seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
  }
}

extension Frame {
  /// Whether one of the rows was somewhere else in another frame of the same size.
  fileprivate func hasMovedRows(from other: Frame, among rows: [Int]) -> Bool {
    func cells(_ row: Int, of frame: Frame) -> ArraySlice<Cell> {
      frame.cells[min(row, size.rows) * size.columns..<min(row + 1, size.rows) * size.columns]
    }
    let before = Set(rows.map { cells($0, of: other) })
    return rows.contains { before.contains(cells($0, of: self)) }
  }

  /// Whether a row is not the same in another frame of the same size.
  fileprivate func differs(from other: Frame, row: Int) -> Bool {
    guard row < size.rows else { return false }
    let range = row * size.columns..<(row + 1) * size.columns
    return cells[range] != other.cells[range]
  }
}

/// What a terminal session waits for.
package enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Ctrl-C was pressed.
  case interrupt
  /// The terminal has a new size, and its contents are gone.
  case resize(Size)
  /// The terminal has said what colour its background is.
  case background(RGB)
  /// The terminal has said how many columns a text takes.
  case columns(Int, of: String)
  /// `WakeUp.signal()` was called, once or more often.
  case wakeUp
  /// One of the files that are waited for is ready.
  case files
  /// The terminal's contents are gone, as after a suspension.
  case redraw
  /// The process was asked to end; a terminal that went away counts as SIGHUP.
  case quit(signal: Int32)
}

/// A file that a terminal session waits for besides the terminal.
package struct AwaitedFile: Hashable, Sendable {
  /// Its number in the system.
  package let descriptor: Int32
  /// Whether there is something to write as soon as it takes it.
  package let isWritten: Bool

  /// Names a file.
  package init(_ descriptor: Int32, isWritten: Bool = false) {
    (self.descriptor, self.isWritten) = (descriptor, isWritten)
  }
}

/// The process's environment.
enum Environment {
  /// The value of a variable, empty when it is not set.
  static func value(of name: String) -> String {
    guard let value = getenv(name) else { return "" }
    return String(cString: value)
  }
}

/// The process's character set.
package struct Locale: Hashable, Sendable {
  /// Whether text can be UTF-8; otherwise only ASCII reaches the screen.
  package let isUTF8: Bool

  /// Takes the character set from the environment, and only that: numbers keep their points.
  ///
  /// Where the environment names a UTF-8 locale which is not installed, C.UTF-8 serves.
  package static func adopt() -> Locale { Locale(isUTF8: terminal_adopt_locale() != 0) }
}

/// What a worker uses to wake the session that waits in `TerminalSession.events(timeout:)`.
package struct WakeUp: Sendable {
  /// Makes one, also before there is a session.
  package init() {}

  /// Wakes the session; safe on every thread and in signal handlers, also after its end.
  package func signal() { terminal_wake() }
}
