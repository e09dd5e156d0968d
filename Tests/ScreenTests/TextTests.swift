import Screen
import Testing

@Suite struct `Text on a screen` {
  @Test(arguments: [
    ("a", 1), ("σ", 1), ("²", 1), ("±", 1), ("─", 1), ("▇", 1), ("⣿", 1), ("√", 1), ("é", 1),
    ("e\u{301}", 1), ("中", 2), ("宽度", 4), ("：", 2), ("한", 2), ("가나", 4), ("ｱ", 1), ("Ａ", 2),
    ("\u{1100}\u{1161}", 2), ("\u{200B}", 0), ("\u{FEFF}", 0), ("か\u{3099}", 2), ("🚀", 2),
    ("⌚", 2), ("✓", 1), ("⚠", 1), ("\u{1F321}", 1), ("", 0), ("\u{7F}", 0), ("\u{85}", 0),
    ("\u{E01EF}", 0), ("𠀀", 2), ("\u{1CD00}", 1), ("\u{5D0}", 1), ("\u{5B0}", 0),
  ])
  func `Widths are those of terminals`(text: String, columns: Int) {
    #expect(TextWidth.columns(of: text) == columns)
  }

  @Test func `What comes from outside loses its control characters`() {
    #expect("a\u{1B}]0;x\u{7}b".withoutControlCharacters == "a]0;xb")
    #expect("two\tthree\r\nfour".withoutControlCharacters == "two three  four")
    #expect("\u{9B}31m\u{202E}evil\u{2066}\u{E0041}".withoutControlCharacters == "31mevil")
    #expect("σ = √2, 宽".withoutControlCharacters == "σ = √2, 宽")
  }

  @Test(arguments: [
    ("plain", "plain"), ("σ = √(2/3)", "s = sqrt(2/3)"), ("±bound", "+-bound"),
    ("μ · x", "m - x"), ("·", "-"), ("2·x", "2*x"),
    ("1/√(E f²)", "1/sqrt(E f^2)"), ("−0.3", "-0.3"), ("256×128", "256x128"), ("std²", "std^2"),
    ("2⁻¹⁵", "2^-15"), ("x₁₀", "x_10"), ("χ² ≤ 3", "chi^2 <= 3"), ("a → b", "a -> b"),
    ("←→ change", "<> change"), ("↑↓←→", "^v<>"), ("⏎ type", "Enter type"), ("W ∼ N", "W ~ N"),
    ("…", "..."), ("▸ x ◂", "> x <"), ("┌─┤│", "+-+|"), ("x ∈ Φ(ε)", "x in Phi(eps)"),
    ("gain/√fan_in", "gain/sqrt(fan_in)"), ("1/√max(2, 3)", "1/sqrt(max(2, 3))"),
    ("√128 = √2", "sqrt(128) = sqrt(2)"), ("√(a·√b)", "sqrt(a*sqrt(b))"), ("√", "sqrt"),
    ("✓", "ok"), ("宽", "?"), ("1–2", "1-2"), ("e\u{301}", "e"),
  ])
  func `Every glyph has an ASCII twin`(text: String, twin: String) {
    #expect(text.asciiTwin == twin)
  }

  @Test func `Chinese stays where it is what is said`() {
    #expect("σ 最大：√2，…".asciiTwin(keepsWide: true) == "s 最大：sqrt(2)，...")
    #expect("é⠿".asciiTwin(keepsWide: true) == "e?")
  }

  @Test func `A twin is ASCII whatever the text`() {
    for value in stride(from: UInt32(0), to: 0x11_0000, by: 37) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let twin = String(Character(scalar)).asciiTwin
      #expect(twin.utf8.allSatisfy { $0 < 0x80 })
    }
  }
}
