import Foundation
import PseudoTerminals
import TestSupport
import Testing

/// Keys, pastes, the mouse, answers of a terminal, Unicode, noise and sizes, at random, sent to the
/// program in a terminal; after each session it still listens, leaves by its key and leaves the
/// terminal as it was.
///
/// `RANDOM_EVENTS=100000` sends so many events in all, `RANDOM_SEED` begins at another seed.
@Suite struct `The explorer in a terminal` {
  private static func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  private static let events = number("RANDOM_EVENTS") ?? 3000
  private static let firstSeed = UInt64(number("RANDOM_SEED") ?? 0)
  private static let perSession = 300

  @Test(arguments: [false, true])
  func `survives whatever is sent to it`(givesLecture: Bool) throws {
    var sent: [RandomEvent: Int] = [:]
    var sessions: [String: Int] = [:]
    var seed = Self.firstSeed
    while sent.values.reduce(0, +) < Self.events {
      sessions[try play(seed: seed, givesLecture, &sent), default: 0] += 1
      seed += 1
    }
    if Self.number("RANDOM_EVENTS") != nil {
      print(givesLecture ? "The player of lectures:" : "The explorer:")
      print("\(sent.values.reduce(0, +)) events, seeds \(Self.firstSeed) to \(seed - 1)")
      for event in RandomEvent.allCases { print("\(event): \(sent[event] ?? 0)") }
      for (name, count) in sessions.sorted(by: { $0.key < $1.key }) {
        print("TERM=\(name): \(count) sessions")
      }
    }
  }

  // The screen can be read on the first; the others are drawn otherwise.
  private static let names = [
    "xterm-256color", "xterm", "linux", "screen-256color", "vt100", "tmux-256color", "screen",
    "rxvt-unicode-256color", "vt220", "xterm-mono",
  ]

  // Plays a session, counts the events that are sent, and tells on which terminal.
  private func play(
    seed: UInt64, _ givesLecture: Bool, _ counts: inout [RandomEvent: Int]
  ) throws -> String {
    var random = SplitMix(seed: seed)
    let names = Self.names
    let name = random.below(2) == 0 ? names[0] : random.pick(names)
    // Nothing can be written where it runs.
    let terminal = try PseudoTerminal(
      "/bin/sh",
      ["-c", "cd /proc && exec \"$0\" \"$@\"", Initscope.path]
        + (givesLecture ? ["lecture", "why-he"] : []),
      changing: [
        "TERM": name, "COLORTERM": random.pick([nil, "truecolor"]),
        "LC_ALL": random.pick(["C.UTF-8", "C.UTF-8", "C"]),
      ], columns: 100, rows: 30)
    let opening = givesLecture && name == names[0] ? try opening(of: terminal) : nil
    var sent = 0
    while sent < Self.perSession {
      var bytes: [UInt8] = []
      for _ in 0..<1 + random.below(12) {
        let event = random.pick(RandomEvent.weighted)
        bytes += random.bytes(of: event)
        counts[event, default: 0] += 1
        sent += 1
      }
      terminal.send(bytes: bytes)
      if random.below(8) == 0 {
        terminal.resize(columns: 1 + random.below(180), rows: 1 + random.below(60))
        counts[.resize, default: 0] += 1
      }
      if random.below(30) == 0 {
        terminal.disturb("noise\u{1B}[2J")
        counts[.disturbance, default: 0] += 1
      }
      terminal.readUntilStill(for: .milliseconds(1))
    }
    // What began as a string or a paste ends by itself, within five seconds at most.
    terminal.resize(columns: 100, rows: 30)
    terminal.send("\u{1B}[201~\u{18}")
    terminal.readUntilStill(for: .milliseconds(60))
    let isHeard =
      name != names[0]
      || {
        terminal.send("\u{C}")
        guard let opening else { return terminal.wait { $0.lines[0].contains("seed ") } }
        return comesBack(terminal, to: opening)
      }()
    #expect(isHeard, "seed \(seed), TERM=\(name)\n\(terminal.screen.text)")
    // Escape closes a prompt, unless a slow program finds the next key right behind it.
    var status: PseudoTerminals.ExitStatus?
    for _ in 0..<20 where status == nil {
      terminal.send("\u{1B}")
      terminal.readUntilStill(for: .milliseconds(60))
      terminal.send("\u{C}q")
      status = terminal.waitForExit(timeout: .seconds(1))
    }
    #expect(status == .exited(0), "seed \(seed), TERM=\(name)\n\(terminal.screen.text)")
    #expect(terminal.modes == terminal.modesBefore, "seed \(seed), TERM=\(name)")
    if name == names[0] { expectRestored(terminal) }
    return name
  }
}

