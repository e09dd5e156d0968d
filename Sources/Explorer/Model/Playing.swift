internal import Initializers
internal import Measurements
internal import Networks
internal import Scenes
internal import Words

/// Samples of one law with many seeds, counted as one.
struct SampleSum: Sendable {
  /// All of them; nil before the first.
  private(set) var total: Measurement?
  private var seeds: Set<Seed> = []

  /// The number of samples.
  var count: Int { seeds.count }

  /// Adds a whole sample that is not in it yet, and starts anew with another law's.
  mutating func add(_ sample: Measurement) {
    guard sample.isComplete else { return }
    let seed = sample.tensor.seed
    if let total, let sum = total.adding(sample) {
      if seeds.insert(seed).inserted { self.total = sum }
    } else {
      (total, seeds) = (sample, [seed])
    }
  }
}

/// How far a signal has come through its layers, and the gradients on their way back.
struct SignalGrowth: Equatable, Sendable {
  /// The last layer that the signal has reached.
  private(set) var layer = 0
  /// The layers that the gradients have passed.
  private(set) var passed = 0

  // So many steps are watched with patience.
  private static let mostSteps = 40

  /// Goes on by a step; false at the end.
  mutating func advance(in report: PropagationReport) -> Bool {
    let depth = report.layers.count
    let step = max(1, (depth + Self.mostSteps - 1) / Self.mostSteps)
    if layer < depth {
      layer = min(depth, layer + step)
    } else {
      passed += step
    }
    return passed < depth && !(report.isShortcut && layer == depth)
  }

  /// What is seen of a report.
  func shown(_ report: PropagationReport) -> PropagationReport {
    let depth = report.layers.count
    return report.reaching(layer, gradientsDownTo: passed == 0 ? depth + 1 : depth + 1 - passed)
  }
}

extension Model {
  /// Starts or stops playing: a signal on its way through the layers, elsewhere one seed after the other.
  mutating func play() {
    if refusesDrawing() { return }
    isPlaying.toggle()
    growth = isPlaying && scene.view == .propagation ? SignalGrowth() : nil
  }

  /// Adds up the samples of all seeds to come, or shows each for itself again.
  mutating func addUp() {
    if refusesDrawing() { return }
    if sum == nil {
      var sum = SampleSum()
      if let sample = measurement(.b), sample.tensor == scene.tensor { sum.add(sample) }
      self.sum = sum
      notice = .remark(Phrase("notice.sum"))
    } else {
      sum = nil
      notice = .remark(Phrase("notice.no-sum"))
    }
  }

  /// How long a step of what is played takes.
  package var tickInterval: Duration { .milliseconds(growth == nil ? 200 : 70) }

  /// Goes on with what is played.
  mutating func tick() {
    guard isPlaying else { return }
    guard growth != nil else {
      scene.seed = scene.seed.advanced(by: 1)
      return
    }
    let isGoing = signal(.b).map { growth?.advance(in: $0) ?? false } ?? false
    if !isGoing { (growth, isPlaying) = (nil, false) }
  }
}
