import TestSupport
import Testing
import WeightFiles
import Words

@Suite("What torch.save writes")
struct TorchReadingTests {
  static let twoByThree = ReadFixtures.ramp(6)

  // A module with fc = Linear(3, 2), tied = Linear(3, 2, bias=False) of the same weight, a buffer n.
  @Test("a state_dict, with tied weights and a buffer of whole numbers")
  func state() throws {
    let file = try ReadFixtures.file("state.pt")
    #expect(file.format == .torch)
    #expect(
      file.listing == ["n I64 ", "fc.weight F32 2×3", "fc.bias F32 2", "tied.weight F32 2×3"])
    #expect(try file.entry("fc.weight").doubles() == Self.twoByThree)
    #expect(try file.entry("tied.weight").doubles() == Self.twoByThree)
    #expect(try file.entry("fc.bias").doubles() == [-1, -0.875])
    #expect(try file.entry("tied.weight").byteRange == file.entry("fc.weight").byteRange)
  }

  // b = ramp of 24: b[:6].reshape(2,3).t(), b[1:20:3], b.reshape(4,6)[1:3,2:5],
  // b.reshape(2,3,4).permute(2,0,1), b[3:5].reshape(2,1).expand(2,3), …; half is transposed, too.
  @Test("views of one storage, in the order of their dimensions")
  func views() throws {
    let file = try ReadFixtures.file("views.pt")
    let b = ReadFixtures.ramp(24)
    let permuted = (0..<4).flatMap { k in
      (0..<2).flatMap { i in (0..<3).map { j in b[12 * i + 4 * j + k] } }
    }
    let expected: [(String, [Int], [Double])] = [
      ("t", [3, 2], [0, 3, 1, 4, 2, 5].map { b[$0] }),
      ("step", [7], stride(from: 1, to: 20, by: 3).map { b[$0] }),
      ("cut", [2, 3], [8, 9, 10, 14, 15, 16].map { b[$0] }),
      ("perm", [4, 2, 3], permuted),
      ("expand", [2, 3], [3, 3, 3, 4, 4, 4].map { b[$0] }),
      ("one", [1, 1], [b[5]]), ("scalar", [], [b[7]]), ("empty", [0, 4], []),
      ("half", [3, 2], [0, 3, 1, 4, 2, 5].map { b[$0] }), ("brain", [4], Array(b[..<4])),
      ("double", [4], Array(b[..<4])),
    ]
    #expect(file.entries.map(\.name) == expected.map(\.0) + ["f8"])
    for (name, shape, numbers) in expected {
      let entry = try file.entry(name)
      #expect(entry.shape == shape, "\(name)")
      #expect(try entry.doubles() == numbers, "\(name)")
      #expect(try entry.floats() == numbers.map { Float($0) }, "\(name)")
      for start in 0..<numbers.count {
        for end in start...numbers.count {
          #expect(try entry.doubles(start..<end) == Array(numbers[start..<end]), "\(name)")
        }
      }
    }
    #expect(try file.entry("f8").typeName == "F8_E4M3" && file.entry("f8").byteCount == 3)
    #expect(try !file.entry("perm").isContiguous && file.entry("one").isContiguous)
    #expect(try file.entry("t").byteRange.count == 24 && file.entry("cut").byteRange.count == 36)
  }

  // Epochs, losses of NumPy's, optimizers, sets, sizes, bytes: by protocols 2 and 5.
  @Test("a checkpoint's tensors are named by the way to them", arguments: [2, 5])
  func checkpoint(version: Int) throws {
    let file = try ReadFixtures.file("checkpoint\(version).pt")
    #expect(
      file.listing == [
        "model.n I64 ", "model.fc.weight F32 2×3", "model.fc.bias F32 2",
        "model.tied.weight F32 2×3", "list.0 F32 2", "list.1.0 F32 1", "param F32 2", "7 F32 1",
        "optimizer.state.0.exp_avg F32 2",
      ])
    #expect(try file.entry("model.fc.weight").doubles() == Self.twoByThree)
    #expect(try file.entry("optimizer.state.0.exp_avg").doubles() == [0.5, 0.5])
    #expect(try file.entry("param").doubles() == [1, 1])
  }

  @Test("a tensor that is alone has its file's name")
  func alone() throws {
    let file = try ReadFixtures.file("alone.pt")
    #expect(file.listing == ["alone F32 3"])
    #expect(try file.entries[0].doubles() == ReadFixtures.ramp(3))
  }

  // Whole modules, sparse and quantized tensors, files before PyTorch 1.6, TorchScript.
  @Test(
    "what asks for more than tensors is refused in a sentence that helps",
    arguments: [
      (
        "module",
        "'module/data.pkl' in the archive, byte 14: the pickle asks for __main__.M, "
          + "which no state_dict needs, and nothing is executed; if you trust the file: python -c"
      ),
      (
        "sparse",
        "'sparse/data.pkl' in the archive, byte 50: the pickle asks for "
          + "torch._utils._rebuild_sparse_tensor, which no state_dict needs"
      ),
      (
        "quantized",
        "'quantized/data.pkl' in the archive, byte 44: the pickle asks for "
          + "torch._utils._rebuild_qtensor, which no state_dict needs"
      ),
    ])
  func refused(name: String, sentence: String) throws {
    let error = #expect(throws: TensorFileError.self) { try ReadFixtures.file(name + ".pt") }
    #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
    let path = try ReadFixtures.path(name)
    #expect(error?.description.hasPrefix("'\(path).pt', ") == true)
    #expect(error?.description.hasSuffix(" \(path).pt \(path).safetensors") == true)
  }

  @Test(
    "other formats of PyTorch's are named, with the line that makes one that is read",
    arguments: [
      ("legacy", "is a file that PyTorch wrote before version 1.6", "weights_only=True"),
      ("script", "is a TorchScript model", "torch.jit.load(sys.argv[1]).state_dict()"),
    ])
  func foreign(name: String, sentence: String, command: String) throws {
    let error = #expect(throws: TensorFileError.self) { try ReadFixtures.file(name + ".pt") }
    let text = try #require(error?.description)
    #expect(
      text.contains(sentence + ", which is not read; this makes a file that is: python -c \"import")
    )
    #expect(text.contains(command) && text.hasSuffix("\(name).safetensors"))
  }

  // Shapes and strides as permuting, cutting and stepping make them; some reach further than what is
  // read at once, and the places are worked out one by one.
  @Test(
    "views that reach far are read in order, whole and in pieces",
    arguments: [
      ([540, 550], [1, 540]), ([40, 30, 240], [1, 9600, 40]), ([149_000], [2]), ([240], [1200]),
      ([2, 145_000], [1, 2]), ([3, 90_000], [100_000, 1]), ([90_000, 3], [1, 100_000]),
      ([2, 3, 5, 7, 11], [11, 22, 66, 330, 1]), ([100, 40], [0, 7000]),
      ([7, 1, 9], [40_000, 123, 3]), ([200_000, 2], [1, 90_000]),
    ] as [([Int], [Int])])
  func far(shape: [Int], strides: [Int]) throws {
    let count = 300_000
    let offset = count - 1 - zip(shape, strides).reduce(0) { $0 + ($1.0 - 1) * $1.1 }
    let storage = (0..<count).flatMap { Float($0).bitPattern.littleEndianBytes }
    let bytes = Files.torch(
      Pickles.tensor(count: count, offset: offset, shape: shape, strides: strides),
      storages: ["0": storage])
    let entry = try TensorFile(bytes: bytes, name: "x").entries[0]
    let total = shape.reduce(1, *)
    let expected = (0..<total).map { index in
      var (rest, place) = (index, offset)
      for (extent, stride) in zip(shape, strides).reversed() {
        place += rest % extent * stride
        rest /= extent
      }
      return Float(place)
    }
    #expect(try entry.floats() == expected)
    var random = SplitMix(seed: 1)
    for _ in 0..<3 {
      let start = random.below(total)
      let end = start + random.below(total - start + 1)
      #expect(try entry.doubles(start..<end) == expected[start..<end].map(Double.init))
    }
  }

  @Test("numbers whose highest byte comes first")
  func bigEndian() throws {
    let plain = try ReadFixtures.bytes("alone.pt")
    var bytes = plain
    // The same archive, said to be of such a machine.
    for place in 0..<bytes.count - 6 where Array(bytes[place..<place + 6]) == Array("little".utf8) {
      bytes.replaceSubrange(place..<place + 6, with: Array("middle".utf8))
    }
    let error = #expect(throws: TensorFileError.self) { try TensorFile(bytes: bytes, name: "x") }
    #expect(
      error?.description
        == "'x', 'alone/byteorder' in the archive: 'middle' is not known; "
        + "accepted are little or big")
    let pickle = Pickles.tensor()
    let archive = Files.zip([
      .init(name: "a/data.pkl", bytes: pickle),
      .init(name: "a/byteorder", bytes: Array("big".utf8)),
      .init(
        name: "a/data/0", bytes: [0x3F, 0x80, 0, 0, 0xC0, 0, 0, 0]),
    ])
    #expect(try TensorFile(bytes: archive, name: "x").entries[0].doubles() == [1, -2])
  }
}

