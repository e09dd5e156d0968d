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

  /// Starts measuring.
  ///
  /// - Throws: nothing; a framework that cannot draw the layer is told of in the report.
  package func begin() throws(InitializerError) -> LayerRun { LayerRun(self) }
}

/// A layer's tensors as frameworks draw them, measured as far as it has come.
package struct LayerMeasurement: Report {
  /// What was asked for.
  package let request: LayerRequest
  /// The tensors, framework by framework in the order asked for.
  package let rows: [Row]
  // Why frameworks have none: no such layer, a seed or sizes that they do not take.
  private let absences: [Framework: Phrase]

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
  package init(_ request: LayerRequest) {
    self.request = request
    var rows: [Row] = []
    var absences: [Framework: Phrase] = [:]
    for framework in request.frameworks {
      do {
        let tensors = try request.call.tensors(in: framework)
        try framework.check(request.seed, isOfLayer: true)
        rows += try tensors.map { tensor throws(InitializerError) in
          Row(framework: framework, tensor: tensor, recipe: try tensor.recipe())
        }
      } catch let error as InitializerError {
        absences[framework] = error.phrase(of: framework)
      } catch LayerError.notThere {
        absences[framework] = Phrase("layers.none")
      } catch {
        absences[framework] = (error as? LayerError)?.phrase ?? Phrase("layers.none")
      }
    }
    (self.rows, self.absences) = (rows, absences)
  }

  fileprivate func with(_ rows: [Row]) -> LayerMeasurement {
    LayerMeasurement(request, rows: rows, absences: absences)
  }

  private init(_ request: LayerRequest, rows: [Row], absences: [Framework: Phrase]) {
    (self.request, self.rows, self.absences) = (request, rows, absences)
  }

  /// Why a framework has no numbers; nil where it has.
  package func absence(in framework: Framework) -> Phrase? { absences[framework] }

  /// The rows of a framework.
  package func rows(of framework: Framework) -> [Row] { rows.filter { $0.framework == framework } }
}

extension Moments {
  /// The standard deviation, of a lone number 0: it has no spread.
  package var spread: Double { count == 1 ? 0 : standardDeviation }
}

/// A layer being measured, tensor after tensor.
package struct LayerRun: ResumableWork {
  private let request: LayerRequest
  private let empty: LayerMeasurement
  private var rows: [LayerMeasurement.Row]
  private var index = 0
  private var draw: SplitDraw<Gatherer>?
  private let loan: WorkerTeam.Loan?

  private struct Gatherer: Sendable {
    var moments: [(offset: Int, Moments)] = []
  }

  fileprivate init(_ request: LayerRequest) {
    self.request = request
    empty = LayerMeasurement(request)
    rows = empty.rows
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

  /// Draws and measures some more weights.
  ///
  /// - Throws: `InitializerError.cannotFactorize`.
  package mutating func advance() throws(InitializerError) {
    guard !isFinished else { return }
    if try draw?.prepare() == true { return }
    let origin = rows[index].recipe.law.mean
    let step = draw?.step ?? 0
    try draw?.advance(by: step, on: loan?.team) { gatherer, block, offset in
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
  package func snapshot() -> LayerMeasurement { empty.with(rows) }
}
