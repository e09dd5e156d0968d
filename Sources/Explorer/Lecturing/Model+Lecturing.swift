package import Attribution
internal import Expressions
internal import Initializers
package import Lectures
internal import MeanField
internal import Measurements
internal import Networks
internal import Readings
internal import Scenes
package import Screen
internal import Spectra
package import Words

extension Model {
  /// Begins a lecture with its first step.
  ///
  /// - Parameters:
  ///   - files: the files of tensors that its scenes are of.
  ///   - isAutomatic: whether it goes on by itself.
  ///   - note: a sentence shown until the first key.
  package mutating func begin(
    _ lecture: Lecture, files: FileShelf = FileShelf(), isAutomatic: Bool = false,
    note: Phrase? = nil
  ) {
    shelf.add(files)
    lecturing = Lecturing(lecture, isAutomatic: isAutomatic)
    elapsedMinutes = 0
    showBeat()
    notice = note.map(Notice.remark)
  }

  /// How long what is shown of a lecture stands before it goes on by itself; nil where it stays.
  package var clickInterval: Duration? { lecturing?.duration }

  /// The present click's picture alone, as large as a screen.
  package func withoutLecture(size: Size) -> Model {
    var model = self
    (model.lecturing, model.size) = (nil, size)
    return model
  }

  /// Whether a lecture is on the screen: it has not been taken over.
  var isLecturing: Bool { lecturing.map { !$0.isTakenOver } ?? false }

  // Exactly the step's state, whatever was played before it.
  private mutating func showBeat() {
    guard let scene = lecturing?.beat.scene else { return }
    lecturing?.isTakenOver = false
    (pane, entry, overlay, notice, awaited) = (.methods, nil, nil, nil, nil)
    (isPresenting, sum, sought) = (false, nil, nil)
    tensorList = TensorList()
    crosshair = nil
    crosshairLayer = nil
    restore(scene)
    keepNumbersTold()
  }

  /// Takes a key as the lecture does.
  ///
  /// - Returns: false for a key that is the live program's.
  mutating func pressLecturing(_ key: Key) -> Bool {
    guard let lecturing else { return false }
    if lecturing.isTakenOver {
      guard LectureKey.bringingBack.contains(key) else { return false }
      bringLectureBack()
      return true
    }
    if lecturing.isBlank {
      // Whatever is pressed only brings the picture back.
      self.lecturing?.isBlank = false
      return true
    }
    if lecturing.index != nil {
      pressInIndex(key)
      return true
    }
    guard overlay == nil, entry == nil, awaited == nil else { return false }
    if key == .escape {
      notice = nil
      return true
    }
    guard let binding = LectureKey.of(key) else { return false }
    notice = nil
    binding.perform(&self)
    return true
  }

  /// The lecture's step again, and what has been played under its key.
  private mutating func bringLectureBack() {
    if let beat = lecturing?.beat, scene != beat.scene { lecturing?.played = scene }
    showBeat()
  }

  /// Whether the live program is no longer as the lecture has it: then it has been taken over.
  mutating func noticeTakeover() {
    guard let lecturing, !lecturing.isTakenOver else { return }
    let isSame =
      scene == lecturing.beat.scene && pane == .methods && !isPlaying && entry == nil
      && awaited == nil && !isPresenting
    if !isSame { self.lecturing?.isTakenOver = true }
  }

  mutating func goOnLecturing() {
    if lecturing?.goOn() == true { showBeat() } else { notice = .remark(Phrase("lecture.end")) }
  }

  mutating func goBackLecturing() {
    if lecturing?.goBack() == true { showBeat() } else { notice = .remark(Phrase("lecture.begin")) }
  }

  mutating func goToLectureStep(_ step: Int) {
    lecturing?.go(to: step)
    lecturing?.index = nil
    showBeat()
  }

  /// Takes the lecture as it is now; what is shown of it changes with it.
  mutating func reload(_ lecture: Lecture, _ files: FileShelf) {
    shelf.add(files)
    lecturing?.reload(lecture)
    if isLecturing { showBeat() }
  }

  mutating func openIndex() {
    guard let step = lecturing?.place.step else { return }
    lecturing?.index = (step, "")
  }

  /// Takes up what was being played when the lecture went on.
  mutating func takeUpPlayed() {
    guard let played = lecturing?.played else {
      notice = .remark(Phrase("lecture.nothing-played"))
      return
    }
    lecturing?.isTakenOver = true
    restore(played)
  }

