/// The extents of a tensor in PyTorch's order: [out, in, kernel…].
public struct Shape: Hashable, Sendable, CustomStringConvertible {
  /// The extents, none negative; empty for a scalar.
  public let extents: [Int]
  /// The number of elements.
  public let count: Int

  /// Makes a shape.
  ///
  /// - Throws: `InitializerError.negativeExtent`, or `.shapeTooLarge` if the number of elements
  ///   does not fit in 63 bits.
  public init(_ extents: [Int]) throws(InitializerError) {
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

  /// Parses `256,128` or `256x128`; `scalar` is the shape without dimensions.
  ///
  /// - Throws: `InitializerError.invalidShape`, or what `init(_:)` throws.
  public init(parsing text: String) throws(InitializerError) {
    let parts = text.split(omittingEmptySubsequences: false) { ",x×".contains($0) }
    var extents: [Int] = []
    if text == Self.scalarName {
      try self.init(extents)
      return
    }
    for part in parts {
      guard let extent = Self.extent(part) else { throw .invalidShape(text) }
      extents.append(extent)
    }
    try self.init(extents)
  }

  /// The extents separated by commas, as the command line takes them.
  public var description: String { extents.isEmpty ? Self.scalarName : Self.text(extents) }

  /// The extents as Python writes arguments: `256, 128`.
  public var pythonArguments: String {
    extents.isEmpty ? "()" : extents.map(String.init).joined(separator: ", ")
  }

  private static let scalarName = "scalar"

  private static func text(_ extents: [Int]) -> String {
    extents.map(String.init).joined(separator: ",")
  }

  private static func extent(_ text: Substring) -> Int? {
    // Blanks around an extent, as in `256, 128`; one inside would make two numbers one.
    let words = text.split(separator: " ")
    guard words.count == 1 else { return nil }
    return Int(words[0].filter { $0 != "_" })
  }
}
