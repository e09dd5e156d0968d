// Shows what a terminal session receives, for tests: "q" quits, "!" traps, "e" writes to standard
// error, "w" is a wake-up from another thread, "t" measures a repaint, "a" traps on another thread,
// "s" overflows the stack, "X" exits without an end, "r" ends and opens again, "o" opens twice,
// "?" asks for the background's colour.
// On a thread that computes in the background "b" traps, "n" writes to nowhere, "d" overflows the
// stack, "A" aborts, "S" sleeps; "B" traps on many of them at once, while the main thread paints.
import Background
import Glibc
import Screen
import Synchronization
import Terminal

func run() -> Int32 {
  let locale = Locale.adopt()
  var session: TerminalSession
  do {
    session = try TerminalSession()
  } catch {
    print(error)
    return 3
  }
  var capabilities = Capabilities(colors: session.colors, glyphs: .braille, theme: .dark)
  if getenv("COLORTERM") != nil { capabilities.colors = .direct }
  var lines: [String] = []
  var measured = ""
  while true {
    let size = session.size
    var frame = Frame(size: size)
    frame.fill(
      Region(column: 0, row: 0, columns: size.columns, rows: 1),
      with: Cell(" ", Style(.chrome, on: .chrome)))
    frame.put(
      "probe \(size.columns)×\(size.rows) \(session.colors) utf8 \(locale.isUTF8)", column: 0,
      row: 0, Style(.bright, on: .chrome))
    frame.put("宽 σ² ⣿▇ \(measured)", column: 0, row: 1, Style(.law))
    for (index, line) in lines.suffix(max(0, size.rows - 3)).enumerated() {
      frame.put(line, column: 0, row: 2 + index)
    }
    frame.put("corner", endColumn: size.columns, row: size.rows - 1, Style(.key))
    if session.isReady { session.present(frame, capabilities) }
    for event in session.events(timeout: nil) {
      switch event {
      case .key(.character("q")):
        session.end()
        print("goodbye")
        return 0
      case .key(.character("!")): fatalError("trapped on purpose")
      case .key(.character("a")):
        Task.detached { fatalError("trapped elsewhere") }
      case .key(.character("b")):
        crash("worker") { fatalError("worker trap") }
      case .key(.character("n")):
        crash("worker") { UnsafeMutablePointer<Int>(bitPattern: 64)?.pointee = 1 }
      case .key(.character("d")): crash("worker") { print(overflow(1)) }
      case .key(.character("A")): crash("worker") { abort() }
      case .key(.character("S")):
        crash("worker") { while true { sleep(1) } }
        lines.append("asleep")
      case .key(.character("B")):
        let start = Mutex(false)
        for number in 1...8 {
          crash("worker \(number)") {
            while !start.withLock({ $0 }) {}
            fatalError("worker trap \(number)")
          }
        }
        start.withLock { $0 = true }
        while true {
          frame.put("\(clock())", column: 0, row: 3)
          session.present(frame, capabilities)
        }
      case .key(.character("s")): lines.append("\(overflow(1))")
      case .key(.character("X")): exit(5)
      case .key(.character("r")):
        session.end()
        session.end()
        do { session = try TerminalSession() } catch { return 4 }
        lines.append("reopened")
      case .key(.character("o")):
        do { _ = try TerminalSession() } catch { lines.append("\(error)") }
      case .key(.character("e")):
        let message = Array("a message for later\n".utf8)
        write(STDERR_FILENO, message, message.count)
        lines.append("wrote")
      case .key(.character("?")): session.ask([.background])
      case .key(.character("w")):
        Task.detached { WakeUp().signal() }
      case .key(.character("m")): session.listenToMouse(true)
      case .key(.character("t")): measured = measure(session, capabilities)
      case .key(let key): lines.append("key \(key)")
      case .interrupt:
        session.end()
        return 128 + SIGINT
      case .resize(let size): lines.append("resize \(size.columns)×\(size.rows)")
      case .background(let color): lines.append("background \(color.code)")
      case .columns(let columns, let text): lines.append("columns \(columns) of \(text)")
      case .wakeUp: lines.append("woken")
      case .redraw: lines.append("redraw")
      case .files: lines.append("files")
      case .quit(let signal):
        session.end()
        print("quit by \(signal)")
        return 128 + signal
      }
    }
  }
}

/// Work of one step, which ends the program.
struct CrashingWork: ResumableWork {
  let body: @Sendable () -> Void
  var isFinished: Bool { false }
  var isUninterruptible: Bool { false }
  mutating func advance() { body() }
  func snapshot() -> Int { 0 }
}

/// Has a worker crash, as the explorer's would.
func crash(_ name: String, _ body: @escaping @Sendable () -> Void) {
  do {
    let worker = try Worker<Int, Int>(wakeUp: {}) { _ in CrashingWork(body: body) }
    worker.request(1)
  } catch {
    print(name, error)
    exit(6)
  }
}

@inline(never)
func overflow(_ depth: Int) -> Int {
  depth < 0 ? 0 : overflow(depth + 1) + Int(getpid()) % depth
}

/// The processor time of presenting a frame in which every cell has changed, in microseconds.
func measure(_ session: TerminalSession, _ capabilities: Capabilities) -> String {
  let roles: [Role] = [.text, .bar, .law, .dim, .key, .residualUp]
  let glyphs: [Unicode.Scalar] = ["a", "▇", "⣿", "─", "x", "▃"]
  let count = 40
  var spent: [Int] = []
  for round in 0..<count {
    var frame = Frame(size: session.size)
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns {
        let kind = (column / 7 + row + round) % 6
        frame[column, row] = Cell(glyphs[kind], Style(roles[kind], on: kind == 2 ? .bar : .text))
      }
    }
    let before = clock()
    session.present(frame, capabilities)
    spent.append(clock() - before)
  }
  return "median \(spent.sorted()[count / 2]) µs"
}

exit(run())
