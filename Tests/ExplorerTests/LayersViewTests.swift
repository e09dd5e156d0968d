import Initializers
import Measurements
import Scenes
import Screen
import Testing

@testable import Explorer

/// View 4: a layer as each framework draws it.
@Suite struct `The view of layers` {
  private static let sizes = [
    Size(columns: 60, rows: 18), Size(columns: 80, rows: 24), Size(columns: 100, rows: 30),
    Size(columns: 160, rows: 50),
  ]

  @Test func `begins with the layer whose weight is shown`() throws {
    let lines = [
      ("xavier_uniform --shape 256,128", "dense --in 128 --out 256"),
      ("normal --shape 64,3,7,7", "conv2d --in 3 --out 64 --kernel 7"),
      ("normal --shape 32,16,5", "conv1d --in 16 --out 32 --kernel 5"),
      ("glorot_uniform --framework keras --shape 128,256", "dense --in 128 --out 256"),
      ("lecun_normal --framework flax --shape 3,3,16,32", "conv2d --in 16 --out 32 --kernel 3"),
      ("layer lstm --in 40 --out 24", "lstm --in 40 --out 24"),
      ("normal --shape 7", "dense --in 784 --out 256"),
    ]
    for (line, layer) in lines {
      let scene = try Scene(parsing: line)
      let model = Model(scene: scene).pressing(.character("4"))
      #expect(model.layerRequest.call.line == layer)
      // Looking at it changes nothing.
      #expect(model.scene.tensor == scene.tensor)
    }
  }

  @Test(arguments: sizes, LayerKind.allCases)
  func `says of every kind what each framework makes of it`(size: Size, kind: LayerKind) throws {
    let line = "layer \(LayerCall.example(of: kind).line)"
    let text =
      kind == .separable ? line + " --framework keras --view layers" : line + " --view layers"
    let model = Model(scene: try Scene(parsing: text)).on(size)
    // The laws alone, before anything is drawn.
    let shown = view(model).text
    #expect(shown.contains(kind.rawValue), "\(shown)")
    for framework in Framework.ofDifferentLaws where size.rows > 18 {
      #expect(shown.contains(framework.title), "\(framework.name): \(shown)")
    }
  }

