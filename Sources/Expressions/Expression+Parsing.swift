extension Expression {
  /// Parses a text; nil for what is no expression.
  ///
  /// - Parameter isName: tells the names of variables. They may be of several words and whole numbers
  ///   behind one another, as `q 30 theory`, since an operator stands between operands.
  package init?(
    parsing text: String, naming isName: (Variable) -> Bool = Variable.ofTensor.contains
  ) {
    guard text.utf8.count <= 3 * Self.longest else { return nil }
    let scalars = Array(text.unicodeScalars)
    guard scalars.count <= Self.longest else { return nil }
    let expression: Expression? = withoutActuallyEscaping(isName) { isName in
      var parser = ExpressionParser(scalars, isName: isName)
      guard let expression = parser.sum(), parser.isAtEnd else { return nil }
      return expression
    }
    guard let expression else { return nil }
    self = expression
  }
}

/// Recursive descent, a function for each level of precedence; its depth is bounded by the text's
/// length.
private struct ExpressionParser {
  private let scalars: [Unicode.Scalar]
  private let isName: (Expression.Variable) -> Bool
  private var position = 0

  init(_ scalars: [Unicode.Scalar], isName: @escaping (Expression.Variable) -> Bool) {
    (self.scalars, self.isName) = (scalars, isName)
  }

  /// Whether nothing but blanks is left.
  var isAtEnd: Bool {
    mutating get {
      skipBlanks()
      return position == scalars.count
    }
  }

  // product (('+' | '-') product)*
  mutating func sum() -> Expression? {
    guard var left = product() else { return nil }
    while let sign = takeSign() {
      guard let right = product() else { return nil }
      left = .binary(left, sign == .plus ? .plus : .minus, right)
    }
    return left
  }

  // signed (('*' | '/') signed)*
  private mutating func product() -> Expression? {
    guard var left = signed() else { return nil }
    while let symbol = takeFactor() {
      guard let right = signed() else { return nil }
      left = .binary(left, symbol, right)
    }
    return left
  }

  // ('+' | '-')* power
  private mutating func signed() -> Expression? {
    guard let sign = takeSign() else { return power() }
    return signed().map { .signed(sign, $0) }
  }

  // '√' power | atom (raised digits | ('**' | '^') signed)?
  private mutating func power() -> Expression? {
    if take("√") {
      return power().map { operand in
        if case .group(let inner) = operand { return .call(.sqrt, inner) }
        return .call(.sqrt, operand)
      }
    }
    guard let base = atom() else { return nil }
    if let exponent = takeRaisedDigits() { return .binary(base, .power, .number(exponent)) }
    guard takePower() else { return base }
    return signed().map { .binary(base, .power, $0) }
  }

  // '(' sum ')' | digits | name | name '(' sum ')'
  private mutating func atom() -> Expression? {
    if let inner = parenthesized() { return .group(inner) }
    if take("π") { return .constant(.pi) }
    guard let next = peek() else { return nil }
    if next.isDigit || next == "." { return literal().map(Expression.number) }
    let name = takeName()
    if let constant = Expression.Constant(rawValue: name.plain) { return .constant(constant) }
    if let function = Expression.Function(rawValue: name.plain) {
      return parenthesized().map { .call(function, $0) }
    }
    return name.isQualified ? nil : variable(beginningWith: name.plain)
  }

  // As many words as make the longest name.
  private mutating func variable(beginningWith word: String) -> Expression? {
    guard !word.isEmpty else { return nil }
    var (name, longest) = (word, nil as Expression.Variable?)
    if isName(Expression.Variable(name)) { longest = Expression.Variable(name) }
    var end = position
    while let next = peek(), next.isDigit || next.isLetter {
      let word = next.isDigit ? takeDigits(\.isDigit) : takeName().plain
      name += " \(word)"
      if isName(Expression.Variable(name)) {
        (longest, end) = (Expression.Variable(name), position)
      }
    }
    position = end
    return longest.map(Expression.variable)
  }

