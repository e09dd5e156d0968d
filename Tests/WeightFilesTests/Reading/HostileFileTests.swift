import Foundation
import TestSupport
import Testing
import WeightFiles
import Words

/// Files that lie, each with the sentence that it is refused in.
@Suite("A file that is wrong")
struct HostileFileTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let bytes: [UInt8]
    let sentence: String
    var testDescription: String { sentence }

    init(_ bytes: [UInt8], _ sentence: String) { (self.bytes, self.sentence) = (bytes, sentence) }
  }

  private static func header(_ header: String, _ sentence: String, data: Int = 0) -> Row {
    Row(Files.safetensors(header, data: Array(repeating: 0, count: data)), sentence)
  }

  private static let a = #""dtype":"F32","shape":[1],"data_offsets":[0,4]"#
  private static let types =
    "F64, F32, F16, BF16, I64, I32, I16, I8, U64, U32, U16, U8, BOOL, C128, C64, F8_E4M3, F8_E5M2, "
    + "F8_E4M3FNUZ, F8_E5M2FNUZ, F8_E8M0, F6_E2M3, F6_E3M2 or F4"

  static let unknown = [
    Row(
      [], "'x': is empty; files of safetensors, NumPy (.npy, .npz) and PyTorch (.pt) are read"),
    Row(
      Array("hello, world".utf8),
      "'x': begins with 68 65 6c 6c 6f 2c 20 77, which is none of safetensors, NumPy (.npy, .npz) "
        + "and PyTorch (.pt)"),
    Row(
      [0x1B, 0x5B],
      "'x': begins with 1b 5b, which is none of safetensors, NumPy (.npy, .npz) and PyTorch (.pt)"),
    Row(
      Array("GGUF\u{3}\0\0\0".utf8),
      "'x': is a GGUF model, which is not read; this makes a file that is: python -c \"import sys, "
        + "gguf, numpy; r = gguf.GGUFReader(sys.argv[1]); numpy.savez(sys.argv[2], "
        + "**{t.name: gguf.dequantize(t.data, t.tensor_type) for t in r.tensors})\" x x.npz"),
    Row(
      [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A, 0],
      "'x': is an HDF5 file, as Keras writes, which is not read; this makes a file that is: "
        + "python -c \"import sys, h5py, numpy; d = {}; h5py.File(sys.argv[1]).visititems(lambda n, o: "
        + "d.update({n: o[()]} if isinstance(o, h5py.Dataset) else {})); numpy.savez(sys.argv[2], "
        + "**d)\" x x.npz"),
    Row(
      [0x1F, 0x8B, 8, 0],
      "'x': is compressed by gzip, which is not read; this makes a file that is: gunzip -k x"),
    Row(
      [0x80, 4, 0x95, 0],
      "'x': is a Python pickle, which is not read; this makes a file that is: python -c \"import "
        + "sys, pickle, numpy; d = pickle.load(open(sys.argv[1], 'rb')); numpy.savez(sys.argv[2], "
        + "**{str(k): v for k, v in d.items()})\" x x.npz"),
    Row(
      Array(repeating: 0x61, count: 257) + "ustar".utf8,
      "'x': is a tar archive, as early versions of PyTorch wrote, which is not read; this makes a "
        + "file that is: python -c \"import sys, torch; from safetensors.torch import save_file; "
        + "d = torch.load(sys.argv[1], weights_only=True); save_file({k: v.clone().contiguous() "
        + "for k, v in d.items() if torch.is_tensor(v)}, sys.argv[2])\" x x.safetensors"),
    Row(
      Files.zip([.init(name: "word/document.xml", bytes: [1])]),
      "'x': is a zip archive of other things than arrays, which is not read; this makes a file that "
        + "is: unzip x"),
    Row(
      Files.zip([.init(name: "model.weights.h5", bytes: [1])]),
      "'x': is a Keras model, which is not read; this makes a file that is: python -c \"import sys, "
        + "keras, numpy; m = keras.models.load_model(sys.argv[1]); numpy.savez(sys.argv[2], "
        + "**{w.path: w.numpy() for w in m.weights})\" x x.npz"),
    Row(Files.zip([]), "'x': has no tensors"),
  ]

  static let safetensors = [
    Row(
      UInt64(1 << 40).littleEndianBytes + "{}".utf8,
      "'x', byte 0: the header's length in bytes is 1099511627776; accepted is ≤ 2"),
    Row(
      UInt64(3).littleEndianBytes + "{}".utf8,
      "'x', byte 0: the header's length in bytes is 3; accepted is ≤ 2"),
    header("{}", "'x': has no tensors"),
    header(#"{"a":{\#(a)}}"#, "'x', tensor 'a': the end of the data is 4; accepted is 0…0"),
    header(
      #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[8,4]}}"#,
      "'x', tensor 'a': the end of the data is 4; accepted is 8…4", data: 4),
    header(
      #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#,
      "'x', tensor 'a': the size in bytes is 4; accepted is 8", data: 4),
    header(
      #"{"a":{"dtype":"F4","shape":[3],"data_offsets":[0,1]}}"#,
      "'x', tensor 'a': the size in bytes is 1; accepted is 12/8", data: 1),
    header(
      #"{"a":{\#(a)},"b":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}}"#,
      "'x', tensor 'b': begins at byte 2 of the data, over the tensor before, which ends at 4",
      data: 6),
    header(
      #"{"a":{\#(a)},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#,
      "'x', tensor 'b': begins at byte 0 of the data, over the tensor before, which ends at 4",
      data: 4),
    header(
      #"{"a":{\#(a)},"b":{"dtype":"U8","shape":[1],"data_offsets":[5,6]}}"#,
      "'x', tensor 'b': begins at byte 5 of the data, with a gap after the tensor before, which "
        + "ends at 4", data: 6),
    header(#"{"a":{\#(a)}}"#, "'x': the end of the data is 4; accepted is 5", data: 5),
    header(#"{"a":{\#(a)},"a":{\#(a)}}"#, "'x', byte 66: 'a' is there twice", data: 4),
    header(
      #"{"a":{"dtype":"F32","dtype":"F32"}}"#, "'x', tensor 'a': 'dtype' is there twice"),
    header(
      #"{"a":{"dtype":"F33","shape":[1],"data_offsets":[0,4]}}"#,
      "'x', tensor 'a': 'F33' is not known; accepted are \(types)", data: 4),
    header(
      #"{"a":{"dtype":"other","shape":[1],"data_offsets":[0,4]}}"#,
      "'x', tensor 'a': 'other' is not known; accepted are \(types)", data: 4),
    header(
      #"{"a":{\#(a),"more":[1,]}}"#, "'x', byte 71: a JSON value is expected, not ']}}'", data: 4),
    header(
      #"{"a":{"dtype":"F32","shape":[1]}}"#, "'x', tensor 'a': 'data_offsets' is missing"),
    header(#"{"a":{"dtype":"F32"}}"#, "'x', tensor 'a': 'shape' is missing"),
    header(#"{"a":{}}"#, "'x', tensor 'a': 'dtype' is missing"),
    header(
      #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}"#,
      "'x', tensor 'a': the number of data_offsets is 1; accepted is 2", data: 4),
    header(
      #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}}"#,
      "'x', tensor 'a': the number of data_offsets is 3; accepted is 2", data: 4),
    header(
      #"{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}"#,
      "'x', byte 37: a whole number from 0 to 2^63 − 1 is expected, not '-1],\"dat'", data: 4),
    header(
      #"{"a":{"dtype":"F32","shape":[1.0],"data_offsets":[0,4]}}"#,
      "'x', byte 37: a whole number from 0 to 2^63 − 1 is expected, not '1.0],\"da'", data: 4),
    header(
      #"{"a":{"dtype":"F32","shape":[01],"data_offsets":[0,4]}}"#,
      "'x', byte 37: a whole number from 0 to 2^63 − 1 is expected, not '01],\"dat'", data: 4),
    header(
      #"{"a":{"dtype":"F32","shape":[18446744073709551616],"data_offsets":[0,4]}}"#,
      "'x', byte 37: a whole number from 0 to 2^63 − 1 is expected, not '18446744'", data: 4),
    header(
      #"{"a":{"dtype":"F32","shape":[4294967296,4294967296,0],"data_offsets":[0,0]}}"#,
      "'x', tensor 'a': the number of elements is 4294967296×4294967296×0; accepted is < 2^56"),
    header(
      #"{"a":{"dtype":"F32","shape":[\#(String(repeating: "1,", count: 64))1],"data_offsets":[0,4]}}"#,
      "'x', tensor 'a': the number of dimensions is 65; accepted is ≤ 64", data: 4),
    header(
      #"{"\#(String(repeating: "n", count: 4097))":{}}"#,
      "'x', byte 4109: the length of a name in bytes is 4097; accepted is ≤ 4096"),
    header(
      #"{"__metadata__":{"a":1}}"#, "'x', byte 29: a text in quotes is expected, not '1}}'"),
    header(
      #"{"__metadata__":{"a":"1"},"__metadata__":{}}"#,
      "'x', byte 49: '__metadata__' is there twice"),
    header(#"{"a":[]}"#, "'x', byte 13: '{' is expected, not '[]}'"),
    header(#"{"a":{\#(a)}"#, "'x', byte 61: '}' is expected, not ''", data: 4),
    header(#"{"a":{\#(a)}}}"#, "'x', byte 62: the end is expected, not '}'", data: 4),
    header(#"{"a\x":{}}"#, "'x', byte 12: a JSON escape is expected, not 'x\":{}}'"),
    header(#"{"a\ud800":{}}"#, "'x', byte 12: a JSON escape is expected, not 'ud800\":{'"),
    header(#"{"a\ud800\u0041":{}}"#, "'x', byte 12: a JSON escape is expected, not 'ud800\\u0'"),
    header("{\"a\u{1}\":{}}", "'x', byte 11: '\"' is expected, not '\\u{1}\":{}}'"),
    header("{\"a", "'x', byte 11: '\"' is expected, not ''"),
    Row(
      UInt64(10).littleEndianBytes + [0x7B, 0x22, 0x61, 0xFF, 0x22] + ":{}}}".utf8,
      "'x', byte 13: the bytes are not UTF-8 text"),
    header(
      #"{"\u001b[31m":{"dtype":"F32"}}"#, #"'x', tensor '\u{1b}[31m': 'shape' is missing"#),
  ]

  private static func npy(_ text: String, _ sentence: String, data: Int = 0) -> Row {
    Row(Files.npy(text, data: Array(repeating: 0, count: data)), sentence)
  }

  static let arrays = [
    Row(
      Files.npy("", version: [4, 0]),
      "'x', byte 6: the version is 4.0; accepted is 1.0, 2.0, 3.0"),
    Row(
      Files.npy("", data: [0, 0], version: [1, 1]),
      "'x', byte 6: the version is 1.1; accepted is 1.0, 2.0, 3.0"),
    Row(
      [0x93] + "NUMPY".utf8, "'x', byte 0: ends at byte 6, where 12 bytes from byte 0 on are to be"),
    Row(
      [0x93] + "NUMPY".utf8 + [2, 0, 1, 0, 16, 0],
      "'x', byte 8: the header's length in bytes is 1048577; accepted is ≤ 1048576"),
    Row(
      [0x93] + "NUMPY".utf8 + [1, 0, 100, 0, 0x7B, 0x7D],
      "'x': ends at byte 12, where 110 bytes from byte 0 on are to be"),
    npy(
      "{'descr': '<f4', 'fortran_order': False}  ", "'x', byte 10: 'shape' is missing"),
    npy("{'fortran_order': False, 'shape': ()}", "'x', byte 10: 'descr' is missing"),
    npy("{'descr': '<f4', 'shape': ()}       ", "'x', byte 10: 'fortran_order' is missing"),
    npy("{'descr': '<f4', 'descr': '<f4'}", "'x', byte 35: 'descr' is there twice"),
    npy(
      "{'kind': '<f4'}  ",
      "'x', byte 18: 'kind' is not known; accepted are descr, fortran_order or shape"),
    npy(
      "{'descr': '<q4', 'fortran_order': False, 'shape': ()}",
      "'x', byte 25: 'q4' is not known; accepted are f8, f4, f2, i8, i4, i2, i1, u8, u4, u2, u1, b1, "
        + "c16 or c8"),
    npy(
      "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': ()}",
      "'x': the values of type [('a', '<f4')] are not read; those of F64, F32, F16 and BF16 are"),
    npy("{'descr': [('a]', ['", "'x', byte 30: ''' is expected, not ''"),
    npy("{'descr': [[[", "'x', byte 23: ']' is expected, not ''"),
    npy(
      "{'descr': '<f4', 'fortran_order': 1, 'shape': ()}",
      "'x', byte 44: True/False is expected, not '1, 'shap'"),
    npy(
      "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}",
      "'x', byte 61: a whole number from 0 to 2^63 − 1 is expected, not '-1,)}'"),
    npy(
      "{'descr': '<f4', 'fortran_order': False, 'shape': (9223372036854775808,)}",
      "'x', byte 61: a whole number from 0 to 2^63 − 1 is expected, not '92233720'"),
    npy(
      "{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296)}",
      "'x', byte 10: the number of elements is 4294967296×4294967296; accepted is < 2^56"),
    npy(
      "{'descr': '<f4', 'fortran_order': False, 'shape': (\(String(repeating: "1,", count: 65)))}",
      "'x', byte 189: the number of dimensions is 65; accepted is ≤ 64"),
    npy(
      "{'descr': '<f4', 'fortran_order': False, 'shape': (3,)}",
      "'x', byte 65: the size in bytes is 8; accepted is 12", data: 8),
    npy(
      "{'descr': '<f4', 'fortran_order': False, 'shape': (1,)}",
      "'x', byte 65: the size in bytes is 8; accepted is 4", data: 8),
    npy(
      "{'descr': '<f4', 'fortran_order': False, 'shape': (1,)} + 1",
      "'x', byte 66: the end is expected, not '+ 1'", data: 4),
    npy("{'descr': '<f4", "'x', byte 24: ''' is expected, not ''"),
    npy("__import__('os')", "'x', byte 10: '{' is expected, not '__import'"),
    npy(
      "{'descr': '|O', 'fortran_order': False, 'shape': (1,)}",
      "'x': holds Python objects, which are not read; if you trust the file: python -c \"import sys, "
        + "numpy; a = numpy.load(sys.argv[1], allow_pickle=True); numpy.savez(sys.argv[2], "
        + "*a.ravel())\" x x.npz", data: 8),
  ]

  private static let one = Files.npy(
    "{'descr': '<f4', 'fortran_order': False, 'shape': (1,)}", data: [0, 0, 128, 63])

  static let archives = [
    Row(
      [0x50, 0x4B, 3, 4] + Array(repeating: 0, count: 40),
      "'x': 'end of central directory' is missing"),
    Row(
      Files.zip([.init(name: "a.npy", bytes: one)], count: 2),
      "'x', byte 155: the place and size of the directory is 104 + 51; accepted is ≤ 155"),
    Row(
      Files.zip([.init(name: "a.npy", bytes: one)], count: 0),
      "'x', byte 104: the end is expected, not 'PK'"),
    Row(
      Files.zip([.init(name: "a.npy", bytes: one), .init(name: "a.npy", bytes: one)]),
      "'x': 'a.npy' is there twice"),
    Row(
      Files.zip([.init(name: "a.npy", bytes: one), .init(name: "b.npy", bytes: one, start: 0)]),
      "'x', 'b.npy' in the archive: shares bytes with 'a.npy'"),
    Row(
      Files.zip([.init(name: "a.npy", bytes: one, localName: "b.npy")]),
      "'x', 'a.npy' in the archive: the archive's directory and the file's own header do not agree"),
    Row(
      Files.zip([.init(name: "a.npy", bytes: one, localSize: 1)]),
      "'x', 'a.npy' in the archive: the archive's directory and the file's own header do not agree"),
    Row(
      Files.zip([.init(name: "a.npy", bytes: one, flags: 1)]),
      "'x', 'a.npy' in the archive: is encrypted"),
    Row(
      Files.zip([.init(name: "a.npy", bytes: one, method: 12)]),
      "'x', 'a.npy' in the archive: is compressed by method 12; accepted are 0 (none) and, in "
        + "archives of arrays, 8 (deflate)"),
    Row(
      Files.zip([.init(name: "a.npy", bytes: one, size: 70)]),
      "'x', 'a.npy' in the archive: the size in bytes once it is no longer compressed is 70; "
        + "accepted is 69"),
    Row(
      Files.zip([.init(name: "a.npy", bytes: [3, 0], method: 8, size: 3_000_000_000)]),
      "'x', 'a.npy' in the archive: the size in bytes once it is no longer compressed is "
        + "3000000000; accepted is ≤ 2064"),
    Row(
      Files.zip([.init(name: "a.npy", bytes: one, start: 100_000)]),
      "'x', 'a.npy' in the archive: ends at byte 104, where 69 bytes from byte 100000 on are to be"),
    Row(
      Files.zip([.init(name: "a.npy", bytes: one, start: 3)]),
      "'x', 'a.npy' in the archive: 'PK 3 4' is missing"),
    Row(
      Files.zip([.init(name: "a.npy", bytes: [7, 1, 2], method: 8, size: 69)]),
      "'x', 'a.npy' in the archive: the compressed bytes are damaged"),
    Row(
      Files.zip([.init(name: "a.npy", bytes: [1, 2])]),
      "'x', 'a.npy' in the archive, byte 0: \\x93NUMPY is expected, not '\\u{1}\\u{2}'"),
    Row(
      Files.zip([.init(name: "a.npy", bytes: Array(one.dropLast()))]),
      "'x', 'a.npy' in the archive: the size in bytes is 3; accepted is 4"),
    Row(
      Files.zip([.init(name: "a.npy", bytes: Array(one.prefix(30)))]),
      "'x': ends at byte 65, where 65 bytes from byte 35 on are to be"),
    Row(
      Files.zip([.init(name: String(repeating: "n", count: 4097), bytes: one)]),
      "'x', byte 4196: the length of a name in bytes is 4097; accepted is ≤ 4096"),
    Row(
      Array(Files.zip([.init(name: "a.npy", bytes: one)]).dropLast()),
      "'x': 'end of central directory' is missing"),
  ]

  private static func pickle(
    _ bytes: [UInt8], _ sentence: String, storages: [String: [UInt8]] = [:]
  ) -> Row {
    Row(Files.torch(bytes, storages: storages), sentence)
  }

  private static let place = "'x', 'x/data.pkl' in the archive, byte"
  private static let trusted =
    "and nothing is executed; if you trust the file: python -c \"import sys, torch; from "
    + "safetensors.torch import save_file; d = torch.load(sys.argv[1], weights_only=False); d = "
    + "getattr(d, 'state_dict', lambda: d)(); save_file({k: v.clone().contiguous() for k, v in "
    + "d.items() if torch.is_tensor(v)}, sys.argv[2])\" x x.safetensors"

  static let pickles = [
    pickle([], "\(place) 0: ends at byte 0, where 1 bytes from byte 0 on are to be"),
    pickle(
      [0x80, 2] + Pickles.global("os", "system") + Pickles.tuple([Pickles.text("id")]) + [
        0x52, 0x2E,
      ],
      "\(place) 13: the pickle asks for os.system, which no state_dict needs, \(trusted)"),
    pickle(
      [0x80, 4] + Pickles.text("builtins") + Pickles.text("eval") + [0x93, 0x2E],
      "\(place) 19: the pickle asks for builtins.eval, which no state_dict needs, \(trusted)"),
    pickle(
      [0x80, 2] + Pickles.global("torch", "\u{1B}[2J") + [0x2E],
      "\(place) 14: the pickle asks for torch.\\u{1b}[2J, which no state_dict needs, \(trusted)"),
    pickle(
      [0x80, 2, 0x69] + "os\nsystem\n".utf8,
      "\(place) 2: the pickle's instruction 69 is none that a state_dict needs, \(trusted)"),
    pickle(
      [0x80, 2, 0x29, 0x81, 0x2E],
      "\(place) 3: the pickle's instruction 81 is none that a state_dict needs, \(trusted)"),
    pickle(
      [0x80, 9, 0x2E], "\(place) 1: the pickle's protocol is 9; accepted is 2…5"),
    pickle([0x80, 2, 0x2E], "\(place) 2: the pickle makes no sense at 'stop'"),
    pickle([0x80, 2, 0x4E, 0x4E, 0x2E], "\(place) 4: the pickle makes no sense at 'stop'"),
    pickle([0x80, 2, 0x4E, 0x2E], "'x': has no tensors"),
    pickle([0x80, 2, 0x74, 0x2E], "\(place) 2: the pickle makes no sense at 'tuple'"),
    pickle([0x80, 2, 0x28, 0x85, 0x2E], "\(place) 3: the pickle makes no sense at 'tuple1'"),
    pickle([0x80, 2, 0x61, 0x2E], "\(place) 2: the pickle makes no sense at 'append'"),
    pickle(
      [0x80, 2, 0x7D, 0x28, 0x4E, 0x75, 0x2E],
      "\(place) 5: the pickle makes no sense at 'setItems'"),
    pickle([0x80, 2, 0x68, 9, 0x2E], "\(place) 3: the pickle makes no sense at 'get8'"),
    pickle([0x80, 2, 0x52, 0x2E], "\(place) 2: the pickle makes no sense at 'reduce'"),
    pickle(
      [0x80, 2, 0x4E, 0x51, 0x2E], "\(place) 3: the pickle makes no sense at 'persistent'"),
    pickle(
      [0x80, 2, 0x58, 0xFF, 0xFF, 0xFF, 0xFF, 0x61],
      "\(place) 7: ends at byte 8, where 4294967295 bytes from byte 7 on are to be"),
    pickle(
      [0x80, 4, 0x8D] + Array(repeating: 0xFF, count: 8),
      "\(place) 11: ends at byte 11, where 9223372036854775796 bytes from byte 11 on are to be"),
    pickle(
      [0x80, 2] + Pickles.global("torch", "FloatStorage") + [0x29, 0x52, 0x2E],
      "\(place) 23: the pickle makes no sense at 'reduce'"),
    pickle(
      Pickles.tensor(), "'x', tensor 'x': 'data/0' is missing"),
    pickle(
      Pickles.tensor(key: "../../etc/passwd"), "'x', tensor 'x': 'data/../../etc/passwd' is missing"
    ),
    pickle(
      Pickles.tensor(),
      "'x', 'x/data/0' in the archive: the size in bytes is 4; accepted is 8",
      storages: ["0": [0, 0, 0, 0]]),
    pickle(
      Pickles.tensor(count: 1 << 62),
      "'x', 'x/data/0' in the archive: the size in bytes is 8; accepted is < 2^63",
      storages: ["0": [0, 0, 0, 0, 0, 0, 0, 0]]),
    pickle(
      Pickles.tensor(offset: 1),
      "'x', tensor 'x': the last element in its storage is 2; accepted is < 2",
      storages: ["0": [0, 0, 0, 0, 0, 0, 0, 0]]),
    pickle(
      Pickles.tensor(shape: [2, 2], strides: [.max, 1]),
      "'x', tensor 'x': the last element in its storage is 9223372036854775807; accepted is < 2",
      storages: ["0": [0, 0, 0, 0, 0, 0, 0, 0]]),
    pickle(
      Pickles.tensor(shape: [1 << 30], strides: [0]),
      "'x', tensor 'x': the number of elements is 1073741824; accepted is ≤ 16777216",
      storages: ["0": [0, 0, 0, 0, 0, 0, 0, 0]]),
    pickle(
      Pickles.tensor(shape: [1 << 32, 1 << 32], strides: [0, 0]),
      "'x', tensor 'x': the number of elements is 4294967296×4294967296; accepted is < 2^56",
      storages: ["0": [0, 0, 0, 0, 0, 0, 0, 0]]),
    pickle(
      Pickles.tensor(shape: [-1]), "\(place) 123: the pickle makes no sense at 'reduce'",
      storages: ["0": [0, 0, 0, 0, 0, 0, 0, 0]]),
    pickle(
      Pickles.tensor(shape: [1, 1]), "\(place) 133: the pickle makes no sense at 'reduce'",
      storages: ["0": [0, 0, 0, 0, 0, 0, 0, 0]]),
    pickle(
      [0x80, 2, 0x7D] + Pickles.text("a.b") + Pickles.rebuilt() + [0x73] + Pickles.text("a")
        + [0x7D] + Pickles.text("b") + Pickles.rebuilt() + [0x73, 0x73, 0x2E],
      "'x': 'a.b' is there twice", storages: ["0": [0, 0, 0, 0, 0, 0, 0, 0]]),
    // A list in itself, and one that holds the one before twice, a hundred times over.
    pickle(
      [0x80, 2, 0x5D, 0x71, 0, 0x68, 0, 0x61, 0x2E],
      "'x', tensor '\(Array(repeating: "0", count: 64).joined(separator: "."))': the depth of "
        + "nesting is 65; accepted is ≤ 64"),
    pickle(
      [0x80, 2, 0x5D] + (0..<60).flatMap { _ in [0x32, 0x86, 0x71, 0] as [UInt8] } + [0x2E],
      "'x': the number of values in the pickle is 2097153; accepted is ≤ 2097152"),
    pickle(
      [0x80, 2] + Array(repeating: 0x5D, count: 1 << 21 + 1) + [0x2E],
      "\(place) 2097155: the number of values in the pickle is 2097153; accepted is ≤ 2097152"),
    // Nested as deep as the file is long: no stack of the system's grows with it.
    pickle(
      [0x80, 2, 0x4E] + Array(repeating: 0x85, count: 1 << 20) + [0x2E],
      "'x', tensor '\(Array(repeating: "0", count: 64).joined(separator: "."))': the depth of "
        + "nesting is 65; accepted is ≤ 64"),
    Row(
      Files.zip([
        .init(name: "x/data.pkl", bytes: Pickles.tensor()),
        .init(name: "y/data.pkl", bytes: Pickles.tensor()),
      ]), "'x': 'data.pkl' is there twice"),
    Row(
      Files.zip([
        .init(name: "x/data.pkl", bytes: Pickles.tensor()),
        .init(name: "x/data/0", bytes: [3, 0], method: 8, size: 8),
      ]),
      "'x', 'x/data/0' in the archive: is compressed by method 8; accepted are 0 (none) and, in "
        + "archives of arrays, 8 (deflate)"),
  ]

  static let indexes = [
    Row(Array("{}".utf8), "'x': is an index of other files, which are not at hand")
  ]

  @Test(
    "is refused in a sentence",
    arguments: unknown + safetensors + arrays + archives + pickles + indexes)
  func refused(row: Row) {
    let error = #expect(throws: TensorFileError.self) {
      try TensorFile(bytes: row.bytes, name: "x")
    }
    #expect(error?.description == row.sentence)
    // Nothing of it steers a terminal, in any language.
    for language in Language.allCases {
      let text = error.map { language.catalogue($0.phrase) } ?? ""
      #expect(!text.unicodeScalars.contains { $0.steersTerminals })
    }
  }

  @Test(
    "as an index is refused in a sentence",
    arguments: [
      (
        #"{"weight_map":{"a":"../a"}}"#,
        ", tensor 'a': the index names the file '../a'; accepted are files beside the index"
      ),
      (
        #"{"weight_map":{"a":"/etc/passwd"}}"#,
        ", tensor 'a': the index names the file '/etc/passwd'; accepted are files beside the index"
      ),
      (
        #"{"weight_map":{"a":".."}}"#,
        ", tensor 'a': the index names the file '..'; accepted are files beside the index"
      ),
      (
        #"{"weight_map":{"a":""}}"#,
        ", tensor 'a': the index names the file ''; accepted are files beside the index"
      ),
      (
        #"{"weight_map":{"a":"b\u0000"}}"#,
        ", tensor 'a': the index names the file 'b\\u{0}'; accepted are files beside the index"
      ),
      (#"{"weight_map":{"a":"b","a":"c"}}"#, ", byte 30: 'a' is there twice"),
      (#"{"weight_map":{},"weight_map":{}}"#, ", byte 30: 'weight_map' is there twice"),
      (#"{"metadata":{}}"#, ": 'weight_map' is missing"),
      (#"{"weight_map":{}}"#, ": has no tensors"),
      (#"{"weight_map":{"a":1}}"#, ", byte 19: a text in quotes is expected, not '1}}'"),
      (#"{"metadata":nul}"#, ", byte 12: a JSON value is expected, not 'nul}'"),
      (#"{"metadata":+1}"#, ", byte 12: a JSON value is expected, not '+1}'"),
      (
        #"{"metadata":\#(String(repeating: "[", count: 100_000))"#,
        ", byte 76: the depth of nesting is 65; accepted is ≤ 64"
      ),
      (
        #"{"weight_map":{\#((0..<1001).map { "\"\($0)\":\"f\($0)\"" }.joined(separator: ","))}}"#,
        ": the number of files is 1001; accepted is ≤ 1000"
      ),
    ])
  func index(text: String, sentence: String) throws {
    let folder = Folder()
    let path = folder.path + "/model.safetensors.index.json"
    try Data(text.utf8).write(to: URL(filePath: path))
    let error = #expect(throws: TensorFileError.self) { try TensorFile(path) }
    #expect(error?.description == "'\(path)'" + sentence)
  }

  @Test("an index is refused where its files lack what it has in them, or are indexes")
  func shards() throws {
    let folder = Folder()
    let path = folder.path + "/model.safetensors.index.json"
    try Data(#"{"weight_map":{"a":"b"}}"#.utf8).write(to: URL(filePath: path))
    let missing = #expect(throws: TensorFileError.self) { try TensorFile(path) }
    #expect(
      missing?.description == "'\(folder.path)/b': cannot be opened: No such file or directory")
    let shard = URL(filePath: folder.path + "/b")
    try Data(#"{"weight_map":{"a":"b"}}"#.utf8).write(to: shard)
    let nested = #expect(throws: TensorFileError.self) { try TensorFile(path) }
    #expect(
      nested?.description
        == "'\(folder.path)/b': is an index of other files, which are not at hand")
    let header = #"{"c":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}"#
    try Data(Files.safetensors(header, data: [1])).write(to: shard)
    let other = #expect(throws: TensorFileError.self) { try TensorFile(path) }
    #expect(other?.description == "'\(path)', tensor 'a': is not in 'b', where the index has it")
  }

  @Test("is refused where the system refuses it, and no pipe is waited for")
  func system() throws {
    let folder = Folder()
    func sentence(_ name: String) -> String? {
      (#expect(throws: TensorFileError.self) { try TensorFile(folder.path + "/" + name) })?
        .description
    }
    #expect(
      sentence("none") == "'\(folder.path)/none': cannot be opened: No such file or directory")
    #expect(sentence("") == "'\(folder.path)/': is no regular file")
    #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
    #expect(sentence("pipe") == "'\(folder.path)/pipe': is no regular file")
  }

  @Test("compressed bytes that make fewer than they say are found")
  func short() throws {
    // Deflate's stream of a stored block, the last one, with a header of NumPy's and one number less.
    let array = Files.npy(
      "{'descr': '<f4', 'fortran_order': False, 'shape': (2,)}", data: [0, 0, 128, 63])
    let count = UInt16(array.count)
    let stream = [1] + count.littleEndianBytes + (~count).littleEndianBytes + array
    let bytes = Files.zip([
      .init(name: "a.npy", bytes: stream, method: 8, size: UInt32(count) + 4)
    ])
    let entry = try TensorFile(bytes: bytes, name: "x").entries[0]
    #expect(try entry.doubles(0..<1) == [1])
    let error = #expect(throws: TensorFileError.self) { try entry.doubles() }
    #expect(
      error?.description
        == "'x', 'a.npy' in the archive: the size in bytes once it is no longer compressed is "
        + "\(count); accepted is \(count + 4)")
  }

  @Test("compressed bytes that are not what was written are found once all are read")
  func damaged() throws {
    let bytes = try ReadFixtures.bytes("long.npz")
    var changed = bytes
    // The sum of x in both headers.
    let sum = Array(bytes[14..<18])
    for place in bytes.indices.dropLast(4) where Array(bytes[place..<place + 4]) == sum {
      changed[place] ^= 1
    }
    let entry = try TensorFile(bytes: changed, name: "x").entries[0]
    #expect(try entry.doubles(0..<10).count == 10)
    let error = #expect(throws: TensorFileError.self) { try entry.doubles() }
    #expect(
      error?.description.contains("'x.npy' in the archive: the bytes have the CRC-32 0x") == true)
    #expect(error?.description.hasSuffix(": they are damaged") == true)
  }
}
