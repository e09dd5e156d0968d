internal import Background
package import Initializers
package import Statistics
package import Words

/// What a layer is measured for: its tensors in some frameworks, drawn from one seed.
package struct LayerRequest: Request {
  /// The layer.
  package let call: LayerCall
  /// The frameworks, each once; those without such a layer, or that do not take the seed, are passed over.
  package let frameworks: [Framework]
  /// The seed that a user of each would set.
  package let seed: Seed

  /// Asks for a layer's numbers.
  package init(_ call: LayerCall, in frameworks: [Framework], seed: Seed) {
    (self.call, self.frameworks, self.seed) = (call, frameworks, seed)
  }

  /// Why a framework has no numbers: it has no such layer, or does not take the seed; nil where it has.
  package func absence(in framework: Framework) -> Phrase? {
    do {
      _ = try call.tensors(in: framework)
      try framework.check(seed, isOfLayer: true)
      return nil
    } catch let error as InitializerError {
      return error.phrase(of: framework)
    } catch {
      return Phrase("layers.none")
    }
  }

  /// Starts measuring.
  ///
  /// - Throws: what a framework raises for a tensor.
  package func begin() throws(InitializerError) -> LayerRun { try LayerRun(self) }
}

/// A layer's tensors as frameworks draw them, measured as far as it has come.
package struct LayerMeasurement: Report {
  /// What was asked for.
  package let request: LayerRequest
  /// The tensors, framework by framework in the order asked for.
  package let rows: [Row]

  /// Whether all tensors are measured.
  package var isComplete: Bool { rows.allSatisfy { $0.sample != nil } }

  /// A tensor of a framework.
  package struct Row: Sendable {
    /// The framework.
    package let framework: Framework
    /// The tensor.
    package let tensor: LayerTensor
    /// What the framework computes before it draws.
    package let recipe: Recipe
    /// The moments of the weights; nil before they are drawn.
    package fileprivate(set) var sample: Moments?

    /// E y²/E x² on white input by the law, or what a bias adds; nil of a scale.
    package var gain: Double? {
      let square = recipe.law.rootMeanSquare * recipe.law.rootMeanSquare
      return tensor.gain(meanSquare: square)
    }

    /// The fans of a weight that its initializer's law depends on, fan_in first; nil where it counts none.
    package var usedFans: [Int]? { tensor.role.trueFans == nil ? nil : recipe.usedFans }

    /// The same of the weights that were drawn: what white input gives on average with these weights.
    package var sampleGain: Double? {
      sample.flatMap { tensor.gain(meanSquare: $0.rootMeanSquare * $0.rootMeanSquare) }
    }
  }

  /// A layer's tensors before any is drawn.
  package init(_ request: LayerRequest) throws(InitializerError) {
    self.request = request
    var rows: [Row] = []
    for framework in request.frameworks {
      guard request.absence(in: framework) == nil else { continue }
      for tensor in (try? request.call.tensors(in: framework)) ?? [] {
        rows.append(Row(framework: framework, tensor: tensor, recipe: try tensor.recipe()))
      }
    }
    self.rows = rows
  }

  fileprivate init(_ request: LayerRequest, rows: [Row]) {
    (self.request, self.rows) = (request, rows)
  }

  /// The rows of a framework.
  package func rows(of framework: Framework) -> [Row] { rows.filter { $0.framework == framework } }
}

/// A layer being measured, tensor after tensor.
package struct LayerRun: ResumableWork {
  private let request: LayerRequest
  private var rows: [LayerMeasurement.Row]
  private var index = 0
  private var draw: SplitDraw<Gatherer>?
  private let loan: WorkerTeam.Loan?

  private struct Gatherer: Sendable {
    var moments: [(offset: Int, Moments)] = []
  }

  fileprivate init(_ request: LayerRequest) throws(InitializerError) {
    self.request = request
    rows = try LayerMeasurement(request).rows
    loan = WorkerTeam.loan(for: rows.map(\.recipe.shape.count).max() ?? 0)
    begin()
  }

  /// Whether all tensors are measured.
  package var isFinished: Bool { index >= rows.count }

  /// Whether LAPACK works in the next step.
  package var isUninterruptible: Bool {
    !isFinished && rows[index].recipe.draw.isDrawnInOneStep
  }

  private mutating func begin() {
    guard !isFinished else { return draw = nil }
    let row = rows[index]
    let source = DrawnWeights(Tensor(row.tensor, of: request.call, seed: request.seed), row.recipe)
    let shares = source.shares(loan?.team.size ?? 1)
    draw = SplitDraw(shares, gatherers: shares.map { _ in Gatherer() })
  }

  // A tenth of a millisecond on one thread; one where others must be woken.
  private static let loneStep = 1 << 16
  private static let sharedStep = 1 << 19

  /// Draws and measures some more weights.
  ///
  /// - Throws: `InitializerError.cannotFactorize`.
  package mutating func advance() throws(InitializerError) {
    guard !isFinished else { return }
    if try draw?.prepare() == true { return }
    let origin = rows[index].recipe.law.mean
    let isShared = (draw?.gatherers.count ?? 1) > 1
    try draw?.advance(by: isShared ? Self.sharedStep : Self.loneStep, on: loan?.team) {
      gatherer, block, offset in
      var moments = Moments()
      moments.add(UnsafeBufferPointer(block), origin: origin)
      gatherer.moments.append((offset, moments))
    }
    guard draw?.isFinished != false else { return }
    let parts = draw?.gatherers.flatMap(\.moments) ?? []
    // In the order of the tensor, so that the number of threads does not show.
    rows[index].sample = parts.sorted { $0.offset < $1.offset }
      .reduce(into: Moments()) { $0.merge($1.1) }
    index += 1
    begin()
  }

  /// The number of weights that are drawn.
  package var count: Int { rows.reduce(0) { $0 + $1.recipe.shape.count } }

  /// The part that is done, from 0 to 1.
  package var progress: Double {
    let done = rows[..<index].reduce(0) { $0 + $1.recipe.shape.count } + (draw?.drawnCount ?? 0)
    return count > 0 ? Double(done) / Double(count) : 1
  }

  /// What is measured so far.
  package func snapshot() -> LayerMeasurement { LayerMeasurement(request, rows: rows) }
}