  private mutating func pressInIndex(_ key: Key) {
    guard let lecturing, let (step, digits) = lecturing.index else { return }
    let last = lecturing.lecture.steps.count - 1
    func moved(by distance: Int) -> (Int, String) { (min(last, max(0, step + distance)), "") }
    switch key {
    case .down, .character("j"), .pageDown, .character("n"), .tab:
      self.lecturing?.index = moved(by: 1)
    case .up, .character("k"), .pageUp, .character("p"), .backTab:
      self.lecturing?.index = moved(by: -1)
    case .home: self.lecturing?.index = (0, "")
    case .end: self.lecturing?.index = (last, "")
    case .enter, .character(" "): goToLectureStep(step)
    case .character(let character) where character.isNumber && character.isASCII:
      let digits = String((digits + String(character)).suffix(3))
      let number = Int(digits) ?? 0
      self.lecturing?.index = (min(last, max(0, number - 1)), digits)
    default: self.lecturing?.index = nil
    }
  }

  /// Keeps the numbers that the step names as they are beside its scene.
  mutating func keepNumbersTold() {
    guard isLecturing, let lecturing, scene == lecturing.beat.scene else { return }
    var told = lecturing.told
    told.keep(of: lecturing.step, beside: scene) { number($0) }
    self.lecturing?.told = told
  }

  /// The value of a number that a lecture names beside a scene: as it is, or as it was there.
  ///
  /// - Parameter told: the numbers that were said beside other scenes.
  func number(_ variable: String, beside scene: Scene?, told: ToldNumbers) -> Double? {
    guard let scene else { return nil }
    let present = scene == self.scene ? number(variable) : nil
    return present ?? told[variable, scene]
  }

  /// The value of a number that a lecture names, as far as it has been measured.
  func number(_ variable: String) -> Double? {
    guard let number = ReadingNumber(variable) else { return nil }
    let side: Side = number.isPinned ? .a : .b
    let tensor = number.isPinned ? scene.pinned : scene.tensor
    guard let tensor else { return nil }
    switch number.name {
    case .sample(let name):
      guard let measurement = measurement(side), measurement.isComplete,
        measurement.tensor == tensor
      else { return nil }
      return SampleReadings(measurement)[name][number.facet]
    case .spectrum(let name):
      guard let matrix = matrix(side), matrix.request.tensor == tensor, matrix.isComplete else {
        return nil
      }
      return SpectrumReadings(matrix)[name][number.facet]
    case .layer(let name, let layer):
      // Gradients come back when all layers have been reached.
      guard let report = report(side), layer <= report.layers.count,
        report.isComplete || !name.isOfGradient
      else { return nil }
      return SignalReadings(report)[name, layer: layer][number.facet]
    case .network(let name):
      guard let report = report(side), report.isComplete else { return nil }
      return SignalReadings(report)[name][number.facet]
    case .gain(let name):
      guard let activation = scene.resolvedNetwork?.activation else { return nil }
      return GainReadings(Gains(activation))[name][number.facet]
    case .birth(let name):
      return number.isPinned ? nil : birth.map { BirthReadings($0)[name][number.facet] } ?? nil
    }
  }

  // The signal as far as it is known, of the scene as it is now.
  private func report(_ side: Side) -> PropagationReport? {
    guard let pin = side == .a ? scene.pin : Pin(scene.tensor, network: scene.network),
      let report = signal(side), report.request.tensor == pin.tensor,
      report.request.network == (try? pin.network.network(for: pin.tensor))
    else { return nil }
    return report
  }

  /// The kinds of numbers, and of which scene, that the present step of a lecture names besides those of
  /// its view.
  ///
  /// A seed is not searched for before it is spoken of: view 5 would give it away.
  var studiesOfLecture: Set<Slot> {
    guard isLecturing, let lecturing else { return [] }
    let studies = lecturing.step.studies
    return lecturing.namesBirth ? studies : studies.subtracting([Slot(.birth, .b)])
  }
}

extension Lecture.Step {
  /// The kinds of numbers, and of which scene, that its words and claims name.
  var studies: Set<Slot> {
    Set(
      numbers.compactMap { variable -> Slot? in
        guard let number = ReadingNumber(variable.name), let study = number.name.study else {
          return nil
        }
        return Slot(study, number.isPinned ? .a : .b)
      })
  }
}

extension Reading.Name {
  /// The kind of work that makes it; nil for what needs none.
  fileprivate var study: Study? {
    switch self {
    case .sample: .sample
    case .spectrum: .spectrum
    case .layer, .network: .signal
    case .gain: nil
    case .birth: .birth
    }
  }
}
