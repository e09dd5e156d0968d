internal import Initializers
internal import Measurements
internal import Networks
internal import Scenes
internal import Screen
internal import Spectra

extension Model {
  /// The model after a message; no side effects.
  package func updated(by message: Message) -> Model {
    var model = self
    model.update(message)
    return model
  }

  /// Takes in a message; no side effects.
  package mutating func update(_ message: Message) {
    switch message {
    case .key(let key): press(key)
    case .resized(let size): self.size = size
    case .tick: if isPlaying { scene.seed = scene.seed.advanced(by: 1) }
    case .measured(let measurement):
      // Numbers of a scene that was left meanwhile would only make the picture jump back.
      if measurement.request == work.sample { self.measurement = measurement }
      if measurement.request == work.pinnedSample { pinnedMeasurement = measurement }
    case .decomposed(let measurement):
      if measurement.request == work.matrix { matrix = measurement }
      if measurement.request == work.pinnedMatrix { pinnedMatrix = measurement }
    case .propagated(let outcome):
      if outcome.request == work.propagation { propagation = outcome }
      if outcome.request == work.pinnedPropagation { pinnedPropagation = outcome }
    case .notMeasured(let request, let error):
      takeFailure(error, ofPinned: request == work.pinnedSample, ofScene: request == work.sample)
    case .notDecomposed(let request, let error):
      takeFailure(error, ofPinned: request == work.pinnedMatrix, ofScene: request == work.matrix)
    }
  }

  // Like a scene that PyTorch refuses; a pinned one is let go of.
  private mutating func takeFailure(
    _ error: InitializerError, ofPinned isOfPinned: Bool, ofScene isOfScene: Bool
  ) {
    if isOfPinned {
      notice = .error("A: \(error.description)")
      scene.pin = nil
    }
    if isOfScene { refusal = error }
  }

  private mutating func press(_ key: Key) {
    if overlay != nil {
      pressOverOverlay(key)
    } else if entry != nil {
      pressInEntry(key)
    } else if let action = Binding.action(for: key) {
      notice = nil
      perform(action)
    } else if key == .escape {
      notice = nil
      isPlaying = false
      if pane == .chart { leaveChart() }
    }
  }

  private mutating func pressOverOverlay(_ key: Key) {
    overlay = nil
    // The key that opened the help also closes it; q leaves the overlay, not the program.
    switch Binding.action(for: key) {
    case .showKeys?, .showCopy?, .showGains?, .quit?, .switchPane?, .type?, nil: break
    case let action?: perform(action)
    }
  }

  private mutating func perform(_ action: Action) {
    guard !action.isOfDistribution || scene.view == .distribution else {
      notice = .remark("Panels, bins and the crosshair belong to the distribution: press 1.")
      return
    }
    switch action {
    case .previousRow: moveRow(by: -1)
    case .nextRow: moveRow(by: 1)
    case .switchPane: switchPane()
    case .decrease: step(.coarse, up: false)
    case .increase: step(.coarse, up: true)
    case .decreaseFinely: step(.fine, up: false)
    case .increaseFinely: step(.fine, up: true)
    case .type: beginTyping()
    case .resetField: resetField()
    case .nextSeed: scene.seed = scene.seed.advanced(by: 1)
    case .previousSeed: scene.seed = scene.seed.advanced(by: -1)
    case .play: isPlaying.toggle()
    case .grow: resize(up: true)
    case .shrink: resize(up: false)
    case .showDistribution: show(.distribution)
    case .showPropagation: show(.propagation)
    case .showMatrix: show(.matrix)
    case .nextPanel: switchPanel(by: 1)
    case .previousPanel: switchPanel(by: -1)
    case .nextBins: switchBins(by: 1)
    case .previousBins: switchBins(by: -1)
    case .crosshair: pane == .chart ? leaveChart() : enterChart()
    case .pin: pin()
    case .unpin: scene.pin = nil
    case .exchange: exchange()
    case .nextGlyphs: switchGlyphs()
    case .nextTheme: switchTheme()
    case .enterScene: entry = Entry(.scene, text: "")
    case .showCopy: overlay = .copy
    case .showGains: overlay = .gains
    case .showKeys: overlay = .keys
    case .quit: isFinished = true
    }
  }

  private mutating func moveRow(by distance: Int) {
    switch pane {
    case .chart: switchPanel(by: distance)
    case .methods:
      let methods = Method.allCases
      let index = methods.firstIndex(of: scene.initializer.method) ?? 0
      select(methods[min(methods.count - 1, max(0, index + distance))])
    case .form:
      let index = fields.firstIndex(of: field) ?? 0
      field = fields[min(fields.count - 1, max(0, index + distance))]
    }
  }

  private mutating func select(_ method: Initializers.Method) {
    remembered[scene.initializer.method] = scene.initializer
    scene.initializer = initializer(for: method)
    if !fields.contains(field) { field = .shape }
    // The shape may be one that this method refuses; then the picture gives way to the reason.
    do {
      _ = try scene.recipe()
      refusal = nil
    } catch {
      refusal = error
    }
  }

  // Of methods with the same parameters only the law changes; otherwise what was there before.
  private func initializer(for method: Initializers.Method) -> Initializer {
    let present = scene.initializer
    var initializer = Initializer(method, of: present.framework)
    guard initializer.parameters == present.parameters else {
      return remembered[method] ?? initializer
    }
    for parameter in present.parameters { initializer[parameter] = present[parameter] }
    return initializer
  }
}
