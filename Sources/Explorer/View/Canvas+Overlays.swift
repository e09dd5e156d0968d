internal import Initializers
internal import Scenes
internal import Screen

extension Canvas {
  /// The table of keys, in one column or two.
  mutating func drawKeys(between header: Region, and footer: Region) {
    let rows = footer.row - 1
    let bindings = Binding.table.filter { $0.help != nil }
    let isDouble = bindings.count + 3 > rows
    let perColumn = isDouble ? (bindings.count + 1) / 2 : bindings.count
    let keyColumns = 8
    let helpColumns = isDouble ? (header.columns - 4) / 2 - keyColumns : 30
    let columns = min(header.columns, (isDouble ? 2 : 1) * (keyColumns + helpColumns) + 4)
    let region = Region(
      column: (header.columns - columns) / 2, row: max(1, (rows - perColumn - 2) / 2 + 1),
      columns: columns, rows: min(rows, perColumn + 2))
    drawPanel("Keys", "any key closes this", in: region)
    for (index, binding) in bindings.enumerated() {
      let column = region.column + 2 + index / perColumn * (keyColumns + helpColumns)
      let row = region.row + 1 + index % perColumn
      put(binding.keyText, column: column, row: row, Style(.key, .bold), limit: keyColumns)
      put(
        binding.help ?? "", column: column + keyColumns, row: row, .text,
        limit: helpColumns - 1)
    }
  }

  /// The scene's line and its PyTorch code with nothing beside them, so that they can be selected.
  mutating func drawCopy(_ model: Model, between header: Region, and footer: Region) {
    let region = Region(
      column: 0, row: 1, columns: header.columns, rows: footer.row - 1)
    fill(region, .text)
    heading("Copy", "any key closes this", in: region)
    var row = region.row + 2
    put("Command", column: 0, row: row, Style(.dim))
    row += 1
    for line in "initscope \(model.scene.line)".wrapped(to: region.columns, at: [" "]) {
      put(line, column: 0, row: row, Style(.bright, .bold))
      row += 1
    }
    row += 1
    put(
      "\(model.scene.tensor.framework.title) \(model.scene.tensor.framework.version)", column: 0,
      row: row, Style(.dim))
    for line in model.scene.tensor.python {
      for part in line.wrapped(to: region.columns, at: [" "]) {
        row += 1
        put(part, column: 0, row: row, Style(.code))
      }
    }
  }

  /// An empty box over whatever lies there.
  mutating func drawPanel(_ title: String, _ remark: String, in region: Region) {
    fill(region, .text)
    let line = String(repeating: "─", count: max(0, region.columns - 2))
    put("┌\(line)┐", column: region.column, row: region.row, Style(.dim))
    put("└\(line)┘", column: region.column, row: region.endRow - 1, Style(.dim))
    for row in region.row + 1..<max(region.row + 1, region.endRow - 1) {
      put("│", column: region.column, row: row, Style(.dim))
      put("│", column: region.endColumn - 1, row: row, Style(.dim))
    }
    put(" \(title) ", column: region.column + 2, row: region.row, Style(.title, .bold))
    put(" \(remark) ", endColumn: region.endColumn - 2, row: region.row, Style(.dim))
  }
}
