import Foundation
import Glibc
import PseudoTerminals
import Testing

/// The program under test: the one built beside the tests, or another that `INITSCOPE` names.
enum Initscope {
  static let path =
    ProcessInfo.processInfo.environment["INITSCOPE"] ?? BuiltProgram.path("initscope")

  /// The front page.
  static let readme = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "README.md")

  /// Runs a command through pipes.
  static func run(
    _ arguments: [String], changing changes: [String: String?] = [:]
  ) throws -> PipedProgram {
    try PipedProgram.run(path, arguments, changing: changes)
  }

  /// Opens the explorer in a pseudo-terminal.
  static func open(
    _ arguments: [String] = [], changing changes: [String: String?] = [:], columns: Int = 100,
    rows: Int = 30, addressSpace: Int? = nil
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      path, arguments, changing: changes, columns: columns, rows: rows, addressSpace: addressSpace)
  }

  /// The lines of a scene's frame, without trailing blanks.
  static func frame(_ scene: [String], columns: Int, rows: Int) throws -> [String] {
    try run(["show"] + scene + ["--size", "\(columns)x\(rows)"]).text.linesWithoutTrailingBlanks
  }

  /// A folder of its own for a test's files.
  static func makeFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("initscope-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}

extension String {
  /// The lines, each without the blanks at its end.
  var linesWithoutTrailingBlanks: [String] {
    var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines.map { line in
      var line = line
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

/// Checks that a terminal is as it was before the program.
func expectRestored(_ terminal: PseudoTerminal) {
  #expect(terminal.modes == terminal.modesBefore, "the modes are those from before")
  #expect(!terminal.screen.isAlternate, "the alternate screen is left")
  #expect(!terminal.screen.isApplicationMode, "cursor keys are in normal mode")
  #expect(terminal.screen.scrollsAsWhole, "all rows scroll")
  #expect(terminal.screen.showsCursor, "the cursor is shown")
  #expect(!terminal.screen.reportsMouse, "the mouse is the terminal's")
  #expect(!terminal.screen.marksPastes, "pastes are not marked")
  #expect(terminal.screen.isPlain, "the colours are the default ones")
}

/// Leaves the explorer by its key, which must work at once.
func quit(_ terminal: PseudoTerminal) {
  terminal.send("q")
  #expect(terminal.waitForExit() == .exited(0), "\(terminal.screen.text)")
  expectRestored(terminal)
}

/// The time a process has run, in hundredths of a second.
func processorTicks(of process: pid_t) -> Int {
  guard let file = fopen("/proc/\(process)/stat", "r") else { return 0 }
  defer { fclose(file) }
  var buffer = [CChar](repeating: 0, count: 1024)
  let count = fread(&buffer, 1, buffer.count, file)
  let text = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  // After the name in parentheses; utime and stime are fields 14 and 15.
  let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
  guard fields.count > 12 else { return 0 }
  return (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0)
}
