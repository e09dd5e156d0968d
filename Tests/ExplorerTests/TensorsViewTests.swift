import Attribution
import Births
import Initializers
import Lectures
import Scenes
import Screen
import Testing
import WeightFiles
import Words

@testable import Explorer

@Suite("The view of files")
struct TensorsViewTests {
  // The explorer with files open, its first tensor chosen.
  private func opened(_ line: String = "a.safetensors", files: Int = 1) throws -> Model {
    let shelf = try ExampleFile.shelf(files)
    var scene = try Scene(parsing: line)
    scene.tensor = try shelf.opened(scene.tensor)
    return Model(scene: scene, files: shelf)
  }

  @Test("lists every tensor with its verdict, and no control sequence")
  func table() throws {
    let text = try opened().measured().text()
    for line in [
      "▸ drawn.weight", "48×64", "U(±0.125)", "CONSISTENT", "moved.weight", "TRAINED",
      "norm.weight", "CONSTANT", "BROKEN", "twin.weight", "DUPLICATE", "TOO FEW",
    ] {
      #expect(text.contains(line), "\(line)\n\(text)")
    }
    #expect(!text.contains("\u{1B}"))
  }

  @Test("shows names, shapes and types before the numbers are read")
  func unread() throws {
    let text = try opened().text()
    #expect(text.contains("drawn.weight") && text.contains("48×64") && text.contains("reading 0 %"))
  }

  @Test("a second file's tensors say how far they have moved, and stand beside their namesakes")
  func namesakes() throws {
    let weights = try ExampleFile.weights("layer dense --in 64 --out 48 --seed 1")
    // Every other number moves by 0.5: 0.5/√2 in the root mean square.
    let moved = weights.enumerated().map { $0.isMultiple(of: 2) ? $1 + 0.5 : $1 }
    let shelf = FileShelf([
      try ExampleFile.file(
        [("w", [48, 64], weights), ("v", [64, 48], weights)], named: "a.safetensors"),
      try ExampleFile.file(
        [("w", [48, 64], moved), ("v", [48, 64], weights)], named: "b.safetensors"),
    ])
    var scene = try Scene(parsing: "b.safetensors --tensor w")
    scene.tensor = try shelf.opened(scene.tensor)
    let model = try Model(scene: scene, files: shelf).measured()
    let text = "Moved since a.safetensors by 0.354 in the root mean square; 1 536 of 3 072 numbers"
    #expect(model.text().contains(text), "\(model.text())")
    let beside = try model.pressing(.character("A")).measured()
    #expect(beside.scene.pinned?.stored?.file == "a.safetensors")
    #expect(beside.scene.pinned?.stored?.name == "w")
    // Names alone do not make them one: the other has another shape.
    let other = try beside.pressing(.down).measured()
    #expect(other.scene.pinned == nil && other.text().contains("has another shape there"))
    let back = try other.pressing(.up).measured()
    #expect(back.scene.pinned?.stored?.name == "w")
    let histogram = try back.pressing(.character("1")).measured()
    #expect(histogram.text().contains("a.safetensors"))
    #expect(back.pressing(.character("A")).scene.pinned == nil)
    let alone = try opened().measured().pressing(.character("A"))
    #expect(alone.scene.pin == nil && alone.text().contains("Only one file is open"))
  }

  @Test("a lecture does not give a seed away before it speaks of it")
  func lecture() throws {
    let shelf = try ExampleFile.shelf()
    let text = """
      # Seeds
      id: seeds
      lang: en
      ## One {#one}
      > a.safetensors --tensor drawn.weight
      Whose is it?
      !
      Of {birth_seed}.
      """
    let lecture = try Lecture(parsing: Array(text.utf8)).mapScenes { scene in
      var opened = scene
      opened.tensor = try shelf.opened(scene.tensor)
      return opened
    }
    var model = Model()
    model.begin(lecture, files: shelf)
    model = try model.measured()
    #expect(model.births.isEmpty && !model.text().contains("torch.manual_seed"))
    model = try model.pressing(.pageDown).measured()
    #expect(model.text().contains("Of 1.") && model.text().contains("torch.manual_seed(1)"))
    #expect(model.lecturing?.isTakenOver == false)
  }

  @Test("says how a file is opened where none is")
  func none() throws {
    let text = try model("xavier_uniform --view tensors").text()
    #expect(text.contains("No file is open.") && text.contains("initscope model.safetensors"))
  }

  @Test("what the arrows choose is shown in the other views, with the law that fits it")
  func choosing() throws {
    let chosen = try opened().measured()
    #expect(chosen.scene.tensor.stored?.name == "drawn.weight")
    #expect(chosen.scene.tensor.layer?.call.kind == .dense)
    let moved = try chosen.pressing(.down, .down).measured()
    #expect(moved.scene.tensor.stored?.name == "moved.weight")
    #expect(moved.scene.initializer.method == .normal)
    let histogram = try moved.pressing(.enter).measured()
    #expect(histogram.scene.view == .distribution)
    #expect(histogram.text().contains("3 072 weights"))
    let matrix = try moved.pressing(.character("3")).measured()
    #expect(matrix.text().contains("48×64"))
  }

