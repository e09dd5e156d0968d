import Initializers
import Measurements
import Plots
import Readings
import Scenes
import Screen
import Spectra
import Testing
import Words

@testable import Explorer

@Suite("The matrix view")
struct MatrixTests {
  private func matrix(_ line: String) throws -> MatrixMeasurement {
    try MatrixMeasurement(
      of: MatrixRequest(tensor: Tensor(parsing: line), cellRows: 20, cellColumns: 40))
  }

  @Test("keeps the singular values on a resize, with other glyphs, and of a scene that is pinned")
  func known() throws {
    var model = try model("xavier_normal --view matrix")
    func request(_ side: Side) -> MatrixRequest? { model.request(.spectrum, side) }
    let found = try #require(model.matrix(.b)?.outcome)
    let before = request(.b)
    model.update(.resized(Size(columns: 160, rows: 50)))
    #expect(request(.b) != before && request(.b)?.known == found)
    model = model.pressing(.character("g"))
    #expect(request(.b)?.known == found)
    model.update(.key(.character("p")))
    #expect(request(.b)?.known == found && request(.a)?.known == found)
    model.update(.key(.character("r")))
    #expect(request(.b)?.known == nil && request(.a)?.known == found)
  }

  @Test("says what its picture subtracts")
  func centre() throws {
    let mean = try model("normal --mean 1 --view matrix")
    #expect(mean.text().contains("Weights − 1 ─"))
    #expect(mean.text(glyphs: .ascii).contains("Weights - 1 -"))
    let both = try model("normal --mean -2 --view matrix --pin 'uniform --a 1 --b 2'").text()
    #expect(both.contains("A − 1.5 ") && both.contains("B + 2 "))
    #expect(try model("normal --view matrix").text().contains("Weights ─"))
  }

  @Test("has for the ratio's theory that of the numbers beside it")
  func ratio() throws {
    for line in [
      "normal --shape 64,32", "normal --shape 40,40", "normal --mean 1 --shape 30,20", "eye",
    ] {
      let readings = SpectrumReadings(try matrix(line))
      let theory = { (name: SpectrumName) in readings[name].theory ?? .nan }
      #expect(theory(.condition) == theory(.largest) / theory(.smallest))
    }
    let square = SpectrumReadings(try matrix("normal --shape 100,100"))
    #expect(abs((square[.smallest].theory ?? 0) - 0.05447639) < 1e-7)
  }

