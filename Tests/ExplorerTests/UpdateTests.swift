import Background
import Explorer
import Initializers
import Measurements
import Scenes
import Screen
import Testing

@Suite("What keys do to a model")
struct UpdateTests {
  let start = Model()

  @Test("the first screen is xavier_uniform, 256,128, seed 0")
  func first() {
    #expect(start.scene.line == "xavier_uniform --shape 256,128 --seed 0")
  }

  @Test("arrows and letters choose a method")
  func methods() {
    #expect(start.pressing(.down).scene.initializer.method == .xavierNormal)
    #expect(start.pressing(.character("j")).scene.initializer.method == .xavierNormal)
    #expect(start.pressing(.up).scene.initializer.method == .truncNormal)
    let last = (0..<50).reduce(start) { model, _ in model.pressing(.down) }
    #expect(last.scene.initializer.method == Framework.pyTorch.methods.last)
    let top = (0..<50).reduce(start) { model, _ in model.pressing(.up) }
    #expect(top.scene.initializer.method == Framework.pyTorch.methods.first)
  }

  @Test("a method's parameters are kept while others are looked at")
  func remembering() {
    let changed = start.pressing(.tab, .down, .right)
    #expect(changed.scene.line == "xavier_uniform --shape 256,128 --gain 1.1 --seed 0")
    let back = changed.pressing(.tab, .down, .up)
    #expect(back.scene == changed.scene)
  }

  @Test("every parameter of every method moves by keys, in steps that can be said aloud")
  func steps() throws {
    for method in Framework.pyTorch.methods {
      let shape = try method == .dirac ? Shape([64, 32, 3]) : .standard
      let scene = Scene(Tensor(initializer: Initializer(method), shape: shape))
      for index in Initializer(method).parameters.indices {
        var model = Model(scene: scene).pressing(.tab)
        for _ in 0...index { model = model.pressing(.down) }
        let changed = model.pressing(.right)
        let name = "\(method.rawValue) --\(Initializer(method).parameters[index].rawValue)"
        #expect(changed.scene != scene, "\(name)")
        #expect(changed.pressing(.left).scene == scene, "\(name)")
      }
    }
  }

  @Test(
    "a scale moves by a digit of its own decade",
    arguments: [
      ("0.02", "0.03", "0.01"), ("1", "2", "0.9"), ("0.1", "0.2", "0.09"), ("9", "10", "8"),
      ("0.5", "0.6", "0.4"), ("20", "30", "10"),
    ])
  func grid(_ std: String, _ above: String, _ below: String) throws {
    let model = Model(scene: try Scene(parsing: "normal --std \(std)")).pressing(.tab, .down, .down)
    #expect(model.pressing(.right).scene.initializer[.std].description == above)
    #expect(model.pressing(.left).scene.initializer[.std].description == below)
  }

  @Test("a scale of 0 can be left")
  func zeroScale() throws {
    let model = Model(scene: try Scene(parsing: "normal --std 0")).pressing(.tab, .down, .down)
    #expect(model.pressing(.left).scene == model.scene)
    #expect(try #require(model.pressing(.right).scene.initializer[.std].number) > 0)
  }

  @Test("a tenth repeated stays a tenth")
  func decimals() {
    var model = start.pressing(.tab, .down)
    for _ in 0..<7 { model = model.pressing(.right) }
    #expect(model.scene.initializer[.gain].description == "1.7")
    for _ in 0..<17 { model = model.pressing(.left) }
    #expect(model.scene.initializer[.gain].description == "0")
  }

  @Test("a step PyTorch refuses says so and changes nothing")
  func refusedStep() {
    var model = start.pressing(.tab, .down)
    for _ in 0..<11 { model = model.pressing(.left) }
    #expect(model.scene.initializer[.gain].description == "0")
    #expect(model.text().contains("uniform_ expects to return a [from, to) range"))
  }

  @Test("an exact value is typed, an expression too")
  func typing() {
    let typed = start.pressing(.tab, .down, .enter).typing("sqrt(2)").pressing(.enter)
    #expect(typed.scene.line == "xavier_uniform --shape 256,128 --gain 'sqrt(2)' --seed 0")
    let named = start.pressing(.tab, .down, .enter).typing("leaky_relu:0.2").pressing(.enter)
    #expect(named.scene.initializer[.gain].description == "leaky_relu:0.2")
  }

