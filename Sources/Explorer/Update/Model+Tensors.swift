internal import Attribution
internal import Background
internal import Initializers
internal import Scenes
internal import WeightFiles
internal import Words

extension Model {
  /// Goes to another of the listed tensors.
  mutating func selectTensor(_ next: (Int) -> Int) {
    let all = listedTensors
    guard !all.isEmpty else { return }
    let present = all.firstIndex { $0.holds(scene.tensor) }
    let index = present.map(next) ?? 0
    choose(all[min(all.count - 1, max(0, index))])
  }

  /// Shows a tensor of a file in all views.
  mutating func choose(_ tensor: ListedTensor) {
    guard tensor.entry.hasValues else {
      notice = .remark(
        Phrase(
          "notice.no-numbers",
          ["name": .text(tensor.entry.shownName), "type": .text(tensor.entry.typeName.shown)]))
      return
    }
    do {
      scene.tensor = try shelf.tensor(
        tensor.entry, in: tensor.file, knowing: surveyReport?.survey)
      findRefusal()
      if tensorList.pinsNamesake { try pinNamesake(of: tensor) }
    } catch {
      notice = .error(.of(error))
    }
  }

  /// Whether there are files to compare.
  var hasSeveralFiles: Bool { shelf.files.count > 1 }

  /// Has the tensor of the chosen one's name in another file as A, and goes on so, or no longer.
  mutating func comparesFiles() {
    tensorList.pinsNamesake.toggle()
    guard tensorList.pinsNamesake else { return scene.pin = nil }
    guard hasSeveralFiles else {
      tensorList.pinsNamesake = false
      notice = .remark(Phrase("notice.one-file"))
      return
    }
    guard let chosen = chosenTensor else { return }
    do { try pinNamesake(of: chosen) } catch { notice = .error(.of(error)) }
  }

  // The file opened before it, else the next.
  private mutating func pinNamesake(of tensor: ListedTensor) throws {
    let files = shelf.files
    let index = files.firstIndex { $0.name == tensor.file.name } ?? 0
    let other = index > 0 ? files[index - 1] : files[index + 1]
    guard let entry = other.namesake(of: tensor.entry) else {
      scene.pin = nil
      notice = .remark(
        Phrase(
          "notice.no-namesake",
          ["name": .text(tensor.entry.shownName), "file": .text(other.name.shown)]))
      return
    }
    let pinned = try shelf.tensor(entry, in: other, knowing: surveyReport?.survey)
    guard pinned != scene.pinned else { return }
    scene.pin = Pin(pinned, network: scene.network)
    findings[Slot(.sample, .a)] = nil
  }

  /// Lists the tensors in another order.
  mutating func switchOrder(by distance: Int) {
    let all = TensorOrder.allCases
    let index = all.firstIndex(of: tensorList.order) ?? 0
    tensorList.order = all[(index + distance + all.count) % all.count]
  }

  /// Lists the tensors of another verdict, of those that there are; all after the last.
  mutating func switchVerdict(by distance: Int) {
    var list = tensorList
    list.verdict = nil
    var other = self
    other.tensorList = list
    let kinds = Set(other.listedTensors.map(\.kind))
    let all: [VerdictKind?] = [nil] + VerdictKind.allCases.filter(kinds.contains)
    let index = all.firstIndex(of: tensorList.verdict) ?? 0
    tensorList.verdict = all[(index + distance + all.count) % all.count]
    chooseListed()
  }

  /// Lists the tensors whose names contain a text.
  mutating func find(_ text: String) {
    tensorList.search = text
    chooseListed()
  }

  // What is shown is one of those that are listed.
  private mutating func chooseListed() {
    let all = listedTensors
    guard let first = all.first(where: \.entry.hasValues),
      !all.contains(where: { $0.holds(scene.tensor) })
    else { return }
    choose(first)
  }

  /// Takes what is known of the files, or why there is nothing.
  mutating func takeSurvey(_ finding: Finding) {
    if case .failure(let error) = finding.result { notice = .error(.of(error)) }
    listTensors()
    fitStored()
  }

  /// Has what fits the weights of files compared with them, once it is known.
  ///
  /// A lecture has had it found out before it began.
  mutating func fitStored() {
    guard !isLecturing, let survey = surveyReport?.survey else { return }
    func fitted(_ tensor: Tensor) -> Tensor {
      guard tensor.stored?.isFitted == true else { return tensor }
      return (try? shelf.opened(tensor, knowing: survey)) ?? tensor
    }
    let present = scene.tensor
    scene.tensor = fitted(present)
    if let pinned = scene.pin?.tensor { scene.pin?.tensor = fitted(pinned) }
    if scene.tensor != present { findRefusal() }
  }

  /// Takes a file that was opened, and the scene that asked for it.
  mutating func take(_ file: TensorFile, for asked: Scene) {
    shelf.add(file)
    notice = nil
    adoptOpened(asked)
  }

  /// Takes a scene over whose tensors of files are named only; a file that is not open is asked for.
  mutating func adoptOpened(_ asked: Scene) {
    do {
      let survey = surveyReport?.survey
      var opened = asked
      opened.tensor = try shelf.opened(asked.tensor, knowing: survey)
      if let pin = asked.pin { opened.pin?.tensor = try shelf.opened(pin.tensor, knowing: survey) }
      adopt(opened)
    } catch InitializerError.notOpen(let file) where !shelf.has(file) {
      effects.append(.open(path: file, for: asked))
    } catch {
      notice = .error(.of(error))
    }
  }

  /// Draws with another seed.
  mutating func changeSeed(by distance: Int) {
    if refusesDrawing() { return }
    scene.seed = scene.seed.advanced(by: distance)
  }

  /// Whether what is shown is drawn: all but a file's weights, whose law still draws networks.
  var drawsScene: Bool {
    switch scene.view {
    case .propagation: true
    case .tensors: false
    case .distribution, .matrix, .layers: scene.tensor.stored == nil
    }
  }

  /// Whether weights are shown that are not drawn, which is said where a key would draw others.
  mutating func refusesDrawing() -> Bool {
    guard !drawsScene, let stored = scene.tensor.stored else { return false }
    notice = .remark(Phrase("notice.stored", ["name": .text(stored.shownName)]))
    return true
  }
}
