/// The glyphs the program writes and what stands for them in ASCII.
enum ASCIITwins {
  /// Digits and signs that follow one caret.
  static let superscripts: [Unicode.Scalar: String] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
    "⁹": "9", "⁺": "+", "⁻": "-", "ⁿ": "n", "ᵀ": "T", "ˡ": "l",
  ]

  /// Digits and letters that follow one underscore.
  static let subscripts: [Unicode.Scalar: String] = [
    "₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8",
    "₉": "9", "₊": "+", "₋": "-", "ₐ": "a", "ₑ": "e", "ₗ": "l", "ₙ": "n", "ᵢ": "i", "ⱼ": "j",
  ]

  /// Arrows as keys and in text.
  static let arrows: [Unicode.Scalar: (key: String, text: String)] = [
    "←": ("<", "<-"), "→": (">", "->"), "↑": ("^", "^"), "↓": ("v", "v"),
    "⇐": ("<", "<="), "⇒": (">", "=>"), "↔": ("<>", "<->"),
  ]

  /// Everything else.
  static let glyphs: [Unicode.Scalar: String] = [
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "Δ": "Delta", "ε": "eps", "ϵ": "eps",
    "θ": "theta", "κ": "kappa", "λ": "lambda", "Λ": "Lambda", "μ": "m", "µ": "m", "ν": "nu",
    "ξ": "xi", "π": "pi", "ρ": "rho", "σ": "s", "Σ": "Sigma", "τ": "tau", "φ": "phi", "ϕ": "phi",
    "Φ": "Phi", "χ": "chi", "ψ": "psi", "ω": "omega", "Ω": "Omega", "ℓ": "l", "ℕ": "N", "ℝ": "R",
    "𝒩": "N", "𝔼": "E",
    "·": "*", "⋅": "*", "√": "sqrt", "×": "x", "÷": "/", "−": "-", "±": "+-", "∓": "-+",
    "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "∼": "~", "≃": "~", "≡": "==", "∝": "~",
    "≪": "<<", "≫": ">>", "∞": "inf", "∑": "sum", "∏": "prod", "∫": "int", "∂": "d", "∈": "in",
    "‖": "||", "⊥": "_perp", "∥": "_par", "⟨": "<", "⟩": ">", "⌊": "floor(", "⌋": ")", "⌈": "ceil(",
    "⌉": ")", "ᵗ": "t",
    "½": "1/2", "¼": "1/4", "¾": "3/4", "°": "deg", "′": "'", "″": "\"",
    "…": "...", "–": "-", "—": "--", "‐": "-", "‑": "-", "‘": "'", "’": "'", "“": "\"",
    "”": "\"", "•": "*", "\u{A0}": " ", "\u{2009}": " ", "\u{202F}": " ", "§": "section ",
    "▸": ">", "▶": ">", "▹": ">", "◂": "<", "◀": "<", "◃": "<", "▴": "^", "▲": "^", "▾": "v",
    "▼": "v", "●": "o", "○": "o", "■": "#", "□": "#", "◆": "*", "◇": "*", "★": "*", "✓": "ok",
    "✔": "ok", "✗": "x", "✘": "x", "⚠": "!", "⏎": "Enter", "↵": "Enter", "⌫": "Backspace",
    "⇥": "Tab", "␣": "space", "█": "#", "▓": "#", "▒": ":", "░": ".",
    "─": "-", "━": "-", "═": "=", "╌": "-", "┄": "-", "│": "|", "┃": "|", "║": "|", "╎": "|",
    "┆": "|", "┊": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+",
    "┴": "+", "┼": "+", "╭": "+", "╮": "+", "╯": "+", "╰": "+",
    "à": "a", "á": "a", "â": "a", "ä": "a", "å": "a", "ç": "c", "è": "e", "é": "e", "ê": "e",
    "ë": "e", "í": "i", "ï": "i", "ñ": "n", "ó": "o", "ô": "o", "ö": "o", "ø": "o", "ú": "u",
    "ü": "u", "Ö": "O", "Ü": "U", "Ä": "A", "É": "E", "ß": "ss",
  ]
}

extension String {
  /// The text in ASCII: σ as s, √ as sqrt, 2⁻¹⁵ as 2^-15; a glyph without a twin becomes "?".
  ///
  /// Made before drawing, since a twin may be longer than its glyph. Among other arrows an arrow
  /// names a key and becomes one of `<>^v`; on its own → is `->`.
  package var asciiTwin: String { asciiTwin(keepsWide: false) }

  /// The same; where Chinese is what is said, its characters may stay, for which ASCII has nothing.
  package func asciiTwin(keepsWide: Bool) -> String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var result = ""
    var previous: Unicode.Scalar = " "
    let scalars = Self.withRootsInParentheses(Array(unicodeScalars))
    for (position, scalar) in scalars.enumerated() {
      let next = position + 1 < scalars.count ? scalars[position + 1] : " "
      defer { previous = scalar }
      if scalar.isASCII {
        result.unicodeScalars.append(scalar)
      } else if let digit = ASCIITwins.superscripts[scalar] {
        result += (ASCIITwins.superscripts[previous] == nil ? "^" : "") + digit
      } else if let digit = ASCIITwins.subscripts[scalar] {
        result += (ASCIITwins.subscripts[previous] == nil ? "_" : "") + digit
      } else if let arrow = ASCIITwins.arrows[scalar] {
        let isKey = ASCIITwins.arrows[previous] != nil || ASCIITwins.arrows[next] != nil
        result += isKey ? arrow.key : arrow.text
      } else if scalar == "·", previous == " " || next == " " {
        // Between words it parts; only between factors it multiplies.
        result += "-"
      } else if keepsWide, TextWidth.columns(of: scalar) == 2 {
        result.unicodeScalars.append(scalar)
      } else if TextWidth.columns(of: scalar) > 0 {
        result += ASCIITwins.glyphs[scalar] ?? "?"
      }
    }
    return result
  }

  // A root sign reaches as far as the word after it; `sqrt` needs parentheses to say so.
  private static func withRootsInParentheses(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard scalars.contains("√") else { return scalars }
    var result: [Unicode.Scalar] = []
    var position = 0
    while position < scalars.count {
      result.append(scalars[position])
      position += 1
      guard result.last == "√", position < scalars.count, isPartOfWord(scalars[position]) else {
        continue
      }
      result.append("(")
      var depth = 0
      while position < scalars.count {
        let scalar = scalars[position]
        if scalar == "(" { depth += 1 }
        if scalar == ")" { depth -= 1 }
        guard depth > 0 || (depth == 0 && (scalar == ")" || isPartOfWord(scalar))) else { break }
        result.append(scalar)
        position += 1
        if scalar == ")" && depth == 0 { break }
      }
      result.append(")")
    }
    return result
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
  }
}