  @Test("another law is compared with the same weights, and a key that would draw others says so")
  func laws() throws {
    let start = try opened().measured().pressing(.enter)
    let other = try start.pressing(.down).measured()
    #expect(other.scene.tensor.stored?.name == "drawn.weight")
    #expect(other.scene.tensor.stored?.isFitted == false)
    for key: Key in [.character("r"), .character("+"), .character(" "), .character("a")] {
      let after = start.pressing(key)
      #expect(after.scene == start.scene && !after.isPlaying, "\(key)")
      #expect(
        after.notice == .remark(Phrase("notice.stored", ["name": "drawn.weight"])), "\(key)")
    }
    let flax = start.pressing(.character("w"))
    #expect(flax.scene.tensor.stored != nil && flax.scene.shape == start.scene.shape)
  }

  @Test("lists are ordered by key")
  func order() throws {
    func names(_ model: Model) -> [String] { model.listedTensors.map(\.entry.name) }
    let start = try opened().measured()
    let byName = start.pressing(.character("n"))
    #expect(names(byName) == names(start).sorted())
    let bySize = byName.pressing(.character("n"))
    #expect(bySize.listedTensors.map(\.entry.count) == [3072, 3072, 3072, 1600, 48, 48, 5])
    let byVerdict = bySize.pressing(.character("n"), .character("n"))
    #expect(byVerdict.listedTensors.first?.kind == .broken)
    #expect(names(byVerdict.pressing(.character("N"), .character("N"))) == names(bySize))
    #expect(names(byVerdict.pressing(.character("n"))) == names(start))
  }

  @Test("lists are filtered by verdict and by name, and what is shown is listed")
  func filters() throws {
    let start = try opened().measured()
    let broken = start.pressing(.character("v"))
    #expect(broken.listedTensors.map(\.kind) == [.broken])
    #expect(broken.listedTensors[0].holds(broken.scene.tensor))
    #expect(start.pressing(.character("V")).tensorList.verdict == .tooFew)
    let found = start.pressing(.character("/")).typing("TWIN").pressing(.enter)
    #expect(found.listedTensors.map(\.entry.name) == ["twin.weight"])
    #expect(found.scene.tensor.stored?.name == "twin.weight")
    let none = start.pressing(.character("/")).typing("nothing").pressing(.enter)
    #expect(none.text().contains("none of the tensors"))
    let all = none.pressing(.character("/")).pressing(.control("u"), .enter)
    #expect(all.listedTensors.count == 7)
  }

  @Test("two files stand in one list, and a tensor of one is compared with one of the other")
  func twoFiles() throws {
    let start = try opened(files: 2).measured()
    #expect(start.text(columns: 100, rows: 50).contains("b.safetensors"))
    let compared = try start.pressing(.character("p"), .pageDown, .home).measured()
    var other = compared
    for _ in 0..<7 { other = other.pressing(.down) }
    #expect(other.scene.tensor.stored?.file == "b.safetensors")
    #expect(other.scene.pinned?.stored?.file == "a.safetensors")
    let text = try other.pressing(.character("1")).measured().text()
    #expect(text.contains("A drawn.weight"))
    // The tensors of another file are no twins.
    #expect(
      start.listedTensors.filter { $0.kind == .duplicate }.map(\.entry.name) == [
        "twin.weight", "twin.weight",
      ])
  }

  @Test("a line names a file's tensor, and is given back")
  func lines() throws {
    for line in [
      "a.safetensors --tensor moved.weight", "a.safetensors --tensor moved.weight --view matrix",
      "a.safetensors --tensor moved.weight --law 'xavier_normal --shape 48,64 --seed 0'",
    ] {
      let shown = try opened(line).measured()
      #expect(shown.scene.line == line)
    }
    #expect(throws: FileShelfError.noTensor("x", in: "a.safetensors")) {
      try opened("a.safetensors --tensor x")
    }
    let typed = try opened().measured().pressing(.character(":")).typing("--tensor moved.weight")
      .pressing(.enter)
    #expect(typed.scene.tensor.stored?.name == "moved.weight")
  }

  @Test("a file that is typed is asked for, and shown once it is there")
  func opening() throws {
    var asking = try model("xavier_uniform").pressing(.character(":")).typing("a.safetensors")
      .pressing(.enter)
    let effects = asking.takeEffects()
    guard case .open(let path, let scene)? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(path == "a.safetensors" && asking.scene.tensor.stored == nil)
    let file = try ExampleFile.files.get()[0]
    let opened = asking.updated(by: .opened(file, for: scene))
    #expect(opened.scene.tensor.stored?.name == "drawn.weight")
    let refused = asking.updated(by: .notOpened(.verbatim("no")))
    #expect(refused.notice == .error(.verbatim("no")))
  }

  @Test("every size has its columns", arguments: Goldens.sizes)
  func sizes(_ size: Size) throws {
    let text = try opened().on(size).measured().text(columns: size.columns, rows: size.rows)
    #expect(text.contains("drawn.weight") && text.contains("CONSISTENT"))
  }
}

