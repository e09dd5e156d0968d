/// Parts of the explorer's screen by name, so that a test need not know where they lie.
package enum ScreenArea: Hashable, Sendable {
  /// The bar at the top: program, views, scene.
  case header
  /// The row above the bar at the foot, where the program says something.
  case message
  /// The bar at the foot: keys, or what is being typed.
  case footer
  /// A panel under its heading, without it.
  case panel(String)
}

extension ScreenReader {
  /// The lines of a part of the screen, without trailing blanks; none if it is not there.
  package func area(_ area: ScreenArea) -> [String] {
    switch area {
    case .header: Array(lines.prefix(1))
    case .message: Array(lines.dropLast().suffix(1))
    case .footer: Array(lines.suffix(1))
    case .panel(let title): panel(title)
    }
  }

  private func panel(_ title: String) -> [String] {
    let heading = Array("\(title) ─".unicodeScalars)
    for row in cells.indices {
      let starts = cells[row].indices.dropLast(heading.count).filter { start in
        cells[row][start..<start + heading.count].elementsEqual(heading)
      }
      guard let start = starts.first else { continue }
      // To the line between two panels, and down to the next heading or the foot.
      let end = cells[row][start...].firstIndex { $0 == "│" } ?? columns
      var lines: [String] = []
      for below in cells[(row + 1)..<(rows - 1)] {
        var line = String.UnicodeScalarView(below[start..<end])
        if String(line).contains("───") { break }
        while line.last == Self.blank { line.removeLast() }
        lines.append(String(line))
      }
      return lines
    }
    return []
  }
}
