import CKernels
import Explorer
import Initializers
import Measurements
import Scenes
import Screen
import Statistics

/// What is timed, ready to be run again and again on the same memory.
struct Stage {
  /// The stages of sampling and of measuring, in the order they build on one another.
  enum Name: String, CaseIterable {
    /// MT19937's next states.
    case refill
    /// States tempered and made uniform numbers, in the first-level cache.
    case uniform
    /// Uniform numbers made normal ones, in the first-level cache.
    case boxMuller = "box-muller"
    /// A tensor in memory filled as `torch.nn.init.xavier_uniform_` does.
    case xavierUniform = "xavier_uniform"
    /// A tensor in memory filled as `torch.nn.init.xavier_normal_` does.
    case xavierNormal = "xavier_normal"
    /// A tensor in memory filled by a framework's own initializer with uniform numbers, normal ones, or
    /// normal ones cut at 2σ.
    case torchUniform = "torch-uniform"
    case torchNormal = "torch-normal"
    case torchTruncated = "torch-truncated"
    case flaxUniform = "flax-uniform"
    case flaxNormal = "flax-normal"
    case flaxTruncated = "flax-truncated"
    case kerasUniform = "keras-uniform"
    case kerasNormal = "keras-normal"
    case kerasTruncated = "keras-truncated"
    case kerasTorchUniform = "keras-torch-uniform"
    case kerasTorchNormal = "keras-torch-normal"
    case kerasTorchTruncated = "keras-torch-truncated"
    case kerasNumPyUniform = "keras-numpy-uniform"
    case kerasNumPyNormal = "keras-numpy-normal"
    case kerasNumPyTruncated = "keras-numpy-truncated"
    case kerasTensorFlowUniform = "keras-tensorflow-uniform"
    case kerasTensorFlowNormal = "keras-tensorflow-normal"
    case kerasTensorFlowTruncated = "keras-tensorflow-truncated"
    /// Moments and 5040 cells of weights in the first-level cache.
    case accumulate
    /// xavier_uniform's weights, 100 bins, mean and standard deviation; no tensor is kept.
    case statistics
    /// The same for xavier_normal.
    case normalStatistics = "normal-statistics"
    /// The same with the tensor kept in memory.
    case tensorStatistics = "tensor-statistics"
    /// All that is measured of xavier_uniform's weights, the exact distance from the law included.
    case measurement
    /// The same for xavier_normal.
    case normalMeasurement = "normal-measurement"
    /// A tensor measured, and its 100×30 frame drawn.
    case frame
    /// A 100×30 frame drawn from numbers that are there.
    case draw
    /// The same with a pinned sample.
    case drawComparison = "draw-comparison"
    /// A 160×50 frame with every panel.
    case drawLarge = "draw-large"
    /// A 100×30 frame of the matrix view.
    case drawMatrix = "draw-matrix"

    /// The framework's call that fills a tensor.
    var call: Initializer? {
      let words = rawValue.split(separator: "-")
      let methods: [Substring: Method] = [
        "uniform": .uniform, "normal": .normal, "truncated": .truncNormal,
      ]
      guard words.count > 1, let method = words.last.flatMap({ methods[$0] }),
        let framework = try? Framework.named(words.dropLast().joined(separator: "-"))
      else { return nil }
      return Initializer(method, of: framework)
    }

    /// Whether more than one thread can be used.
    var isShared: Bool {
      switch self {
      case .refill, .uniform, .boxMuller, .accumulate, .frame, .draw, .drawComparison, .drawLarge,
        .drawMatrix:
        false
      default: true
      }
    }
  }

  /// Does the work once.
  let run: () throws -> Void

  /// Prepares a stage for `count` weights, a square tensor as near as the count allows.
  init(_ name: Name, count: Int, threads: Int) throws {
    let rows = Int(Double(count).squareRoot())
    let shape = try Shape([rows, count / rows])
    let count = shape.count
    let isNormal = [.xavierNormal, .normalStatistics, .normalMeasurement].contains(name)
    let tensor = Tensor(
      initializer: Initializer(isNormal ? .xavierNormal : .xavierUniform), shape: shape)
    let recipe = try tensor.recipe()
    if let call = name.call {
      run = try Self.filling(Tensor(initializer: call, shape: shape), threads: threads)
      return
    }
    switch name {
    case .refill, .uniform, .boxMuller:
      run = Self.kernel(name, count: count)
    case .accumulate:
      run = try Self.accumulation(recipe)
    case .xavierUniform, .xavierNormal: run = try Self.filling(tensor, threads: threads)
    case .statistics, .normalStatistics:
      run = try Self.statistics(recipe, threads: threads)
    case .tensorStatistics:
      run = try Self.tensorStatistics(recipe, threads: threads)
    case .measurement, .normalMeasurement:
      let source = try DrawnWeights(tensor)
      run = {
        var run = MeasurementRun(source, isShared: threads > 1)
        while !run.isFinished { try run.advance() }
        precondition(run.snapshot().kolmogorovSmirnov != nil)
      }
    case .frame:
      run = {
        var model = Model(scene: Scene(tensor))
        do { try model.finishWork() } catch { return }
        let frame = view(model)
        precondition(frame.size.rows == 30)
      }
    case .draw: run = try Self.drawing(Scene(tensor))
    case .drawComparison: run = try Self.drawing(Scene(tensor, pin: Pin(.first)))
    case .drawLarge: run = try Self.drawing(Scene(tensor), Size(columns: 160, rows: 50))
    case .drawMatrix: run = try Self.drawing(Scene(tensor, view: .matrix))
    default: preconditionFailure("\(name.rawValue) is a framework's call")
    }
  }