  @Test("says what its numbers are")
  func notes() throws {
    #expect(
      try matrix("normal --shape 9,8").notes.last?.english == "WᵀW−sI: largest entry, s = m·std²")
    #expect(try matrix("orthogonal").notes.last?.english.contains("s = gain²") == true)
    #expect(
      try matrix("normal --mean 1 --shape 8,9").notes.last?.english
        == "WWᵀ−sI: largest entry, s = m·(mean²+std²)")
    #expect(
      try matrix("normal --shape 7,9").notes.first?.english
        == "no law: fewer than 8 weights in a row or column")
    #expect(
      try matrix("sparse --sparsity 0.99 --shape 200,100").notes.map(\.english)
        == ["no law: fewer than 8 weights other than 0 in a row or column"])
  }

  @Test("says what is not tested or not checked, and why")
  func untested() throws {
    let sparse = try matrix("sparse --sparsity 0.9 --shape 256,128")
    let row = SpectrumReadings(sparse)[.largest]
    #expect(row.z == nil && row.theory != nil)
    #expect(row.verdict == .notChecked(.kurtosis(sparse.law.kurtosis)))
    #expect(sparse.notes.first?.english == "σ max: not tested, kurtosis 30.7")
    let gram = { (line: String) throws -> Reading in
      let readings = SpectrumReadings(try matrix(line))
      return readings[readings.gram]
    }
    for gain in ["1", "1e-30", "2e19", "1e37", "0"] {
      #expect(try gram("orthogonal --shape 24,40 --gain \(gain)").verdict == .holds)
    }
    #expect(try gram("orthogonal --shape 24,40 --gain 1e-41").verdict == .notChecked(.subnormal))
    #expect(try gram("normal").isMedian == true)
    for size in DistributionTests.sizes.dropLast(2) {
      let text = try model("normal --view matrix").text(columns: size.columns, rows: size.rows)
      let row = try #require(text.split(separator: "\n").first { $0.contains(" WᵀW−sI") })
      #expect(row.contains(" Md") && !text.contains("Md0"))
    }
    #expect(try matrix("normal").notes.map(\.english).contains("Md: median of such matrices"))
    #expect(try matrix("eye").notes.allSatisfy { !$0.english.contains("Md") })
  }

  @Test("calls an empty tensor by its shape")
  func empty() throws {
    let text = try model("normal --shape 0,3 --view matrix").text()
    #expect(text.contains("0×3 · no weights"))
    // In the map's place, too.
    for shape in ["0,10", "10,0", "0,0"] {
      let text = try model("normal --shape \(shape) --view matrix").text(columns: 80, rows: 24)
      #expect(text.contains("│   no weights"), "\(text)")
    }
    #expect(try matrix("normal --shape 0,3").notes.map(\.english) == ["no weights"])
  }

  @Test("says which way is out at 80×24, and what is 0 of a sparse tensor")
  func legend() throws {
    for line in ["xavier_normal", "sparse", "sparse --shape 20,20", "eye", "ones"] {
      let text = try model("\(line) --view matrix").text(columns: 80, rows: 24)
      #expect(text.contains("out ↓ in →"), "\(text)")
    }
    let exact = try model("sparse --shape 10,20 --sparsity 0.5 --view matrix")
    var colored = exact.on(Size(columns: 80, rows: 24))
    colored.capabilities = .plain
    try colored.finishWork()
    #expect(view(colored).text.contains("a weight a cell, 0 blank"))
    let blocks = try model("sparse --sparsity 0.5 --view matrix").text(columns: 120, rows: 36)
    #expect(blocks.contains(", 50 % are 0"))
  }

  @Test("colours a one at its strongest")
  func limit() throws {
    for line in ["eye", "ones", "dirac --shape 4,4,3"] {
      #expect(try matrix(line).colorLimit == 1)
    }
    #expect(try matrix("constant --val -0.5").colorLimit == 0.5)
    #expect(try matrix("normal --std 2").colorLimit == 6)
  }

  @Test("keeps the many values visible beside equal ones")
  func spike() throws {
    let normal = try matrix("xavier_normal --shape 128,64")
    let spike = try matrix("orthogonal --gain relu --shape 128,64")
    for (one, other) in [(normal, spike), (spike, normal)] {
      let picture = try #require(SpectrumPicture(one, pinned: other, columns: 40, words: .english))
      let limit = try #require(picture.limit)
      let frame = HistogramPlot(
        bins: picture.bins, pinned: picture.pinned.map { PinnedSample(bins: $0) }, limit: limit
      ).frame(size: Size(columns: 60, rows: 16), glyphs: .braille)
      #expect(frame.cells.contains { $0.glyph == "▲" })
    }
    #expect(
      try #require(SpectrumPicture(normal, pinned: nil, columns: 40, words: .english)).limit == nil)
    #expect(
      try #require(SpectrumPicture(spike, pinned: nil, columns: 40, words: .english)).limit == nil)
  }

  @Test("further lines of an equation are indented under its right-hand side")
  func wrapping() {
    var lines = EquationLines(Lettering(.braille), columns: 17)
    lines.add(
      [
        Formula(
          "σ₊",
          .named("std", .number(0.0721687836487032))
            * (.root(.named("m", 256)) + .root(.named("n", 128))),
          result: 1.9711978193)
      ], room: 9)
    let texts = lines.mostImportant(9).map { $0.map(\.0).joined() }
    #expect(
      texts == ["σ₊ = std·(√m+√n)", "   = 0.07217", "     ·(√256+√128)", "   = 1.971"])
  }
}