extension TensorsViewTests {
  // The explorer with the first file open, and all that it has asked for so far.
  private func read() throws -> Model {
    let shelf = try ExampleFile.shelf()
    var scene = try Scene(parsing: "a.safetensors")
    scene.tensor = try shelf.opened(scene.tensor)
    return try Model(scene: scene, files: shelf).measured()
  }

  @Test("a tensor's seed is found in its bits, and its neighbour's beside it")
  func birth() throws {
    let seeking = try read().pressing(.character("i"))
    #expect(seeking.sought != nil && seeking.text().contains("Searching for the seed"))
    let found = try seeking.measured()
    #expect(found.sought == nil)
    #expect(
      found.text().contains("torch.manual_seed(1), after 0 words of the stream: 3 072 of 3 072"))
    #expect(found.text().contains("CONFIRMED"))
    let bias = try found.pressing(.down, .character("i")).measured()
    #expect(bias.text().contains("torch.manual_seed(1), after 3072 words of the stream: 48 of 48"))
    // Too small for itself, it is found by way of the large one, too.
    let alone = try read().pressing(.down, .character("i")).measured()
    #expect(alone.text().contains("torch.manual_seed(1), after 3072 words of the stream: 48 of 48"))
    #expect(!alone.text().contains("Under 1024 numbers"))
  }

  @Test("the search is given up by its key, and refused where there are no bits")
  func noBirth() throws {
    let stopped = try read().pressing(.character("i"), .character("i"))
    #expect(stopped.sought == nil && stopped.notice == .remark(Phrase("notice.birth.stopped")))
    let constant = try read().pressing(.down, .down, .down, .character("i"))
    #expect(constant.notice == .remark(Phrase("notice.birth.no-bits")))
    let unread = try Model(scene: .first, files: ExampleFile.shelf()).pressing(
      .character("5"), .character("i"))
    #expect(unread.notice == .remark(Phrase("notice.birth.unread")))
  }
}

extension TensorsViewTests {
  @Test("all births of a file are found, the small ones beside the large ones")
  func births() throws {
    let file = try ExampleFile.files.get()[0]
    var reading = FileSurveyRun(file)
    while !reading.isFinished { try reading.advance() }
    var run = FileBirthRun(reading.snapshot())
    while !run.isFinished {
      try run.advance()
      #expect((0...1).contains(run.progress))
    }
    let births = run.snapshot().rows.map { row in row.birth.map { "\($0.seed) \($0.draws)" } }
    // The changed, the constant and the few numbers have none; what is infinite does not hide the rest.
    #expect(births == ["1 0", "1 3072", nil, nil, "1 0", "1 0", nil])
  }
}

extension TensorsViewTests {
  @Test("what has moved since it was drawn is measured against what was drawn")
  func moved() throws {
    var weights = try ExampleFile.weights("layer dense --in 64 --out 48 --seed 3")
    for index in 2000..<weights.count { weights[index] += 0.5 }
    let file = try ExampleFile.file([("w.weight", [48, 64], weights)], named: "w.safetensors")
    var reading = FileSurveyRun(file)
    while !reading.isFinished { try reading.advance() }
    var run = FileBirthRun(reading.snapshot())
    while !run.isFinished { try run.advance() }
    let birth = try #require(run.snapshot().rows[0].birth)
    #expect(birth.seed == Seed(3) && birth.draws == 0 && birth.intact == 2000)
    #expect(abs(birth.distance - 0.5 * (1072.0 / 3072).squareRoot()) < 1e-6)
  }
}

extension TensorsViewTests {
  // NumPy rounds what it draws in double precision; PyTorch draws words of 24 bits.
  @Test("a law that bits are not of is said to be drawn elsewhere", arguments: [true, false])
  func apart(isOfNumPy: Bool) throws {
    let framework = isOfNumPy ? "keras-numpy" : "torch"
    let weights = try ExampleFile.weights(
      "normal --framework \(framework) --std 0.02 --shape 200,64 --seed 3")
    let file = try ExampleFile.file([("w", [200, 64], weights)], named: "w.safetensors")
    var scene = try Scene(parsing: "w.safetensors")
    let shelf = FileShelf([file])
    scene.tensor = try shelf.opened(scene.tensor)
    let text = try Model(scene: scene, files: shelf).measured().text()
    #expect(text.contains("Agrees with N(0, 0.02²)"))
    #expect(text.contains("Its bits are not those") == isOfNumPy)
  }
}
