import Screen
import Testing
import Words

/// The Chinese catalogue beside the English one.
@Suite("Every sentence in Chinese")
struct ChineseTests {
  private let english = Catalogue.english
  private let chinese = Catalogue.simplifiedChinese

  @Test("has its key, its places and its columns in both languages")
  func keys() {
    #expect(Set(chinese.keys) == Set(english.keys))
    for key in english.keys {
      #expect(chinese.places(of: key) == english.places(of: key), "\(key)")
      #expect(chinese.columns(for: key) == english.columns(for: key), "\(key)")
    }
  }

  @Test("fits its place")
  func fitting() {
    for key in chinese.keys {
      guard let columns = chinese.columns(for: key) else { continue }
      #expect(TextWidth.columns(of: chinese(Phrase(key))) <= columns, "\(key)")
    }
  }

  @Test("is Chinese but for the names that stay")
  func names() {
    for key in chinese.keys {
      let foreign = Self.words(of: chinese(Phrase(key))).filter { !Self.names.contains($0) }
      #expect(foreign.isEmpty, "\(key): \(foreign)")
    }
  }

  @Test("has Chinese punctuation, and blanks between Chinese and other letters")
  func punctuation() {
    // Signs are parted by semicolons.
    for key in chinese.keys where !key.hasSuffix(".signs") {
      let text = Array(chinese(Phrase(key)))
      for (left, right) in zip(text, text.dropFirst()) where Self.isChinese(left) {
        #expect(!",.;:!?()".contains(right), "\(key)")
      }
      // Labels that have few columns leave the blanks out.
      guard chinese.columns(for: key) == nil else { continue }
      for (left, right) in zip(text, text.dropFirst()) {
        let isTight =
          Self.isChinese(left) && right.isASCIIWord || left.isASCIIWord && Self.isChinese(right)
        #expect(!isTight, "\(key): \(left)\(right)")
      }
    }
  }

  @Test("a sentence is known by its words, and what stands in its places is kept")
  func matching() {
    let key = "parser.unknown-option.near"
    let sentence = english(Phrase(key, ["option": "--lan", "near": "--lang"]))
    #expect(sentence == "Unknown option '--lan'. Did you mean '--lang'?")
    #expect(english.parts(of: sentence, saidBy: key) == ["option": "--lan", "near": "--lang"])
    #expect(english.parts(of: sentence + "!", saidBy: key) == nil)
    #expect(english.parts(of: "Oh: \(sentence)", saidBy: key) == nil)
    #expect(english.parts(of: "", saidBy: key) == nil)
    #expect(english.parts(of: sentence, saidBy: "no.such.key") == nil)
    #expect(english.parts(of: "OPTIONS:", saidBy: "parser.help.options") == [:])
    #expect(english.parts(of: "OPTIONS: more", saidBy: "parser.help.options") == nil)
    #expect(
      english.parts(of: "a (default: b) (default: c)", saidBy: "parser.help.default")
        == ["text": "a", "value": "b) (default: c"])
  }

  private static func words(of text: String) -> [String] {
    text.replacing("\\n", with: " ").split { !($0.isASCIIWord && !$0.isNumber || $0 == "_") }
      .map(String.init)
  }

  private static func isChinese(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { 0x4E00...0x9FFF ~= $0.value }
  }

  /// What is the same in every language: names of methods, parameters, options, formats, of people and
  /// of programs; symbols; words that a user types or that JSON has.
  private static let names: Set<String> = Set(
    """
    A B D E F G I L M N P U W WW Z a b d f g h m n p q r s sI w x z H O Var \
    ECDF KS QQ QR Md ASCII UTF NaN inf nan fd tanh relu gelu selu linear leaky_relu log sqrt rms std \
    mean min max gain bias mode seed shape val groups sparsity nonlinearity activation batch depth \
    width input bins columns constant dirac sparse uniform normal trunc_normal kaiming kaiming_normal \
    xavier_uniform xavier_normal gaussian fan fan_in fan_out in out kernel doane rice scott sturges \
    law theory sample tested obstacle structure holds fails not checked kind keeps settles vanishes \
    explodes unit total rate_per_layer why null none pin yes no not_finite chi_square ks z np observed \
    worst_residual float raw recipe safetensors scale scenes size format glyphs ascii color xterm \
    picture png o i v X Y id init initscope lecture list within of factor gains torch nn \
    manual_seed calculate_gain numpy Linear PyTorch LAPACK \
    Keras JAX JSON PNG SVG Markdown asciinema asciicast OSC \
    layer dense conv attention bilinear embedding flax nnx linen tensor distribution from to y \
    kaiming_uniform_ lecun_normal variance_scaling truncated_normal untruncated_normal He \
    safetensors NumPy npy npz pt TorchScript Python pickle HDF GGUF zip tar gzip state_dict deflate \
    data_offsets CRC BF F Fortran \
    TERM NO_COLOR XDG_RUNTIME_DIR chmod notes NAME METHOD FILE MiB Tab Esc Home End PgUp PgDn Shift \
    Diaconis Doane Edelman Freedman Kolmogorov Marchenko Pastur Rice Scott Smirnov Sturges Tracy Widom
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

extension Character {
  fileprivate var isASCIIWord: Bool { isASCII && (isLetter || isNumber) }
}
