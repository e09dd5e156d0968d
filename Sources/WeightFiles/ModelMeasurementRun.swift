internal import Background
package import Initializers
package import Measurements

/// A whole model's tensors measured one after the other, as one generator draws them.
///
/// Of a tensor only its summary is kept, and what is measured takes the same memory whatever the
/// tensor's size.
package struct ModelMeasurementRun<Summary: Sendable> {
  /// The number of weights that are drawn.
  package let count: Int

  private var tensors: ArraySlice<ModelRecipe.NamedTensor>
  private let seed: Seed
  private let summarize: (ModelRecipe.NamedTensor, Measurement) -> Summary
  private var summaries: [Summary] = []
  private var doneCount = 0
  // The tensor that is next: measured if it is kept, else only drawn.
  private var generator: any Generator
  private var measuring: MeasurementRun?
  private var dropping: WeightStream?

  // A step takes less than a millisecond.
  private static var step: Int { 1 << 20 }

  /// Begins to measure a model.
  ///
  /// - Parameter summarize: what is kept of a tensor once it is measured.
  package init(
    _ model: ModelRecipe, seed: Seed,
    summarize: @escaping (ModelRecipe.NamedTensor, Measurement) -> Summary
  ) {
    tensors = model.tensors[...]
    self.seed = seed
    self.summarize = summarize
    count = model.tensors.reduce(0) { $0 + $1.recipe.shape.count }
    generator = (model.tensors.first?.recipe.initializer.framework ?? .pyTorch).generator(seed)
    begin()
  }

  /// The part that is done, from 0 to 1.
  package var progress: Double {
    guard count > 0, let tensor = tensors.first else { return 1 }
    let size = tensor.recipe.shape.count
    let done =
      measuring.map { $0.progress * Double(size) } ?? Double(size - (dropping?.remaining ?? size))
    return (Double(doneCount) + done) / Double(count)
  }

  private mutating func begin() {
    guard let tensor = tensors.first else { return }
    if tensor.isKept {
      measuring = MeasurementRun(DrawnWeights(tensor.recipe, seed: seed, generator: generator))
    } else {
      dropping = WeightStream(
        tensor.recipe.draw, count: tensor.recipe.shape.count, generator: generator)
    }
  }

  private mutating func end(_ generator: (any Generator)?) {
    doneCount += tensors.removeFirst().recipe.shape.count
    (measuring, dropping) = (nil, nil)
    self.generator = generator ?? self.generator
    begin()
  }
}

extension ModelMeasurementRun: ResumableWork {
  /// Whether all tensors are measured.
  package var isFinished: Bool { tensors.isEmpty }

  /// Whether LAPACK works in the next step.
  package var isUninterruptible: Bool {
    measuring?.isUninterruptible ?? dropping?.isUninterruptible ?? false
  }

  /// Draws and measures some more weights.
  ///
  /// - Throws: `InitializerError.cannotFactorize`.
  package mutating func advance() throws(InitializerError) {
    guard let tensor = tensors.first else { return }
    try measuring?.advance()
    if let run = measuring, run.isFinished {
      summaries.append(summarize(tensor, run.snapshot()))
      return end(run.end)
    }
    guard dropping != nil else { return }
    try withUnsafeTemporaryAllocation(of: Float.self, capacity: DrawnBlocks.size) {
      block throws(InitializerError) in
      for _ in 0..<Self.step / DrawnBlocks.size {
        guard let count = try dropping?.next(into: block), count > 0 else { break }
      }
    }
    if let stream = dropping, stream.remaining == 0 { end(stream.end) }
  }

  /// The summaries of the tensors measured so far, in their order.
  package func snapshot() -> [Summary] { summaries }
}