  private static func filling(_ tensor: Tensor, threads: Int) throws -> () throws -> Void {
    let team = try WorkerTeam(size: threads)
    let recipe = try tensor.recipe()
    let memory = memory(recipe.shape.count)
    return {
      try TensorFill.fill(memory, with: recipe.draw, generator: tensor.generator, on: team)
    }
  }

  private static func drawing(
    _ scene: Scene, _ size: Size = Size(columns: 100, rows: 30)
  ) throws -> () -> Void {
    var model = Model(scene: scene, size: size)
    try model.finishWork()
    let finished = model
    return { precondition(view(finished).size == size) }
  }

  /// Memory that has been written to, so that no page is new when the clock runs.
  private static func memory(_ count: Int) -> UnsafeMutableBufferPointer<Float> {
    let memory = UnsafeMutableBufferPointer<Float>.allocate(capacity: count)
    memory.initialize(repeating: 0)
    return memory
  }

  private static func kernel(_ name: Name, count: Int) -> () -> Void {
    let kernels = ckernels_best().pointee.sampling
    let size = Int(sampling_state_words)
    let words = UnsafeMutablePointer<UInt32>.allocate(
      capacity: size + Int(sampling_overlap_words))
    for index in 0..<size + Int(sampling_overlap_words) {
      words[index] = 1_812_433_253 &* UInt32(index) ^ 5489
    }
    let numbers = UnsafeMutablePointer<Float>.allocate(capacity: size)
    kernels.uniform(words, numbers, size, 0, 1)
    let rounds = (count + size - 1) / size
    return {
      for _ in 0..<rounds {
        switch name {
        case .refill: kernels.refill(words)
        case .uniform: kernels.uniform(words, numbers, size, -0.1, 0.2)
        // A normal number of this law is a number in (0, 1), with which the next round begins.
        default: kernels.normal(numbers, size / 16, 0.5, 0.08)
        }
      }
    }
  }

  private static func accumulation(_ recipe: Recipe) throws -> () -> Void {
    let block = memory(min(8192, recipe.shape.count))
    var stream = WeightStream(
      recipe.draw, count: block.count, generator: MersenneTwister(seed: Seed(0)))
    let drawn = try stream.next(into: block)
    let weights = UnsafeBufferPointer(rebasing: block[..<drawn])
    let range = LawRange(recipe.law)
    let rounds = (recipe.shape.count + drawn - 1) / drawn
    return {
      var accumulator = SampleAccumulator(low: range.low, high: range.high)
      for _ in 0..<rounds { accumulator.add(weights) }
      precondition(accumulator.moments.count == rounds * drawn)
    }
  }

  private static func statistics(_ recipe: Recipe, threads: Int) throws -> () throws -> Void {
    let team = try WorkerTeam(size: threads)
    let range = LawRange(recipe.law)
    return {
      let empty = SampleAccumulator(low: range.low, high: range.high, origin: range.origin)
      var split = SplitDraw(
        recipe.draw, count: recipe.shape.count, generator: MersenneTwister(seed: Seed(0)),
        gatherers: Array(repeating: empty, count: threads))
      try split.advance(on: team) { gatherer, block, _ in gatherer.add(UnsafeBufferPointer(block)) }
      report(split.gatherers, count: recipe.shape.count)
    }
  }

  private static func tensorStatistics(_ recipe: Recipe, threads: Int) throws -> () throws -> Void {
    let team = try WorkerTeam(size: threads)
    let range = LawRange(recipe.law)
    let tensor = memory(recipe.shape.count)
    return {
      let empty = SampleAccumulator(low: range.low, high: range.high, origin: range.origin)
      var gatherers = Array(repeating: empty, count: threads)
      try gatherers.withUnsafeMutableBufferPointer { gatherers in
        nonisolated(unsafe) let gatherers = gatherers
        try TensorFill.fill(
          tensor, with: recipe.draw, generator: MersenneTwister(seed: Seed(0)), on: team
        ) { gatherers[$0].add($1) }
      }
      report(gatherers, count: recipe.shape.count)
    }
  }

  /// Makes the 100 bins, the mean and the standard deviation from what the parts gathered.
  private static func report(_ gatherers: [SampleAccumulator], count: Int) {
    var total = gatherers[0]
    for other in gatherers.dropFirst() {
      do { try total.merge(other) } catch { preconditionFailure("\(error)") }
    }
    let bins = total.histogram.grouped(by: total.histogram.cellCount / 100)
    let sum = total.moments.mean + total.moments.standardDeviation
    precondition(bins.total == count && sum.isFinite)
  }
}