  private mutating func parenthesized() -> Expression? {
    guard take("("), let inner = sum(), take(")") else { return nil }
    return inner
  }

  // MARK: Tokens

  private mutating func skipBlanks() {
    while position < scalars.count, scalars[position].properties.isWhitespace { position += 1 }
  }

  private mutating func peek() -> Unicode.Scalar? {
    skipBlanks()
    return position < scalars.count ? scalars[position] : nil
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek() == scalar else { return false }
    position += 1
    return true
  }

  private mutating func takeSign() -> Expression.Sign? {
    if take("+") { return .plus }
    return take("-") || take("−") ? .minus : nil
  }

  private mutating func takeFactor() -> Expression.Operator? {
    guard let next = peek() else { return nil }
    switch next {
    case "*" where !isFollowedByStar: position += 1
    case "·", "×", "⋅": position += 1
    case "/", "÷":
      position += 1
      return .over
    default: return nil
    }
    return .times
  }

  private mutating func takePower() -> Bool {
    if take("^") { return true }
    guard peek() == "*", isFollowedByStar else { return false }
    position += 2
    return true
  }

  private var isFollowedByStar: Bool {
    position + 1 < scalars.count && scalars[position + 1] == "*"
  }

  private mutating func takeRaisedDigits() -> Expression.Literal? {
    let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹".unicodeScalars)
    var digits = ""
    skipBlanks()
    while position < scalars.count, let digit = raised.firstIndex(of: scalars[position]) {
      digits += "\(digit)"
      position += 1
    }
    return digits.isEmpty ? nil : Expression.Literal(digits)
  }

  /// A name, without the `math.` or `np.` that may stand before it.
  private mutating func takeName() -> (plain: String, isQualified: Bool) {
    var name = ""
    while position < scalars.count, case let next = scalars[position],
      next.isLetter || next == "_" || next == "."
    {
      name.unicodeScalars.append(next)
      position += 1
    }
    for prefix in ["math.", "np.", "numpy."] where name.hasPrefix(prefix) {
      return (String(name.dropFirst(prefix.count)), true)
    }
    return (name, false)
  }

  // 0x2a | digits ('.' digits?)? exponent? | '.' digits exponent?
  private mutating func literal() -> Expression.Literal? {
    if scalars[position] == "0", position + 1 < scalars.count, "xX".contains(scalars[position + 1])
    {
      position += 2
      return Expression.Literal("0x" + takeDigits(\.isHexadecimal))
    }
    var text = takeDigits(\.isDigit)
    if position < scalars.count, scalars[position] == "." {
      position += 1
      text += "." + takeDigits(\.isDigit)
    }
    if position < scalars.count, "eE".contains(scalars[position]) {
      let start = position
      position += 1
      var exponent = "e"
      if position < scalars.count, "+-−".contains(scalars[position]) {
        exponent += scalars[position] == "+" ? "" : "-"
        position += 1
      }
      let digits = takeDigits(\.isDigit)
      if digits.isEmpty { position = start } else { text += exponent + digits }
    }
    return Expression.Literal(text)
  }

  // Digits with single underscores between them, as Python groups them.
  private mutating func takeDigits(_ isDigit: (Unicode.Scalar) -> Bool) -> String {
    var digits = ""
    while position < scalars.count {
      if scalars[position] == "_", !digits.isEmpty, position + 1 < scalars.count,
        isDigit(scalars[position + 1])
      {
        position += 1
      }
      guard isDigit(scalars[position]) else { break }
      digits.unicodeScalars.append(scalars[position])
      position += 1
    }
    return digits
  }
}

extension String {
  fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  fileprivate var isLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }

  fileprivate var isHexadecimal: Bool {
    isDigit || ("a"..."f").contains(self) || ("A"..."F").contains(self)
  }
}
