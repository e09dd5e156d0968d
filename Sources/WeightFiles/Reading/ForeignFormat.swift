private import Expressions
private import Words

/// A format of weights, or of anything, that is known and not read.
package enum ForeignFormat: String, CaseIterable, Sendable {
  case legacyTorch = "legacy-torch"
  case torchScript = "torchscript"
  case pickle
  case tar
  case hdf5
  case keras
  case gguf
  case gzip
  case zip

  /// How files begin.
  private struct Signature {
    let format: ForeignFormat
    let offset: Int
    let bytes: [UInt8]

    init(_ format: ForeignFormat, at offset: Int = 0, _ bytes: [UInt8]) {
      (self.format, self.offset, self.bytes) = (format, offset, bytes)
    }
  }

  // torch.save began with a pickle of its number 0x1950a86a20f9469cfc6c before version 1.6.
  private static let signatures =
    (2...5).map {
      Signature(
        .legacyTorch,
        [0x80, $0, 0x8A, 0x0A, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19])
    }
    + (2...5).map { Signature(.pickle, [0x80, $0]) } + [
      Signature(.tar, at: 257, Array("ustar".utf8)),
      Signature(.hdf5, [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A]),
      Signature(.gguf, Array("GGUF".utf8)), Signature(.gzip, [0x1F, 0x8B, 0x08]),
    ]

  /// The format that a file's first bytes show.
  init?(_ bytes: [UInt8]) {
    let signature = Self.signatures.first { bytes.dropFirst($0.offset).starts(with: $0.bytes) }
    guard let signature else { return nil }
    self = signature.format
  }

  /// The line that makes a file that is read of it.
  func command(_ file: String) -> String {
    switch self {
    case .legacyTorch, .tar: Conversion.stateDict.command(file)
    case .torchScript: Conversion.script.command(file)
    case .pickle: Conversion.pickle.command(file)
    case .hdf5: Conversion.hdf5.command(file)
    case .keras: Conversion.keras.command(file)
    case .gguf: Conversion.gguf.command(file)
    case .gzip: "gunzip -k \(file.shown.quotedForLine)"
    case .zip: "unzip \(file.shown.quotedForLine)"
    }
  }
}

/// A line of Python that makes a file that is read of one that is not.
enum Conversion {
  /// PyTorch's tensors, executing nothing.
  case stateDict
  /// PyTorch's tensors out of what is whatever it is, executing what the file asks for.
  case trusted
  /// A compiled model of PyTorch's.
  case script
  /// NumPy's arrays in a pickle.
  case pickle
  /// NumPy's array of objects.
  case objects
  /// A model of Keras's.
  case keras
  /// Data sets of HDF5, as Keras's weights.
  case hdf5
  /// A model of llama.cpp's.
  case gguf

  /// The line for a file.
  func command(_ file: String) -> String {
    let (code, ending) = program
    let target = file.withoutEnding + ending
    return "python -c \"\(code)\" \(file.shown.quotedForLine) \(target.shown.quotedForLine)"
  }

  private var program: (code: String, ending: String) {
    let save =
      "save_file({k: v.clone().contiguous() for k, v in d.items() if torch.is_tensor(v)}, sys.argv[2])"
    let start = "import sys, torch; from safetensors.torch import save_file; "
    return switch self {
    case .stateDict:
      (start + "d = torch.load(sys.argv[1], weights_only=True); " + save, ".safetensors")
    case .trusted:
      (
        start + "d = torch.load(sys.argv[1], weights_only=False); "
          + "d = getattr(d, 'state_dict', lambda: d)(); " + save, ".safetensors"
      )
    case .script:
      (start + "d = torch.jit.load(sys.argv[1]).state_dict(); " + save, ".safetensors")
    case .pickle:
      (
        "import sys, pickle, numpy; d = pickle.load(open(sys.argv[1], 'rb')); "
          + "numpy.savez(sys.argv[2], **{str(k): v for k, v in d.items()})", ".npz"
      )
    case .objects:
      (
        "import sys, numpy; a = numpy.load(sys.argv[1], allow_pickle=True); "
          + "numpy.savez(sys.argv[2], *a.ravel())", ".npz"
      )
    case .keras:
      (
        "import sys, keras, numpy; m = keras.models.load_model(sys.argv[1]); "
          + "numpy.savez(sys.argv[2], **{w.path: w.numpy() for w in m.weights})", ".npz"
      )
    case .hdf5:
      (
        "import sys, h5py, numpy; d = {}; h5py.File(sys.argv[1]).visititems(lambda n, o: "
          + "d.update({n: o[()]} if isinstance(o, h5py.Dataset) else {})); "
          + "numpy.savez(sys.argv[2], **d)", ".npz"
      )
    case .gguf:
      (
        "import sys, gguf, numpy; r = gguf.GGUFReader(sys.argv[1]); "
          + "numpy.savez(sys.argv[2], "
          + "**{t.name: gguf.dequantize(t.data, t.tensor_type) for t in r.tensors})", ".npz"
      )
    }
  }
}