  @Test(
    "a wrong value explains itself and changes nothing",
    arguments: [
      ("gelu", "Unsupported nonlinearity gelu"), ("1..2", "--gain takes a number"),
      ("nan", "from is out of bounds for float"),
      ("-1", "uniform_ expects to return a [from, to) range, but found from=0.125 > to=-0.125"),
    ])
  func wrongValue(_ text: String, _ complaint: String) {
    let model = start.pressing(.tab, .down, .enter).typing(text).pressing(.enter)
    #expect(model.scene == start.scene)
    #expect(model.text().contains(complaint))
    #expect(model.pressing(.escape).scene == start.scene)
  }

  @Test("the prompt takes a scene, or changes to the present one")
  func prompt() {
    let typed = start.pressing(.character(":")).typing("kaiming_normal --shape 64x32 --a -0.1")
      .pressing(.enter)
    #expect(typed.scene.line == "kaiming_normal --shape 64,32 --a -0.1 --seed 0")
    let changed = typed.pressing(.character(":")).typing("--seed 9").pressing(.enter)
    #expect(changed.scene.line == "kaiming_normal --shape 64,32 --a -0.1 --seed 9")
    let wrong = changed.pressing(.character(":")).typing("kaiming_norml").pressing(.enter)
    #expect(wrong.scene == changed.scene)
    #expect(wrong.text().contains("Did you mean 'kaiming_normal'?"))
  }

  @Test("r draws the next seed, R the one before")
  func seeds() {
    #expect(start.pressing(.character("r")).scene.seed == Seed(1))
    #expect(start.pressing(.character("R")).scene.seed == Seed(.max))
  }

  @Test("space plays, and ticks draw new seeds only while it plays")
  func play() {
    #expect(start.updated(by: .tick).scene.seed == Seed(0))
    let playing = start.pressing(.character(" "))
    #expect(playing.isPlaying)
    #expect(playing.updated(by: .tick).scene.seed == Seed(1))
    #expect(!playing.pressing(.character(" ")).isPlaying)
    #expect(!playing.pressing(.escape).isPlaying)
  }

  @Test("plus and minus scale both fans, kernels stay")
  func sizes() throws {
    #expect(start.pressing(.character("+")).scene.shape.extents == [512, 256])
    #expect(start.pressing(.character("-")).scene.shape.extents == [128, 64])
    let kernel = Model(scene: try Scene(parsing: "kaiming_normal --shape 64,3,7,7"))
    #expect(kernel.pressing(.character("+")).scene.shape.extents == [128, 6, 7, 7])
    let huge = (0..<200).reduce(start) { model, _ in model.pressing(.character("+")) }
    #expect(huge.scene.shape.count > 0)
    let tiny = (0..<200).reduce(start) { model, _ in model.pressing(.character("-")) }
    #expect(tiny.scene.shape.extents == [1, 1])
  }

  @Test("fans are edited through the dimensions they come from")
  func fans() {
    let fanIn = start.pressing(.tab, .down, .down, .down, .right)
    #expect(fanIn.scene.shape.extents == [256, 256])
    let typed = start.pressing(.tab, .down, .down, .down, .down, .enter).typing("100")
      .pressing(.enter)
    #expect(typed.scene.shape.extents == [100, 128])
  }

  @Test("a method that refuses the shape says why, and numbers come back with the next one")
  func refusal() throws {
    let refused = Model(scene: try Scene(parsing: "trunc_normal --shape 5")).pressing(.down)
    #expect(refused.scene.initializer.method == .xavierUniform)
    #expect(refused.text().contains("Fan in and fan out can not be computed"))
    #expect(refused.pressing(.up).refusal == nil)
  }

  @Test("numbers of a scene that was left are not shown")
  func outdated() throws {
    let old = try #require(start.work[Slot(.sample, .b)]).answer()
    let moved = start.pressing(.character("r")).updated(by: .found(Slot(.sample, .b), old))
    #expect(!moved.isSettled)
    #expect(try moved.measured().isSettled)
  }

  @Test("q leaves, but inside an overlay or a prompt it does not")
  func quit() {
    #expect(start.pressing(.character("q")).isFinished)
    #expect(!start.pressing(.character("?"), .character("q")).isFinished)
    #expect(!start.pressing(.character(":"), .character("q")).isFinished)
  }
}
