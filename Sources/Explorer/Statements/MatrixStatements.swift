internal import Plots
internal import Screen
internal import Spectra
internal import Words

extension WeightMap {
  /// Of every row and column of cells the mean, the lowest and the highest, and where they are.
  func statements(in lettering: Lettering) -> [Statement] {
    var said = Statements(in: lettering)
    let remark =
      matrix.emptiness
      ?? Phrase(
        "remark.two", ["first": .text(matrix.sides), "second": .phrase(matrix.aggregation)])
    said.head(matrix.title(name), [remark])
    let grid = matrix.picture.grid
    guard matrix.emptiness == nil else { return said.all }
    func range(_ cell: Int, _ block: Int, of extent: Int) -> (count: Int, text: Phrase.Part) {
      let (first, last) = (cell * block + 1, min(extent, (cell + 1) * block))
      return (last - first + 1, .text(first == last ? "\(first)" : "\(first)–\(last)"))
    }
    func rows(_ row: Int) -> Phrase {
      let range = range(row, grid.blockRows, of: grid.rows)
      return Phrase("words.rows", count: range.count, ["rows": range.text])
    }
    func columns(_ column: Int) -> Phrase {
      let range = range(column, grid.blockColumns, of: grid.columns)
      return Phrase("words.columns", count: range.count, ["columns": range.text])
    }
    func value(_ row: Int, _ column: Int) -> Double {
      matrix.picture[row, column]?.deviation(
        from: matrix.scale.centre, as: matrix.scale.reading) ?? .nan
    }
    for row in 0..<grid.cellRows {
      said.add(rows(row), (0..<grid.cellColumns).map { (columns($0), value(row, $0)) })
    }
    for column in 0..<grid.cellColumns {
      said.add(columns(column), (0..<grid.cellRows).map { (rows($0), value($0, column)) })
    }
    return said.all
  }
}

extension Statements {
  /// The mean of a line of cells, its lowest and its highest; a value that all have is said once.
  fileprivate mutating func add(_ line: Phrase, _ cells: [(place: Phrase, value: Double)]) {
    let known = cells.filter { !$0.value.isNaN }
    guard let lowest = known.min(by: { $0.value < $1.value }),
      let highest = known.max(by: { $0.value < $1.value })
    else { return }
    guard lowest.value < highest.value else {
      return add(label(line, Phrase("words.all-cells")), lowest.value)
    }
    add(
      label(line, Phrase("words.mean")),
      known.reduce(0) { $0 + $1.value } / Double(known.count))
    for (name, cell) in [(Phrase("words.lowest"), lowest), (Phrase("words.highest"), highest)] {
      add(
        label(line, name),
        Phrase(
          "words.at",
          ["value": .text(Self.number(cell.value)), "place": .phrase(cell.place)]))
    }
  }
}

extension SingularValuesPanel {
  func statements(in lettering: Lettering) -> [Statement] {
    var said = Statements(in: lettering)
    let title = Phrase("singular-values.title")
    guard
      let picture = SpectrumPicture(
        matrix, pinned: pinned, columns: Statements.mostPlaces, words: lettering.words)
    else {
      said.head(title, [matrix.absence])
      return said.all
    }
    said.head(title, [matrix.theory.name])
    said.add(Phrase("words.count"), picture.bins.total)
    for marker in picture.markers {
      said.add(
        Phrase("words.marker", ["name": .text(marker.text(in: lettering.glyphs))]), marker.position)
    }
    let total = Double(picture.bins.total)
    let expected = picture.law.map { law in
      zip(picture.bins.edges, picture.bins.edges.dropFirst()).map { low, high in
        total * (high - low) * law.density((low + high) / 2)
      }
    }
    said.add(picture.bins, expected: expected ?? []) { Phrase("words.bin", ["bin": "\($0)"]) }
    if let pinned = picture.pinned {
      said.add(pinned) { Phrase("words.bin-of-a", ["bin": "\($0)"]) }
    }
    return said.all
  }
}
