private import Glibc
internal import Screen

/// What is shown while it is shown, as asciinema's players take it: asciicast v2, a line for what has
/// changed, with a marker where a chapter begins (https://docs.asciinema.org/manual/asciicast/v2/).
///
/// The file grows as it is taken down, so that what has been shown is there whatever happens after it.
final class Recording {
  private let start = ContinuousClock.now
  private var file: OutputFile
  private let title: String
  private var shown: (frame: Frame, rows: [Substring])?
  private var chapter: String?
  private var failure: (any Error)?

  /// Begins a recording.
  ///
  /// - Throws: `OutputError` for a place that cannot be written.
  init(_ path: String, title: String) throws(OutputError) {
    file = try OutputFile(growing: path)
    self.title = title
  }

  /// Adds a frame; what does not differ from the one before is not taken down.
  func add(_ frame: Frame, _ capabilities: Capabilities, chapter: String?) {
    guard failure == nil else { return }
    let components = start.duration(to: .now).components
    let microseconds = components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
    var lines = ""
    func event(_ kind: String, _ data: String) {
      lines += "[\(Double(microseconds) / 1e6), \"\(kind)\", \(Self.quoted(data))]\n"
    }
    if shown == nil {
      lines = header(frame.size)
    } else if let shown, shown.frame.size != frame.size {
      event("r", "\(frame.size.columns)x\(frame.size.rows)")
    }
    if let chapter, chapter != self.chapter {
      event("m", chapter)
      self.chapter = chapter
    }
    if frame != shown?.frame {
      let text = frame.ansi(
        theme: capabilities.theme, colors: capabilities.colors, onPaper: capabilities.isOnPaper)
      let rows = text.split(separator: "\n", omittingEmptySubsequences: false)
        .prefix(frame.size.rows)
      let before = shown.flatMap { $0.frame.size == frame.size ? $0.rows : nil }
      var data = before == nil ? "\u{1B}[?25l\u{1B}[2J" : ""
      // A row that fills its columns must not be erased behind its last one.
      for (row, text) in rows.enumerated() where before.map({ $0[row] != text }) ?? !text.isEmpty {
        data += "\u{1B}[\(row + 1);1H\u{1B}[2K\(text)"
      }
      event("o", data)
      shown = (frame, Array(rows))
    }
    do { try file.write(lines) } catch { failure = error }
  }

  /// Ends the recording.
  ///
  /// - Throws: `OutputError` where something could not be written.
  func end() throws {
    if let failure { throw failure }
    try file.commit()
  }

  private func header(_ size: Size) -> String {
    "{\"version\": 2, \"width\": \(size.columns), \"height\": \(size.rows), "
      + "\"timestamp\": \(time(nil)), \"title\": \(Self.quoted(title))}\n"
  }

  /// A text as JSON has it.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