extension `The explorer in a terminal` {
  /// The words and the numbers of a lecture's first step.
  private func opening(of terminal: PseudoTerminal) throws -> [String] {
    try #require(
      terminal.wait { $0.lines[0].hasSuffix("1/7") && $0.text.contains("KS p 0.") },
      "\(terminal.screen.text)")
    return numbers(terminal.screen)
  }

  /// Whether a lecture comes back to its step, and by the next key to its first, with the same numbers.
  private func comesBack(_ terminal: PseudoTerminal, to opening: [String]) -> Bool {
    var isBack = false
    // What is on top goes first, and what is blank shows again.
    for _ in 0..<8 where !isBack {
      terminal.send("\u{1B}")
      terminal.readUntilStill(for: .milliseconds(60))
      // A key that brings the lecture back, if it was taken over; then to its beginning.
      terminal.send("\u{C}\u{1B}[15~")
      terminal.readUntilStill(for: .milliseconds(60))
      terminal.send("\u{1B}[15~")
      isBack = terminal.wait(timeout: .seconds(3)) { screen in
        screen.lines[0].hasSuffix("1/7") && numbers(screen) == opening
      }
    }
    return isBack
  }

  // In ASCII the signs are others, but the numbers the same.
  private func numbers(_ screen: ScreenReader) -> [String] {
    let prose = screen.lines.drop { !$0.contains("Xavier draws") }
    return prose.joined(separator: " ").matches(of: /[0-9]+\.[0-9]+/).map { String($0.0) }
  }
}

/// What is sent.
private enum RandomEvent: CaseIterable {
  case letter, sequence, reply, mouse, text, paste, line, noise, resize, disturbance

  /// What arrives as bytes, as often as it is to be sent.
  static let weighted =
    Array(repeating: letter, count: 5) + [.sequence, .reply, .mouse, .text, .paste, .line, .noise]
}

extension SplitMix {
  /// The bytes of an event; none that ends the program at once.
  fileprivate mutating func bytes(of event: RandomEvent) -> [UInt8] {
    switch event {
    case .letter: [pick(Self.letters)]
    case .sequence: Array(pick(Self.sequences).utf8)
    case .reply: Array(pick(Self.replies).utf8)
    case .mouse:
      Array("\u{1B}[<\(pick([0, 0, 64, 65, 2, 35]));\(1 + below(120));\(1 + below(40))M".utf8)
    case .text: Array(pick(Self.texts).utf8)
    case .paste: Array("\u{1B}[200~\(pick(Self.texts + Self.lines))\u{1B}[201~".utf8)
    case .line: Array("\u{15}\u{1B}[200~\(pick(Self.lines))\u{1B}[201~\r".utf8)
    // Noise, without what quits or suspends.
    case .noise:
      (0..<1 + below(8)).map { _ in UInt8(below(128) + (below(3) == 0 ? 128 : 0)) }.filter {
        ![0x03, 0x1A, 0x1C, 0x71, 0x2F].contains($0)
      }
    case .resize, .disturbance: []
    }
  }

  private static let letters =
    (0x20...0x7E).map { UInt8($0) }.filter { $0 != 0x71 && $0 != 0x2F }
    + [0x09, 0x0D, 0x7F, 0x0C, 0x01, 0x05, 0x15, 0x17, 0x1B]
  private static let sequences = [
    "\u{1B}[A", "\u{1B}[B", "\u{1B}OC", "\u{1B}OD", "\u{1B}[H", "\u{1B}[F", "\u{1B}[5~",
    "\u{1B}[6~",
    "\u{1B}[3~", "\u{1B}[Z", "\u{1B}OP", "\u{1B}[15~", "\u{1B}b", "\u{1B}f", "\u{1B}d",
    "\u{1B}\u{7F}",
    "\u{1B}[1;5C", "\u{1B}[1;3D", "\u{1B}q",
  ]
  private static let replies = [
    "\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\", "\u{1B}]11;rgb:0/0/0\u{7}", "\u{1B}[?62;22c",
    "\u{1B}[>0;276;0c",
    "\u{1B}[12;40R", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[?2004;1$y", "\u{1B}[I", "\u{1B}[O",
    "\u{1B}_Gi=1;OK\u{1B}\\",
    "\u{1B}]52;c;cXFx\u{7}", "\u{1B}[M !!", "\u{1B}[8;30;100t", "\u{1B}]", "\u{1B}P", "\u{1B}[200~",
    "\u{1B}[",
  ]
  private static let texts = [
    "e\u{301}", "宽", "🇩🇪", "👩\u{200D}💻", "한", "ก\u{E33}", "क\u{94D}ष", "\u{202E}x", "\u{200B}",
    "\u{85}", "\n\n",
    "a\tb\r\nc", "",
  ]
  private static let lines = [
    "normal", "kaiming_normal --nonlinearity relu", "trunc_normal --a 1 --b 2",
    "orthogonal --shape 300,200",
    "sparse --shape 64,64", "--shape 1,1", "--shape 4096,4096", "--shape 0,5", "--view matrix",
    "--view propagation --depth 200", "--view distribution", "--panel qq", "--bins 1000",
    "--pin 'zeros'",
    "--pin none", "--gain 1e300", "--std nan", "--seed 18446744073709551615", "dirac --shape 4,4,3",
    "nonsense",
  ]
}
