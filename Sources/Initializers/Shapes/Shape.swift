internal import Expressions

/// The extents of a tensor, in the order that its framework has: PyTorch's is [out, in, kernel…].
package struct Shape: Hashable, Sendable, CustomStringConvertible {
  /// The extents, none negative; empty for a scalar.
  package let extents: [Int]
  /// The number of elements.
  package let count: Int

  /// Makes a shape.
  ///
  /// - Throws: `InitializerError.negativeExtent`, or `.shapeTooLarge` if the number of elements
  ///   does not fit in 63 bits.
  package init(_ extents: [Int]) throws(InitializerError) {
    if let negative = extents.first(where: { $0 < 0 }) { throw .negativeExtent(negative) }
    // As PyTorch: a zero does not excuse the other extents.
    var product = 1
    for extent in extents where extent > 0 {
      let (next, overflow) = product.multipliedReportingOverflow(by: extent)
      if overflow || next > Int.max / 4 { throw .shapeTooLarge(Self.text(extents)) }
      product = next
    }
    self.extents = extents
    count = extents.contains(0) ? 0 : product
  }

  /// Parses `256,128`, `256x128`, or what Python has: `(256, 128)`, `[256, 128]`,
  /// `torch.Size([256, 128])`; `scalar` or `()` is the shape without dimensions.
  ///
  /// - Throws: `InitializerError.invalidShape`, or what `init(_:)` throws.
  package init(parsing text: String) throws(InitializerError) {
    var extents: [Int] = []
    let (inner, isBracketed) = Self.unbracketed(text[...])
    if text == Self.scalarName || isBracketed && inner.isEmpty {
      try self.init(extents)
      return
    }
    var parts = inner.split(omittingEmptySubsequences: false) { ",x×".contains($0) }
    // Python writes one extent as (5,).
    if isBracketed, parts.count > 1, parts.last?.allSatisfy(\.isWhitespace) == true {
      parts.removeLast()
    }
    for part in parts {
      guard let extent = Int(evaluating: String(part)) else { throw .invalidShape(text) }
      extents.append(extent)
    }
    try self.init(extents)
  }

  /// The extents separated by commas, as the command line takes them.
  package var description: String { extents.isEmpty ? Self.scalarName : Self.text(extents) }

  /// The extents as Python writes arguments: `256, 128`.
  package var pythonArguments: String {
    extents.isEmpty ? "()" : extents.map(String.init).joined(separator: ", ")
  }

  /// The extents as a Python tuple: `(256, 128)`, `(5,)`, `()`.
  package var pythonTuple: String { Self.pythonTuple(extents) }

  /// Numbers as a Python tuple.
  static func pythonTuple(_ numbers: [Int]) -> String {
    let inner = numbers.map(String.init).joined(separator: ", ")
    return numbers.count == 1 ? "(\(inner),)" : "(\(inner))"
  }

  private static let scalarName = "scalar"

  private static func text(_ extents: [Int]) -> String {
    extents.map(String.init).joined(separator: ",")
  }

  // What stands within one pair of brackets, or within those of torch.Size.
  private static func unbracketed(_ text: Substring) -> (inner: Substring, isBracketed: Bool) {
    var text = text.trimmingBlanks
    if text.hasPrefix("torch.Size("), text.hasSuffix(")") {
      text = text.dropFirst(11).dropLast().trimmingBlanks
    }
    guard text.hasPrefix("(") && text.hasSuffix(")") || text.hasPrefix("[") && text.hasSuffix("]")
    else { return (text, false) }
    return (text.dropFirst().dropLast().trimmingBlanks, true)
  }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

extension Shape {
  /// The shape in another framework's order, of which one has inputs first.
  package func reordered(isInputFirst: Bool, to isInputFirstThere: Bool) -> Shape {
    guard isInputFirst != isInputFirstThere, extents.count > 1 else { return self }
    let turned =
      isInputFirst
      ? [extents[extents.count - 1], extents[extents.count - 2]] + Array(extents.dropLast(2))
      : Array(extents.dropFirst(2)) + [extents[1], extents[0]]
    return (try? Shape(turned)) ?? self
  }
}

/// Which fan a method divides by: forward or backward variance is kept, or a mean of both.
package enum FanMode: String, CaseIterable, Sendable {
  /// Keeps the variance of activations in the forward pass.
  case fanIn = "fan_in"
  /// Keeps the variance of gradients in the backward pass.
  case fanOut = "fan_out"
  /// The arithmetic mean, which PyTorch's methods do not take as a mode.
  case fanAvg = "fan_avg"
  /// The geometric mean, JAX's alone.
  case fanGeoAvg = "fan_geo_avg"

  /// Those that PyTorch's methods take.
  package static let kaiming: [FanMode] = [.fanIn, .fanOut]

  /// Parses a mode, lower-cased first as PyTorch does; not every method takes each.
  ///
  /// - Throws: `InitializerError.unsupportedMode`.
  package init(parsing text: String) throws(InitializerError) {
    guard let mode = FanMode(rawValue: text.lowercased()) else { throw .unsupportedMode(text) }
    self = mode
  }
}

/// The number of inputs and outputs that a weight tensor connects.
package struct Fans: Hashable, Sendable {
  /// The inputs each output sees.
  package let fanIn: Int
  /// The outputs each input reaches.
  package let fanOut: Int
  /// The elements of one kernel, 1 for a matrix.
  package let receptiveField: Int

  /// The fan that a mode keeps.
  package func fan(_ mode: FanMode) -> Double {
    switch mode {
    case .fanIn: Double(fanIn)
    case .fanOut: Double(fanOut)
    case .fanAvg: (Double(fanIn) + Double(fanOut)) / 2
    case .fanGeoAvg: (Double(fanIn) * Double(fanOut)).squareRoot()
    }
  }

  /// The same as a term of an equation.
  func term(_ mode: FanMode) -> Term {
    let (fanIn, fanOut): (Term, Term) = (
      .named(FanMode.fanIn.rawValue, .count(fanIn)), .named(FanMode.fanOut.rawValue, .count(fanOut))
    )
    return switch mode {
    case .fanIn: fanIn
    case .fanOut: fanOut
    case .fanAvg: (fanIn + fanOut) / 2
    case .fanGeoAvg: .root(fanIn * fanOut)
    }
  }
}

extension Shape {
  /// The extents with crosses between them: 256×128.
  package var typeset: String { extents.map(String.init).joined(separator: "×") }
}
