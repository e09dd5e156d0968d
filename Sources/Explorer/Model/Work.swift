package import Attribution
package import Background
internal import Births
internal import Initializers
package import Measurements
package import Networks
internal import Scenes
package import Spectra

/// Which scene a number is of.
package enum Side: CaseIterable, Sendable {
  /// The scene on the screen.
  case b
  /// The pinned one.
  case a
}

/// A kind of work that makes numbers.
package enum Study: CaseIterable, Sendable {
  /// The tensors of open files, before what fits them is drawn beside them.
  case survey
  /// The weights against their law.
  case sample
  /// The weights as a matrix: picture and singular values.
  case spectrum
  /// A signal through the network.
  case signal
  /// A layer's tensors.
  case layers
  /// The seed of a file's tensor.
  case birth

  /// The scenes that it is made of: a layer's and a file's tensors have no second one beside them, A's
  /// numbers stand in the other views.
  package var sides: [Side] {
    switch self {
    case .sample, .spectrum, .signal: Side.allCases
    case .layers, .survey, .birth: [.b]
    }
  }
}

/// A place for the numbers of one kind and one scene.
package struct Slot: Hashable, CaseIterable, Sendable {
  /// The kind.
  package let study: Study
  /// The scene.
  package let side: Side

  /// Makes a slot.
  package init(_ study: Study, _ side: Side) { (self.study, self.side) = (study, side) }

  /// All slots, the scene's before the pinned one's.
  package static let allCases = Study.allCases.flatMap { study in
    study.sides.map { Slot(study, $0) }
  }
}

/// The numbers that the screen needs; whoever runs the explorer has them made.
package typealias Work = [Slot: Job]

extension Model {
  /// What the present scene needs; nothing of a tensor that PyTorch refuses.
  package var work: Work {
    guard refusal == nil else { return [:] }
    // As large as the picture is in it; what its words name besides.
    if let layout = lectureLayout { return live(in: layout).work(naming: studiesOfLecture) }
    let study = viewEntry.study
    var work: Work = [:]
    if let sought { work[Slot(.birth, .b)] = Job(sought.request) }
    // What fits a file's tensor is compared with it in every view.
    if !shelf.isEmpty { work[Slot(.survey, .b)] = Job(SurveyRequest(shelf)) }
    work[Slot(study, .b)] = viewEntry.job(self, Pin(scene.tensor, network: scene.network))
    if let pin = scene.pin, study.sides.contains(.a) {
      work[Slot(study, .a)] = viewEntry.job(self, pin)
    }
    return work
  }

  /// What the present scene needs, and what the numbers need that words beside it name.
  func work(naming numbers: Set<Slot>) -> Work {
    var work = work
    guard refusal == nil else { return work }
    let birth = Slot(.birth, .b)
    if numbers.contains(birth), work[birth] == nil, let namedBirth {
      work[birth] = Job(namedBirth.request)
    }
    for entry in ViewEntry.all {
      let own = Pin(scene.tensor, network: scene.network)
      for side in entry.study.sides {
        let slot = Slot(entry.study, side)
        guard let pin = side == .b ? own : scene.pin, work[slot] == nil, numbers.contains(slot)
        else { continue }
        work[slot] = entry.job(self, pin)
      }
    }
    return work
  }

  /// Whether nothing more will come for the present scene.
  package var isSettled: Bool {
    work.allSatisfy { slot, job in isAnswered(job, in: slot) }
  }

  /// Whether nothing more will come of a job.
  func isAnswered(_ job: Job, in slot: Slot) -> Bool {
    findings[slot].map { $0.job == job && $0.isComplete } ?? false
  }

  /// Makes all the numbers the screen needs and has not, there and then, for pictures without a
  /// terminal.
  ///
  /// - Throws: the error PyTorch raises for the scene, or why its file cannot be read.
  package mutating func finishWork() throws {
    for slot in Slot.allCases {
      guard let job = work[slot], !isAnswered(job, in: slot) else { continue }
      let finding = job.answer()
      if case .failure(let error) = finding.result,
        error is InitializerError || slot.study == .survey
      {
        throw error
      }
      update(.found(slot, finding))
    }
  }

  /// The newest sample of a scene's tensor, which may still belong to an earlier scene or be
  /// incomplete.
  package func measurement(_ side: Side) -> Measurement? {
    if side == .b, let total = sum?.total, total.hasLaw(of: scene.tensor) { return total }
    return findings[Slot(.sample, side)]?.report()
  }

  /// What is known of the open files' tensors.
  package var surveyReport: SurveyReport? { findings[Slot(.survey, .b)]?.report() }

  /// How far the search for a tensor's seed has come.
  var birthReport: BirthReport? { findings[Slot(.birth, .b)]?.report() }

  /// The newest picture and singular values of a scene's tensor, likewise.
  package func matrix(_ side: Side) -> MatrixMeasurement? {
    findings[Slot(.spectrum, side)]?.report()
  }

  /// The newest signal through a scene's network, likewise.
  package func signal(_ side: Side) -> PropagationReport? {
    findings[Slot(.signal, side)]?.report()
  }
}
