internal import Words

/// Weights that stand in a file: they are not drawn, and beside them stands what they are compared with.
package struct StoredWeights: Hashable, Sendable {
  /// The file, as it was named.
  package let file: String
  /// The tensor's name in it; nil where the file's first tensor is meant.
  package let name: String?
  /// The numbers; nil until the file is opened.
  package let content: (any StoredContent)?
  /// Whether the law they are compared with is what fits them, and not one that was chosen.
  package internal(set) var isFitted: Bool

  /// Names weights of a file.
  ///
  /// - Parameter content: the numbers, once the file is open.
  package init(
    file: String, name: String?, content: (any StoredContent)? = nil, isFitted: Bool = true
  ) {
    (self.file, self.name, self.content, self.isFitted) = (file, name, content, isFitted)
  }

  /// What it is called on the screen: its own name, or its file's.
  package var shownName: String { (name ?? file).shown }

  /// Weights are one where they stand in one place of one opened file, whatever they are compared with.
  package static func == (left: StoredWeights, right: StoredWeights) -> Bool {
    left.file == right.file && left.name == right.name
      && left.content?.revision == right.content?.revision
  }

  /// Hashes what `==` compares.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(file)
    hasher.combine(name)
    hasher.combine(content?.revision)
  }
}

/// The numbers of a tensor of an open file.
package protocol StoredContent: Sendable {
  /// The extents, as the file has them.
  var extents: [Int] { get }
  /// Tells a file from the one that was opened under its name before.
  var revision: Int { get }
  /// Whether numbers from the middle can be had without reading all before them.
  var isSeekable: Bool { get }
  /// The numbers of a range in their order, as float32.
  func blocks(_ range: Range<Int>) -> any WeightBlocks
  /// The code that reads the tensor, a statement a line.
  var python: [String] { get }
}

/// The weights of a tensor that stand in a file.
package struct StoredSource: WeightSource {
  /// The tensor: the file's numbers, the call they are compared with.
  package let tensor: Tensor
  /// What that call would compute before it drew.
  package let recipe: Recipe
  private let content: any StoredContent

  /// Prepares to read.
  ///
  /// - Throws: `InitializerError.notOpen`, or what the framework says against the call.
  init(_ tensor: Tensor, _ stored: StoredWeights) throws(InitializerError) {
    guard let content = stored.content else { throw .notOpen(stored.file) }
    (self.tensor, self.content) = (tensor, content)
    recipe = try tensor.recipe()
  }

  /// The file's numbers are not drawn and keep no promise.
  package var draw: Draw? { nil }

  /// All weights.
  package func weights() -> any WeightBlocks { content.blocks(0..<shape.count) }

  /// The weights in ranges of the same size.
  package func shares(_ count: Int) -> [any WeightBlocks] {
    guard count > 1, content.isSeekable else { return [weights()] }
    let size = shape.count / count
    return (0..<count).map { index in
      content.blocks(size * index..<(index + 1 == count ? shape.count : size * (index + 1)))
    }
  }
}
