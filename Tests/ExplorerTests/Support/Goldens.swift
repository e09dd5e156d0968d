import Attribution
import Scenes
import Screen
import TestSupport

@testable import Explorer

/// Every recorded frame, cut into its panels: each panel's texts go into the file of its name, so
/// that none is left out.
struct Goldens: Sendable {
  static let file = #filePath
  static let recorded = Result { try Goldens() }

  static let sizes = [
    Size(columns: 60, rows: 18), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30),
    Size(columns: 160, rows: 50),
  ]
  /// The one scene whose screens are recorded whole.
  static let whole = "xavier_uniform"
  static let scenes = [
    whole,
    "kaiming_normal --shape 64,3,7,7 --mode fan_out --nonlinearity relu --seed 7",
    "orthogonal --gain relu --shape 128,64",
    "kaiming_normal --pin xavier_uniform",
    "xavier_normal --view propagation",
    "xavier_normal --view propagation --pin 'kaiming_normal --nonlinearity relu'",
    "xavier_normal --view matrix",
    "layer dense --in 784 --out 256",
    "layer lstm --in 128 --out 256 --framework keras",
    "layer conv2d --in 64 --out 64 --kernel 3 --groups 64 --framework keras",
    "orthogonal --gain relu --shape 128,64 --view matrix --pin 'xavier_normal --shape 128,64'",
  ]
  static let screens: [Golden] = [.smallScreen, .standardScreen, .mediumScreen, .largeScreen]

  private(set) var sections: [Golden: [GoldenFile.Section]] = [:]
  /// What a frame shows outside its panels, and panels that overlap or leave the frame.
  private(set) var faults: [String] = []

  private init() throws {
    for line in Self.scenes {
      let start = try model(line)
      for size in Self.sizes {
        for glyphs in GlyphSet.allCases {
          add(try start.on(size, glyphs: glyphs).measured(), line, glyphs.rawValue)
        }
      }
      if start.size == Self.sizes[2], [Self.whole, "xavier_normal --view matrix"].contains(line) {
        addRoles(start, line)
      }
    }
    for panel in ["density", "ecdf", "qq", "tails", "histogram"] {
      let line = "xavier_normal --panel \(panel) --pin xavier_uniform"
      let start = try model(line)
      for size in Self.sizes { add(start.on(size), line, "braille") }
    }
    var plain = try model("xavier_normal --view matrix")
    plain.capabilities.theme = .mono
    for size in Self.sizes {
      add(try plain.on(size).measured(), "xavier_normal --view matrix", "without colours")
    }
    try addFiles()
    try addStates()
  }

  private mutating func addFiles() throws {
    let shelf = try ExampleFile.shelf(2)
    var scene = try Scene(parsing: "a.safetensors")
    scene.tensor = try shelf.opened(scene.tensor)
    let start = try Model(scene: scene, files: shelf).measured()
    for size in Self.sizes { add(start.on(size), "two files", "braille") }
  }

  private mutating func addStates() throws {
    let line = "kaiming_uniform --a sqrt(5)"
    let start = try model(line)
    let refused = "trunc_normal --shape 5"
    for size in Self.sizes.prefix(2) {
      func add(_ state: Model, _ subject: String, only goldens: [Golden]? = nil) {
        self.add(state.on(size), subject, "braille", only: goldens)
      }
      add(start, line)
      add(start.pressing(.character("c"), .right), "\(line), a crosshair one bin to the right")
      add(try model(refused).pressing(.down), "\(refused), then the next method")
      let value = start.pressing(.tab, .down, .enter).typing("1/")
      add(value, "\(line), 1/ typed for a", only: [.form, .strip, .prompt])
      let prompt = start.pressing(.character(":")).typing("kaiming_norm --seed 3")
      add(prompt.pressing(.enter), "\(line), then an unknown method", only: [.prompt])
      add(start.pressing(.character("?")), line, only: [.keys])
      add(start.pressing(.character("y")), line, only: [.copy])
    }
  }

  private mutating func add(
    _ model: Model, _ subject: String, _ variant: String, only goldens: [Golden]? = nil
  ) {
    let frame = view(model)
    var panels = model.panels(of: frame)
    if let goldens {
      let size = model.size
      let last = Region(column: 0, row: size.rows - 3, columns: size.columns, rows: 3)
      let body = Region(column: 0, row: 1, columns: size.columns, rows: size.rows - 2)
      panels += [(.prompt, last), (.copy, body), (.keys, frame.box ?? body)]
      panels = panels.filter { goldens.contains($0.golden) }
    } else {
      check(frame, panels.map(\.region), "\(model.size): \(subject)")
      if subject == Self.whole, variant == "braille" || model.size == Self.sizes[2],
        let index = Self.sizes.firstIndex(of: model.size)
      {
        append(frame.text, to: Self.screens[index], model, subject, variant)
      }
      if variant == "braille" {
        let places = panels.map { golden, region in
          golden.rawValue + String(repeating: " ", count: 20 - golden.rawValue.count)
            + "\(region.column),\(region.row)  \(region.columns)x\(region.rows)"
        }
        append(places.joined(separator: "\n"), to: .layout, model, subject, "places")
      }
    }
    for (golden, region) in panels {
      append(frame.cut(region).text, to: golden, model, subject, variant)
    }
  }

  private mutating func addRoles(_ model: Model, _ subject: String) {
    let frame = view(model)
    var panels = model.panels(of: frame)
    if subject == Self.whole { panels = [(.mediumScreen, frame.region)] }
    for (golden, region) in panels {
      let part = frame.cut(region)
      append(part.roles, to: golden, model, subject, "roles")
      append(part.fills, to: golden, model, subject, "fills")
    }
  }

  private mutating func append(
    _ text: String, to golden: Golden, _ model: Model, _ subject: String, _ variant: String
  ) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    sections[golden, default: []].append(
      GoldenFile.Section(
        size: "\(model.size.columns)x\(model.size.rows)", variant: variant, subject: subject,
        text: lines.joined(separator: "\n")))
  }

  private mutating func check(_ frame: Frame, _ regions: [Region], _ subject: String) {
    var rest = frame
    var cells: [Size: Int] = [:]
    for region in regions {
      rest.fill(region, with: .blank)
      for row in region.row..<region.endRow {
        for column in region.column..<region.endColumn {
          cells[Size(columns: column, rows: row), default: 0] += 1
        }
      }
    }
    if rest.text.contains(where: { !" \n│|".contains($0) }) {
      faults.append("\(subject) shows something outside its panels:\n\(rest.text)")
    }
    if cells.contains(where: {
      $0.value > 1 || $0.key.columns >= frame.size.columns || $0.key.rows >= frame.size.rows
    }) {
      faults.append("\(subject) has panels that overlap or leave the frame")
    }
  }
}

extension Frame {
  /// The box that lies over the view.
  fileprivate var box: Region? {
    func places(_ glyph: Unicode.Scalar) -> [(column: Int, row: Int)] {
      cells.indices.filter { cells[$0].glyph == glyph }
        .map { ($0 % size.columns, $0 / size.columns) }
    }
    guard let first = places("┌").first, let last = places("┘").last else { return nil }
    return Region(
      column: first.column, row: first.row, columns: last.column - first.column + 1,
      rows: last.row - first.row + 1)
  }
}
