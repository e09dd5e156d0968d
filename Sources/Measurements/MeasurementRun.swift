public import Initializers
public import Scenes
internal import Statistics

/// A measurement in progress, advanced block by block so that it can be watched and given up.
///
/// Memory does not grow with the tensor: the weights are drawn once for the moments and counts, and
/// a second time, if need be, for the few cells where the distance from the law may be greatest.
public struct MeasurementRun {
  /// The scene.
  public let scene: Scene
  /// What PyTorch computes before it draws.
  public let recipe: Recipe
  /// Whether all is done.
  public private(set) var isFinished = false

  private(set) var drawnCount = 0
  private(set) var accumulator: SampleAccumulator
  private(set) var result: KolmogorovSmirnov?
  private(set) var zeroCount = 0
  private(set) var facts: [StructureFact] = []
  private var structure: StructureCheck?
  private var phase = Phase.drawing
  private var stream: WeightStream
  private var search: KolmogorovSearch?

  private enum Phase {
    case drawing
    case comparing
  }

  // A block of 32 KiB stays in the first-level cache between drawing and counting.
  private static let blockSize = 8192

  /// Starts measuring a scene.
  ///
  /// - Throws: the error PyTorch raises for the scene.
  public init(_ scene: Scene) throws(InitializerError) {
    self.scene = scene
    recipe = try scene.recipe()
    let range = LawRange(recipe.law)
    accumulator = SampleAccumulator(low: range.low, high: range.high, origin: range.origin)
    stream = Self.stream(recipe, scene)
    structure = StructureCheck(recipe)
  }

  /// Draws and measures one more block.
  public mutating func advance() {
    guard !isFinished else { return }
    withUnsafeTemporaryAllocation(of: Float.self, capacity: Self.blockSize) { block in
      let count = stream.next(into: block)
      let drawn = UnsafeMutableBufferPointer(rebasing: block[..<count])
      if phase == .drawing { structure?.add(UnsafeBufferPointer(drawn)) }
      let weights = recipe.law.hasZeros ? drawn.movingNonzeroToFront() : UnsafeBufferPointer(drawn)
      switch phase {
      case .drawing:
        accumulator.add(weights)
        drawnCount += count
        zeroCount += count - weights.count
      case .comparing: search?.collect(weights)
      }
    }
    if stream.remaining == 0 { finishPhase() }
  }

  /// The numbers so far.
  public func snapshot() -> Measurement { Measurement(self) }

  /// The part that is done, from 0 to 1.
  public var progress: Double {
    guard recipe.shape.count > 0, !isFinished else { return 1 }
    let drawn = Double(recipe.shape.count - stream.remaining) / Double(recipe.shape.count)
    return phase == .drawing ? drawn * 0.6 : 0.6 + drawn * 0.4
  }

  private mutating func finishPhase() {
    let law = recipe.law
    if phase == .drawing {
      facts = structure?.facts() ?? []
      structure = nil
    }
    if phase == .drawing, law.isIndependent, !law.isDegenerate,
      let search = KolmogorovSearch(
        histogram: accumulator.histogram, distribution: { law.distribution($0) })
    {
      self.search = search
      stream.rewind()
      phase = .comparing
    } else {
      result = search?.finish()
      search = nil
      isFinished = true
    }
  }

  private static func stream(_ recipe: Recipe, _ scene: Scene) -> WeightStream {
    WeightStream(
      recipe.draw, count: recipe.shape.count, generator: Generator(seed: scene.seed))
  }
}

extension Law {
  /// Whether exact zeros are part of the law, so that they are counted apart.
  fileprivate var hasZeros: Bool { if case .sparse = self { true } else { false } }
}

extension UnsafeMutableBufferPointer<Float> {
  /// Moves the weights that are not 0 to the front, in order, and returns them.
  fileprivate func movingNonzeroToFront() -> UnsafeBufferPointer<Float> {
    var kept = 0
    for index in indices where self[index] != 0 {
      self[kept] = self[index]
      kept += 1
    }
    return UnsafeBufferPointer(rebasing: self[..<kept])
  }
}
