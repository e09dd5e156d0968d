import Foundation
import Initializers
import Scenes
import TestSupport
import Testing
import WeightFiles
import Words

@Suite("Files of tensors")
struct ReadingTests {
  // save_file({...}, metadata=...) of safetensors.torch; F8 by .to(torch.float8_e4m3fn).
  @Test("safetensors: types, shapes, places, metadata and numbers")
  func safetensors() throws {
    let file = try ReadFixtures.file("types.safetensors")
    #expect(file.format == .safetensors)
    #expect(Set(file.metadata.map(\.key)) == ["format", "note"])
    #expect(file.metadata.first { $0.key == "note" }?.text == "a \"b\"\n")
    #expect(
      Set(file.listing) == [
        "f64 F64 2×3", "f32 F32 3×2", "f16 F16 5", "bf16 BF16 5", "scalar F32 ", "empty F32 0×3",
        "long I64 3", "bool BOOL 2", "f8 F8_E4M3 4", "naïve F32 2",
      ])
    for (name, count) in [("f64", 6), ("f32", 6), ("f16", 5), ("bf16", 5), ("naïve", 2)] {
      #expect(try file.entry(name).doubles() == ReadFixtures.ramp(count), "\(name)")
      #expect(try file.entry(name).floats() == ReadFixtures.ramp(count).map { Float($0) })
    }
    #expect(try file.entry("scalar").doubles() == [-1])
    #expect(try file.entry("empty").doubles() == [])
    let bytes = try ReadFixtures.bytes("types.safetensors").count
    #expect(file.entries.map(\.byteCount).reduce(0, +) == 134)
    #expect(file.entries.last?.byteRange.upperBound == bytes)
    for entry in file.entries {
      #expect(entry.byteRange.count == entry.byteCount && entry.isContiguous && !entry.isCompressed)
      #expect(entry.hasValues == ["F64", "F32", "F16", "BF16"].contains(entry.typeName))
    }
    let error = #expect(throws: TensorFileError.self) { try file.entry("long").doubles() }
    #expect(
      error?.description.hasSuffix(
        "types.safetensors', tensor 'long': the values of type I64 are not read; "
          + "those of F64, F32, F16 and BF16 are") == true)
  }

  // torch's own .float() of zeros, the least and the largest numbers, infinities and others.
  @Test("float16 and bfloat16 are what PyTorch makes of them, to the bit")
  func narrow() throws {
    let file = try ReadFixtures.file("edges.safetensors")
    let expected: [String: [UInt32]] = [
      "half": [
        0, 0x8000_0000, 0x3380_0000, 0xb87f_c000, 0x3880_0000, 0x477f_e000, 0x7f80_0000,
        0xff80_0000, 0x3eaa_a000, 0xc000_0000,
      ],
      "brain": [
        0, 0x8000_0000, 0x0001_0000, 0x807f_0000, 0x0080_0000, 0x7f7f_0000, 0x7f80_0000,
        0xff80_0000, 0x3eab_0000, 0xc000_0000,
      ],
    ]
    for (name, bits) in expected {
      #expect(try file.entry(name).floats().map(\.bitPattern) == bits)
      #expect(try file.entry(name).doubles() == bits.map { Double(Float(bitPattern: $0)) })
    }
  }

  @Test("every float16 is Swift's own")
  func halves() throws {
    let bits = (0...UInt16.max).map { $0 }
    let header =
      #"{"h":{"dtype":"F16","shape":[65536],"data_offsets":[0,131072]}}"#
    let bytes = Files.safetensors(header, data: bits.flatMap(\.littleEndianBytes))
    let numbers = try TensorFile(bytes: bytes, name: "h").entries[0].floats()
    for (bits, number) in zip(bits, numbers) {
      let expected = Float(Float16(bitPattern: bits))
      #expect(number == expected || number.isNaN && expected.isNaN)
      #expect(number.sign == expected.sign)
    }
  }

  @Test("an index and its files are one")
  func shards() throws {
    let file = try ReadFixtures.file("model.safetensors.index.json")
    #expect(file.format == .index)
    #expect(file.listing == ["a.weight F32 2×2", "b F32 3", "c.weight F16 2"])
    #expect(try file.entry("a.weight").doubles() == ReadFixtures.ramp(4))
    #expect(try file.entry("c.weight").doubles() == ReadFixtures.ramp(2))
    #expect(try file.entry("c.weight").file.hasSuffix("/model-00002-of-00002.safetensors"))
  }

  // As pytorch_model.bin.index.json has it; what else a file holds is not the index's.
  @Test("the files of an index may be of any format")
  func mixed() throws {
    let folder = Folder()
    for name in ["state.pt", "model-00001-of-00002.safetensors"] {
      try Data(ReadFixtures.bytes(name)).write(to: URL(filePath: folder.path + "/" + name))
    }
    let map =
      #"{"weight_map": {"fc.bias": "state.pt", "b": "model-00001-of-00002.safetensors"}}"#
    let path = folder.path + "/pytorch_model.bin.index.json"
    try Data(map.utf8).write(to: URL(filePath: path))
    let file = try TensorFile(path)
    #expect(file.listing == ["b F32 3", "fc.bias F32 2"])
    #expect(try file.entry("fc.bias").doubles() == ReadFixtures.ramp(2))
  }

  // np.save of a 2×3×4 array as <f4, >f4, <f8 in Fortran's order, >f2 in Fortran's order, and
  // numpy.lib.format.write_array with each version.
  @Test(
    "arrays of NumPy's are read in the order of their dimensions",
    arguments: [
      ("c-order", "<f4", [2, 3, 4], 1), ("big", ">f4", [2, 3, 4], 1),
      ("fortran", "<f8", [2, 3, 4], 1), ("half-big-fortran", ">f2", [2, 3, 4], 1),
      ("version1", "<f8", [3, 4], 1), ("version2", "<f8", [3, 4], 1),
      ("version3", "<f8", [3, 4], 1),
    ] as [(String, String, [Int], Int)])
  func arrays(name: String, type: String, shape: [Int], _: Int) throws {
    let file = try ReadFixtures.file(name + ".npy")
    let entry = try #require(file.entries.first)
    #expect(file.format == .npy && file.entries.count == 1)
    #expect(entry.name == name && entry.typeName == type && entry.shape == shape)
    let expected = ReadFixtures.ramp(entry.count)
    #expect(try entry.doubles() == expected)
    #expect(try entry.floats() == expected.map { Float($0) })
    for start in 0..<entry.count {
      for end in start...entry.count {
        #expect(try entry.doubles(start..<end) == Array(expected[start..<end]))
      }
    }
  }

  @Test("arrays without numbers to read are listed")
  func listed() throws {
    #expect(try ReadFixtures.file("int.npy").listing == ["int <i8 3"])
    #expect(try ReadFixtures.file("text.npy").listing == ["text <U2 2"])
    #expect(try ReadFixtures.file("text.npy").entries[0].byteCount == 16)
    #expect(try !ReadFixtures.file("text.npy").entries[0].hasValues)
  }

  // np.savez and np.savez_compressed of the same arrays.
  @Test("archives of arrays, compressed or not", arguments: ["arrays", "compressed"])
  func archives(name: String) throws {
    let file = try ReadFixtures.file(name + ".npz")
    #expect(file.format == .npz)
    #expect(
      file.listing == [
        "w <f4 2×3×4", "f <f8 2×3×4", "n <f8 ", "e <f2 0×2", "i <i8 2", "s <U2 1",
      ])
    #expect(file.entries.allSatisfy { $0.isCompressed == (name == "compressed") })
    #expect(try file.entry("w").doubles() == ReadFixtures.ramp(24))
    #expect(try file.entry("f").doubles() == ReadFixtures.ramp(24))
    #expect(try file.entry("f").doubles(7..<20) == Array(ReadFixtures.ramp(24)[7..<20]))
    #expect(try file.entry("n").doubles() == [0.5])
    #expect(try file.entry("e").doubles() == [])
    #expect(file.entries.map(\.byteCount) == [96, 192, 8, 0, 16, 8])
  }

  // By Python's zipfile with ZIP64_LIMIT = 10 and ZIP_FILECOUNT_LIMIT = 1, as archives over 4 GiB are.
  @Test("archives whose sizes and places have 64 bits")
  func wide() throws {
    var bytes = try ReadFixtures.bytes("zip64.npz")
    // As it is, and with nothing but signs in the end of 32 bits.
    for _ in 0..<2 {
      let file = try TensorFile(bytes: bytes, name: "x")
      #expect(file.listing == ["a <f4 5", "b <f4 3"])
      #expect(try file.entry("a").doubles() == ReadFixtures.ramp(5))
      #expect(try file.entry("b").doubles() == ReadFixtures.ramp(3))
      for place in bytes.count - 14..<bytes.count - 2 { bytes[place] = 0xFF }
    }
    // What finds the end of 64 bits, and that end, changed.
    let sentence = "'x', byte 624: 'zip64 end of central directory' is missing"
    for place in [604, 612, 619, 548, 564, 572, 580, 587, 595, 603] {
      var changed = bytes
      changed[place] ^= 0x80
      let error = #expect(throws: TensorFileError.self) {
        try TensorFile(bytes: changed, name: "x")
      }
      #expect(error?.description == sentence, "\(place)")
    }
  }

  @Test("ten gigabytes are opened and read where they stand")
  func large() throws {
    let folder = Folder()
    let path = folder.path + "/large.safetensors"
    let count = 2_500_000_000
    let header =
      #"{"a":{"dtype":"F32","shape":[50000,50000],"data_offsets":[0,\#(4 * count)]}}"#
    try Data(Files.safetensors(header)).write(to: URL(filePath: path))
    #expect(truncate(path, 8 + header.utf8.count + 4 * count) == 0)
    let entry = try TensorFile(path).entries[0]
    #expect(entry.count == count && entry.byteCount == 4 * count)
    #expect(try entry.doubles(count - 1000..<count) == Array(repeating: 0, count: 1000))
  }

  // x = (k²·7919 mod 50)/8 repeats itself, y = (k·2654435761 mod 2³²)/2³² does not; z is k mod 97, 100
  // rows of it in Fortran's order; by np.savez_compressed and, stored in deflate's blocks, zipfile.
  @Test("long compressed arrays, from any place on")
  func inflated() throws {
    let x = (0..<20_000).map { Double($0 * $0 * 7919 % 50) / 8 }
    let y = (0..<1000).map { Float(Double($0 * 2_654_435_761 % (1 << 32)) / 0x1p32) }
    let file = try ReadFixtures.file("long.npz")
    #expect(try file.entry("x").doubles() == x)
    #expect(try file.entry("y").floats() == y)
    for start in [0, 1, 8191, 8192, 16_000, 19_999, 20_000] {
      let end = min(20_000, start + 3000)
      #expect(try file.entry("x").doubles(start..<end) == Array(x[start..<end]))
    }
    #expect(try file.entry("z").doubles() == (0..<10_000).map { Double($0 % 97) })
    let stored = try ReadFixtures.file("stored-blocks.npz")
    #expect(try stored.entry("x").doubles() == Array(x[..<2000]))
  }

  @Test("what is read in blocks of any size is the same", arguments: [1, 7, 100, 70_000])
  func blocks(_ size: Int) throws {
    let file = try ReadFixtures.file("long.npz")
    for entry in file.entries {
      let all = try entry.floats()
      var values = try entry.values()
      var read: [Float] = []
      let block = UnsafeMutableBufferPointer<Float>.allocate(capacity: size)
      defer { block.deallocate() }
      while values.remaining > 0 {
        let count = try values.next(into: block)
        #expect(count > 0)
        read += block[..<count]
      }
      #expect(try values.next(into: block) == 0)
      #expect(read == all)
    }
  }

  @Test("numbers of the middle are read into memory of one's own, on several threads")
  func threads() async throws {
    let entry = try ReadFixtures.file("fortran.npy").entries[0]
    let sums = try await withThrowingTaskGroup(of: [Double].self) { group in
      for start in 0..<20 {
        group.addTask {
          var numbers = [Double](repeating: 0, count: 4)
          try numbers.withUnsafeMutableBufferPointer { try entry.read(from: start, into: $0) }
          return numbers
        }
      }
      return try await group.reduce(into: Set<[Double]>()) { $0.insert($1) }
    }
    let ramp = ReadFixtures.ramp(24)
    #expect(sums == Set((0..<20).map { Array(ramp[$0..<$0 + 4]) }))
  }

  @Test("what is written is read, weight for weight", arguments: [WeightFormat.npy, .safetensors])
  func roundTrip(format: WeightFormat) throws {
    for line in [
      "xavier_normal --shape 70,50 --seed 3", "normal --shape scalar", "ones --shape 0,3",
    ] {
      let tensor = try Tensor(parsing: line)
      var memory = Memory()
      try WeightFile(tensor, format: format).write(into: &memory)
      let entry = try TensorFile(bytes: memory.bytes, name: "weight.x").entries[0]
      #expect(entry.name == "weight" && entry.type == .float32)
      #expect(entry.shape == tensor.shape.extents)
      var raw = Memory()
      try WeightFile(tensor, format: .raw).write(into: &raw)
      #expect(littleEndian(try entry.floats()) == raw.bytes)
    }
  }

  @Test("a whole model that is written is read")
  func model() throws {
    let recipe = try ModelRecipe(
      parsing: Array("'a\"\\\u{e9}' normal --shape 3,4\n_ normal --shape 9\nb zeros --shape 5".utf8)
    )
    var memory = Memory()
    try WeightFile(recipe, seed: Seed(7)).write(into: &memory)
    let file = try TensorFile(bytes: memory.bytes, name: "model")
    #expect(file.listing == ["a\"\\\u{e9} F32 3×4", "b F32 5"])
    #expect(file.metadata.map(\.key) == ["format", "recipe", "seed"])
    #expect(file.metadata[1].text == recipe.text)
  }

  @Test("what steers terminals is in a name and not in what is shown of it")
  func names() throws {
    let header =
      #"{"a\u001b[2J\u202e\tb\u0000\ud83d\ude00":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}"#
    let entry = try TensorFile(bytes: Files.safetensors(header, data: [1]), name: "x").entries[0]
    #expect(entry.name == "a\u{1b}[2J\u{202e}\tb\0\u{1F600}")
    #expect(entry.shownName == #"a\u{1b}[2J\u{202e}\u{9}b\u{0}😀"#)
  }

  @Test("a file that is cut short while it is read is an error")
  func shrinking() throws {
    let folder = Folder()
    let path = folder.path + "/a.npy"
    let shape = try Shape([100_000])
    let bytes = try NPYWriter(shape).file(of: Fixtures.ramp(shape.count))
    try Data(bytes).write(to: URL(filePath: path))
    let entry = try TensorFile(path).entries[0]
    #expect(try entry.floats().count == 100_000)
    #expect(truncate(path, 200_000) == 0)
    #expect(try entry.doubles(0..<1000) == ReadFixtures.ramp(1000))
    let error = #expect(throws: TensorFileError.self) { try entry.floats() }
    #expect(
      error?.description
        == "'\(path)': ends at byte 200000, where 262144 bytes from byte 128 on are to be")
  }
}
