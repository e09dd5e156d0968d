import Initializers
import Testing

/// Shapes in PyTorch's order.
@Suite struct `A shape` {
  @Test(arguments: [
    ("256,128", [256, 128]), ("256x128", [256, 128]), ("64x3x7x7", [64, 3, 7, 7]), ("5", [5]),
    ("0,5", [0, 5]), ("256, 128", [256, 128]), (" 3 , 4 ", [3, 4]), ("3×4", [3, 4]),
    ("1_000,2", [1000, 2]), ("1,2,3,4,5,6", [1, 2, 3, 4, 5, 6]), ("scalar", []), ("+4,2", [4, 2]),
    ("(256, 128)", [256, 128]), ("[256, 128]", [256, 128]), ("(5,)", [5]), ("()", []), ("[]", []),
    ("torch.Size([64, 3, 7, 7])", [64, 3, 7, 7]), ("3*256,256", [768, 256]), ("2*3", [6]),
    ("1e3,2", [1000, 2]), ("[4x2]", [4, 2]),
  ])
  func `is read`(text: String, extents: [Int]) throws {
    let shape = try Shape(parsing: text)
    #expect(shape.extents == extents)
    #expect(shape.count == extents.reduce(1, *))
    #expect(try Shape(parsing: shape.description) == shape)
  }

  @Test(arguments: [
    "", ",", "2,", ",2", "2,,3", "a", "2,b", "2.5,3", "2;3", "2 56,3", "99999999999999999999", "_",
    "Scalar", "0x10", "(", ")", "(2,3", "2,3)", "(2,3]", "((2,3))", "(,)", "(2,,)", "torch.Size",
    "torch.Size(2,b)",
  ])
  func `is refused by its text`(text: String) {
    // 0x10 is a shape without elements, as 2x3 is one with six.
    if text == "0x10" {
      #expect((try? Shape(parsing: text))?.extents == [0, 10])
    } else {
      #expect(throws: InitializerError.invalidShape(text)) { try Shape(parsing: text) }
    }
  }

  @Test(arguments: [
    [Int.max, 2], [1 << 31, 1 << 31], [0, Int.max, Int.max], [Int.max], [1 << 62],
    Array(repeating: 2, count: 64),
  ])
  func `of more elements than can be counted is an error`(extents: [Int]) {
    let text = extents.map(String.init).joined(separator: ",")
    #expect(throws: InitializerError.shapeTooLarge(text)) { try Shape(extents) }
  }

  @Test func `may be large as long as it can be counted`() throws {
    #expect(try Shape([1 << 30, 1 << 30]).count == 1 << 60)
    #expect(try Shape([0, 1 << 60]).count == 0)
  }

  @Test func `has no negative extent`() {
    #expect(throws: InitializerError.negativeExtent(-1)) { try Shape([3, -1]) }
    #expect(throws: InitializerError.negativeExtent(.min)) { try Shape([.min]) }
    #expect(throws: InitializerError.negativeExtent(-2)) { try Shape(parsing: "-2,3") }
  }

  @Test func `is written as Python takes it`() throws {
    #expect(try Shape([256, 128]).pythonArguments == "256, 128")
    #expect(try Shape([]).pythonArguments == "()")
  }

  // torch.nn.init._calculate_fan_in_and_fan_out(torch.empty(…)).
  @Test(arguments: [
    ([3, 5], 5, 3, 1), ([2, 3, 4], 12, 8, 4), ([2, 3, 4, 5], 60, 40, 20),
    ([2, 3, 4, 5, 6], 360, 240, 120), ([64, 3, 7, 7], 147, 3136, 49), ([0, 5], 5, 0, 1),
    ([5, 0], 0, 5, 1), ([4, 6, 0], 0, 0, 0), ([1, 1], 1, 1, 1),
  ])
  func `has fans from two dimensions up`(extents: [Int], fanIn: Int, fanOut: Int, field: Int) throws
  {
    let fans = try Framework.pyTorch.shapeOrder.fans(Shape(extents))
    #expect(fans.fanIn == fanIn && fans.fanOut == fanOut && fans.receptiveField == field)
    #expect(fans.fan(.fanIn) == Double(fanIn) && fans.fan(.fanOut) == Double(fanOut))
  }

  @Test(arguments: [[], [5], [0]])
  func `has no fans below`(extents: [Int]) {
    #expect(throws: InitializerError.tooFewDimensionsForFans(extents.count)) {
      try Framework.pyTorch.shapeOrder.fans(Shape(extents))
    }
  }

  @Test func `of the largest size has fans without overflow`() throws {
    for extents in [[1 << 30, 1 << 30], [1, 1, 1 << 60], [0, 1 << 60], [1 << 60, 0, 1]] {
      #expect(try Framework.pyTorch.shapeOrder.fans(Shape(extents)).fanIn >= 0)
    }
  }

  @Test(arguments: [
    ("fan_in", FanMode.fanIn), ("fan_out", .fanOut), ("FAN_IN", .fanIn), ("Fan_Out", .fanOut),
  ])
  func `is divided by the fan of a mode, whatever its case`(text: String, mode: FanMode) throws {
    #expect(try FanMode(parsing: text) == mode)
  }

  @Test(arguments: ["", "fan_in ", "fanin", "in"])
  func `knows four modes only`(text: String) {
    #expect(throws: InitializerError.unsupportedMode(text)) { try FanMode(parsing: text) }
  }
}
