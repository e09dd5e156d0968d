internal import Background
internal import Initializers
internal import Words

/// The search for a tensor's birth: hypothesis by hypothesis, what is cheapest first.
///
/// What is found by algebra or among seeds is drawn and held against all numbers.
package struct BirthSearch: ResumableWork {
  private let numbers: TensorNumbers
  private let hypotheses: [BirthHypothesis]
  // What is still to be tried; the first is under way.
  private var stages: [any BirthStage]
  private let stageCount: Int
  private var origins: [Origin] = []
  private var verification: Verification?
  // Whether they are those of numbers that have moved.
  private var isOfMoved = false
  private let places: StreamPlaces
  private var birth: Birth?
  private let companions: [Birth]
  // The programs that may have given an initializer its seed, which takes about a second to look for.
  var programs = KerasProgramSearch.dates
  // The search for the program of what was found.
  private var program: KerasProgramSearch?
  // The best so far, while others of its seed are held against the numbers that it does not have.
  private var partial: Birth?

  // Numbers with the very bits that a birth is believed for, however it was found.
  private static let needed = 3

  /// Prepares the search.
  ///
  /// - Parameters:
  ///   - count: how many numbers the tensor has.
  ///   - numbers: reads some of them.
  ///   - hypotheses: what may have drawn it.
  ///   - besideOthers: what is tried with the seeds of other tensors alone.
  ///   - isTrained: whether the first numbers are no generator's.
  ///   - exhaustive: whether all seeds are searched where a tensor is too small for algebra, which takes a
  ///     minute; else what takes about a second.
  ///   - companions: the births of other tensors of the model, along whose streams this one may be.
  package init(
    count: Int, numbers: @escaping @Sendable (Range<Int>) throws -> [Float],
    hypotheses: [BirthHypothesis], besideOthers: [BirthHypothesis] = [], isTrained: Bool = false,
    exhaustive: Bool,
    companions: KnownBirths = KnownBirths()
  ) {
    self.init(
      count: count, numbers: numbers, hypotheses: hypotheses, besideOthers: besideOthers,
      extent: exhaustive ? .exhaustive : isTrained ? .solved : .quick, companions: companions)
  }

  /// Prepares to try nothing but the seeds and places that other births make likely.
  ///
  /// - Parameter alongStreams: whether they are walked along, between tensors that are known, too.
  package init(
    count: Int, numbers: @escaping @Sendable (Range<Int>) throws -> [Float],
    hypotheses: [BirthHypothesis], besideOthers: [BirthHypothesis] = [],
    onlyNear companions: KnownBirths, alongStreams: Bool = false
  ) {
    self.init(
      count: count, numbers: numbers, hypotheses: hypotheses, besideOthers: besideOthers,
      extent: alongStreams ? .streams : nil, companions: companions)
  }

  init(
    count: Int, numbers: @escaping @Sendable (Range<Int>) throws -> [Float],
    hypotheses: [BirthHypothesis], besideOthers: [BirthHypothesis] = [], extent: SearchExtent?,
    companions: KnownBirths = KnownBirths()
  ) {
    self.numbers = TensorNumbers(count: count, numbers)
    var known: Set<BirthHypothesis.Identity> = []
    func isNew(_ hypothesis: BirthHypothesis) -> Bool {
      guard hypothesis.shape.count == count, let identity = hypothesis.identity else {
        return false
      }
      return known.insert(identity).inserted
    }
    let distinct = hypotheses.filter(isNew)
    let others = besideOthers.filter(isNew)
    self.hypotheses = distinct
    let near: [any BirthStage] = [NearStage(distinct + others, near: companions)].compactMap(\.self)
    let moved: [any BirthStage] = [MovedStage(distinct, near: companions)].compactMap(\.self)
    stages = near + moved + (extent?.stages(distinct, companions.births) ?? [])
    places = companions.places
    self.companions = companions.births
    stageCount = stages.count
  }

  /// Whether a birth is found, or nothing is left to try.
  package var isFinished: Bool {
    birth != nil
      || stages.isEmpty && verification == nil && origins.isEmpty && program == nil
  }

  /// No step takes long.
  package var isUninterruptible: Bool { false }

  /// Does the next step.
  ///
  /// - Throws: `BirthError`.
  package mutating func advance() throws(BirthError) {
    guard !isFinished else { return }
    if program != nil { return seekProgram() }
    if verification == nil, let origin = origins.popLast() {
      verification = Verification(
        origin, from: places.generator(of: origin), needed: Self.needed, isOfMoved: isOfMoved)
    }
    if verification != nil { return try verify() }
    // Taken out, so that what it holds is not copied.
    var stage = stages.removeFirst()
    let step = try stage.advance(numbers)
    origins = step.origins.reversed()
    isOfMoved = step.isOfMoved
    if !step.isOver { stages.insert(stage, at: 0) }
  }

  private mutating func verify() throws(BirthError) {
    guard var current = verification.take() else { return }
    try current.advance(numbers)
    guard current.isFinished else { return verification = current }
    if let found = current.birth {
      if let best = partial {
        partial = found.intact > best.intact ? found : best
      } else {
        partial = found
        origins = found.intact < numbers.count ? rivals(of: found).reversed() : []
      }
    }
    guard let partial, origins.isEmpty else { return }
    // Two initializers' seeds tell of the program that gave them.
    let placed = KerasProgramSearch.placed(companions + [partial])
    program = KerasProgramSearch(placed.reversed(), in: programs)
    if placed.last?.source == .program { program = nil }
    if program == nil { birth = placed.last }
  }

  private mutating func seekProgram() {
    program?.advance()
    guard let program, program.isFinished else { return }
    birth = program.result.first
    self.program = nil
  }

  // Of the same normal numbers some laws draw a few again, or leave them out; and Keras makes other numbers of
  // PyTorch's words, about half of which are the same.
  private func rivals(of found: Birth) -> [Origin] {
    let own = found.hypothesis
    guard own.framework.drawsInSequence else { return [] }
    let alike = hypotheses.filter {
      $0 != own && $0.framework.name == own.framework.name && $0.normals != nil
        && $0.normals == own.normals
    }
    .map {
      Origin(hypothesis: $0, seed: found.seed, source: found.source, draws: found.draws)
    }
    guard found.draws == 0 else { return alike }
    let ofKeras = hypotheses.filter { $0.framework.generator(found.seed) is KerasTorchGenerator }
    return alike
      + ofKeras.flatMap { hypothesis in
        let own = Origin(hypothesis: hypothesis, seed: found.seed, source: .initializer, draws: 0)
        return KerasProgram.origins(of: own) + [own]
      }
  }

  /// What is known so far.
  package func snapshot() -> BirthReport {
    BirthReport(
      birth: birth, progress: progress, isComplete: isFinished,
      stage: program != nil
        ? Phrase("birth.stage.program")
        : isVerifying ? Phrase("birth.stage.check") : stages.first?.phrase)
  }

  private var isVerifying: Bool { birth == nil && (verification != nil || !origins.isEmpty) }

  private var progress: Double {
    guard !isFinished, stageCount > 0 else { return 1 }
    if let program { return program.progress }
    if let verification { return min(1, verification.progress) }
    let done = Double(stageCount - stages.count) + min(1, max(0, stages.first?.progress ?? 0))
    return min(1, done / Double(stageCount))
  }
}