  // 784·2/1040, 1/3 and 1, as the table of the frameworks' simulations has them.
  @Test func `has the gains beside what was drawn`() throws {
    let model = try model("layer dense --in 784 --out 256 --view layers")
      .on(Size(columns: 160, rows: 50)).measured()
    let lines = view(model).text.split(separator: "\n").map(String.init)
    for (name, gain) in [("256×784", "0.3333"), ("784×256", "1.508")] {
      #expect(lines.contains { $0.contains(name) && $0.contains(gain) }, "\(gain)")
    }
    let measurement = model.layers
    #expect(measurement.isComplete)
    for row in measurement.rows where row.tensor.role.trueFans != nil {
      let (theory, sample) = (try #require(row.gain), try #require(row.sampleGain))
      #expect(abs(sample / theory - 1) < 0.02)
    }
  }

  @Test func `its keys change kind, size and framework`() throws {
    var model = try Model(scene: Scene(parsing: "layer dense --in 32 --out 16 --view layers"))
    model = model.pressing(.down)
    #expect(model.scene.tensor.layer?.call.kind == .conv1d)
    #expect(model.scene.tensor.layer?.call.line == "conv1d --in 32 --out 16 --kernel 3")
    model = model.pressing(.up)
    #expect(model.scene.tensor.layer?.call.line == "dense --in 32 --out 16")
    model = model.pressing(.tab, .right)
    #expect(model.scene.tensor.layer?.call.line == "dense --in 64 --out 16")
    model = model.pressing(.character("]"))
    #expect(model.scene.tensor.layer?.call.line == "dense --in 65 --out 16")
    model = model.pressing(.character("+"))
    #expect(model.scene.tensor.layer?.call.line == "dense --in 130 --out 32")
    var names = [model.scene.tensor.framework.name]
    for _ in 1..<Framework.all.count {
      model = model.pressing(.character("w"))
      names.append(model.scene.tensor.framework.name)
    }
    #expect(names == Framework.all.map(\.name))
    #expect(model.pressing(.character("w")).scene.tensor.framework == .pyTorch)
    // The other views show the same tensor, by the framework's own name.
    let tensor = model.scene.tensor
    #expect(tensor.layer?.tensor.name == "kernel")
    #expect(model.pressing(.character("1")).scene.tensor == tensor)
    #expect(model.pressing(.character("1")).text().contains("nnx dense kernel"))
    // A pin stays while the framework changes.
    let pinned = model.pressing(.character("p"), .character("w"))
    #expect(pinned.scene.pinned == tensor)
    #expect(pinned.scene.tensor.framework == .pyTorch)
    #expect(pinned.pressing(.character("u")).scene.tensor == tensor)
  }

  @Test func `a framework without such a layer is passed over, or says so`() throws {
    let model = try model(
      "layer separable --in 8 --out 4 --kernel 3 --framework keras --view layers")
    #expect(model.pressing(.character("w")).scene.tensor.framework.name == "keras-torch")
    #expect(model.pressing(.character("W")).scene.tensor.framework.name == "keras-tensorflow")
    #expect(view(model.on(Size(columns: 160, rows: 50))).text.contains("no such layer"))
    let bilinear = try Model(
      scene: Scene(parsing: "layer bilinear --in 8 --in2 3 --out 4 --view layers"))
    #expect(bilinear.pressing(.character("w")).scene.tensor.framework == .pyTorch)
  }

  @Test func `stacks are chosen where a framework has them`() throws {
    let model = try model("layer gru --in 6 --out 4 --view layers")
    #expect(
      model.scene.layerFields.map(\.label)
        == ["in", "out", "layers", "directions", "framework", "tensor", "seed"])
    let stacked = model.pressing(.tab, .down, .down, .right)
    #expect(stacked.scene.layerCall.line == "gru --in 6 --out 4 --layers 2")
    let both = stacked.pressing(.down, .right, .right)
    #expect(both.scene.layerCall.line == "gru --in 6 --out 4 --layers 2 --directions 2")
    #expect(both.pressing(.character("w")).scene.tensor.framework == .pyTorch)
    let text = view(both.on(Size(columns: 160, rows: 50))).text
    #expect(text.contains("weight_ih_l1 ×2") && text.contains("gru takes --layers 1, not 2"))
    let keras = model.pressing(.character("w"))
    #expect(
      keras.scene.layerFields.map(\.label) == ["in", "out", "framework", "tensor", "seed"])
  }

  @Test func `a tensor of it is chosen with the mouse, and by its field`() throws {
    let model = try model("layer lstm --in 8 --out 4 --view layers")
      .on(Size(columns: 160, rows: 50)).measured()
    let target = try #require(
      canvas(of: model).targets.first {
        $0.target == .tensor("keras", "lstm_cell/recurrent_kernel")
      })
    let chosen = model.pressing(.character("M")).pressing(
      .mouse(.press, column: target.region.column, row: target.region.row))
    #expect(chosen.scene.tensor.layer?.tensor.name == "lstm_cell/recurrent_kernel")
    #expect(chosen.scene.tensor.framework.name == "keras")
    #expect(chosen.scene.tensor.shape.extents == [4, 16])
  }

  @Test func `a shown step costs no more than another key`() throws {
    var model = try model("layer conv2d --in 64 --out 128 --kernel 3 --view layers")
    let clock = ContinuousClock()
    var times: [Duration] = []
    for key in [Key.down, .up, .character("w"), .character("W"), .down, .up] {
      times.append(
        clock.measure {
          model.update(.key(key))
          _ = view(model)
        })
    }
    // Without optimisation; the numbers come afterwards.
    #expect(times.sorted()[3] < .milliseconds(400), "\(times)")
  }
}