/// Pickles made instruction by instruction.
enum Pickles {
  static func text(_ text: String) -> [UInt8] { [0x8C, UInt8(text.utf8.count)] + text.utf8 }
  static func global(_ module: String, _ name: String) -> [UInt8] {
    [0x63] + "\(module)\n\(name)\n".utf8
  }
  static func number(_ number: Int) -> [UInt8] {
    [0x8A, 8] + UInt64(bitPattern: Int64(number)).littleEndianBytes
  }
  static func tuple(_ items: [[UInt8]]) -> [UInt8] { [0x28] + items.joined() + [0x74] }
  static func list(_ numbers: [Int]) -> [UInt8] { tuple(numbers.map(number)) }

  /// One tensor, of a storage "0".
  static func tensor(
    storage: String = "FloatStorage", count: Int = 2, offset: Int = 0, shape: [Int] = [2],
    strides: [Int] = [1], key: String = "0"
  ) -> [UInt8] {
    [0x80, 2]
      + rebuilt(
        storage: storage, count: count, offset: offset, shape: shape, strides: strides, key: key)
      + [0x2E]
  }

  static func rebuilt(
    storage: String = "FloatStorage", count: Int = 2, offset: Int = 0, shape: [Int] = [2],
    strides: [Int] = [1], key: String = "0"
  ) -> [UInt8] {
    let persistent =
      tuple([
        text("storage"), global("torch", storage), text(key), text("cpu"), number(count),
      ]) + [0x51]
    return global("torch._utils", "_rebuild_tensor_v2")
      + tuple([persistent, number(offset), list(shape), list(strides), [0x89], [0x4E]]) + [0x52]
  }
}
