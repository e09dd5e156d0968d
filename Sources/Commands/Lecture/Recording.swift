private import Glibc
internal import Screen

/// What is shown while it is shown, as asciinema's players take it: asciicast v2, a line a frame, with
/// a marker where a chapter begins (https://docs.asciinema.org/manual/asciicast/v2/).
final class Recording {
  private let start = ContinuousClock.now
  private var lines: [String] = []
  private var size: Size?
  private var shown: Frame?
  private var chapter: String?
  private let title: String

  /// Begins a recording.
  init(title: String) { self.title = title }

  /// Adds a frame; what does not differ from the one before is not taken down.
  func add(_ frame: Frame, _ capabilities: Capabilities, chapter: String?) {
    let components = start.duration(to: .now).components
    let seconds =
      Double(components.seconds) + Double(components.attoseconds / 1_000_000_000_000) / 1e6
    func event(_ kind: String, _ data: String) {
      lines.append("[\(seconds), \"\(kind)\", \(Self.quoted(data))]")
    }
    if size == nil {
      size = frame.size
    } else if let shown, shown.size != frame.size {
      event("r", "\(frame.size.columns)x\(frame.size.rows)")
    }
    if let chapter, chapter != self.chapter {
      event("m", chapter)
      self.chapter = chapter
    }
    guard frame != shown else { return }
    shown = frame
    let text = frame.ansi(
      theme: capabilities.theme, colors: capabilities.colors, onPaper: capabilities.isOnPaper)
    // Without the cursor, from the first cell on; the last row's end must not scroll.
    let rows = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(frame.size.rows)
    event("o", "\u{1B}[?25l\u{1B}[H" + rows.joined(separator: "\r\n"))
  }

  /// The recording's lines.
  var text: String {
    let size = size ?? Size(columns: 80, rows: 24)
    let header =
      "{\"version\": 2, \"width\": \(size.columns), \"height\": \(size.rows), "
      + "\"timestamp\": \(time(nil)), \"title\": \(Self.quoted(title))}"
    return ([header] + lines).joined(separator: "\n") + "\n"
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
