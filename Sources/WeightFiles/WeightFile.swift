package import Initializers
private import Words

/// A file of drawn weights: its tensors, in the order one generator draws them, and its format.
package struct WeightFile: Sendable {
  /// The tensors in drawing order, those that are only drawn among them.
  package let tensors: [ModelRecipe.NamedTensor]
  /// The seed of the one generator.
  package let seed: Seed
  /// What is written.
  package let format: WeightFormat
  /// What safetensors files say of their origin.
  let metadata: [(key: String, value: String)]

  // Below this another thread is not worth its start.
  private static let leastAhead = 1 << 18

  /// Makes the file of one tensor, named `weight` in a safetensors file, or as its layer names it.
  ///
  /// - Throws: the error PyTorch raises for the tensor.
  package init(_ tensor: Tensor, format: WeightFormat) throws(InitializerError) {
    if let stored = tensor.stored {
      throw .unreadable(Phrase("error.file.drawn", ["name": .text(stored.shownName)]))
    }
    if let layer = tensor.layer {
      tensors = [try ModelRecipe.NamedTensor(layer.tensor)]
    } else {
      tensors = [ModelRecipe.NamedTensor(name: "weight", recipe: try tensor.recipe())]
    }
    seed = tensor.seed
    self.format = format
    metadata = [("format", "pt"), ("scene", tensor.line)]
  }

  /// Makes the file of a whole layer as a framework draws it, its tensors in the framework's order.
  ///
  /// - Throws: `LayerError.notThere`, or `InitializerError` as a framework raises it.
  package init(_ call: LayerCall, in framework: Framework, seed: Seed) throws {
    tensors = try call.tensors(in: framework).map(ModelRecipe.NamedTensor.init)
    self.seed = seed
    format = .safetensors
    metadata = [
      ("framework", "\(framework.title) \(framework.version)"), ("layer", call.line),
      ("seed", seed.description),
    ]
  }

  /// Makes the safetensors file of a whole model.
  package init(_ model: ModelRecipe, seed: Seed) {
    tensors = model.tensors
    self.seed = seed
    format = .safetensors
    metadata = [("format", "pt"), ("recipe", model.text), ("seed", seed.description)]
  }

  /// The number of weights that are drawn.
  package var count: Int { tensors.reduce(0) { $0 + $1.recipe.shape.count } }

  /// Draws the weights and writes them, block by block.
  ///
  /// - Parameter progress: told after each block how many weights were drawn since the last.
  /// - Throws: what the sink throws, or `InitializerError.cannotFactorize`.
  package func write<Sink: ByteSink & ~Copyable>(
    into sink: inout Sink, progress: (Int) -> Void = { _ in }
  ) throws {
    switch format {
    case .raw: try write(with: RawWriter(), into: &sink, progress)
    case .npy: try write(with: NPYWriter(tensors.first?.recipe.shape), into: &sink, progress)
    case .csv: try write(with: CSVWriter(tensors.first?.recipe.shape), into: &sink, progress)
    case .safetensors:
      let entries = tensors.filter(\.isKept).map { (name: $0.name, shape: $0.recipe.shape) }
      try write(
        with: SafetensorsWriter(entries, metadata: metadata), into: &sink, progress)
    }
  }

  private func write<Sink: ByteSink & ~Copyable>(
    with writer: some WeightWriter, into sink: inout Sink, _ progress: (Int) -> Void
  ) throws {
    var writer = writer
    let header = writer.header
    try header.withUnsafeBytes { try sink.write($0) }
    var blocks = DrawnBlocks(tensors, seed: seed)
    try blocks.forEach(isAhead: count >= Self.leastAhead) { block, weights in
      if block.isKept { try writer.write(weights, into: &sink) }
      progress(block.count)
    }
  }
}

/// The files that weights are written as; numbers are float32, little-endian, row-major.
package enum WeightFormat: String, CaseIterable, Sendable {
  /// The numbers and nothing else: the bytes of the PyTorch tensor.
  case raw
  /// NumPy's format, version 1.0.
  case npy
  /// Hugging Face's safetensors.
  case safetensors
  /// Text: a row for each slice of the last dimension, a row a value for one dimension.
  case csv

  /// How names of such files end, without the dot.
  package var ending: String { rawValue }

  /// Whether a terminal can show it.
  package var isText: Bool { self == .csv }
}
