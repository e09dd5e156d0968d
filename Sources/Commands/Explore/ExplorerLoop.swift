internal import Explorer
private import Glibc
internal import Screen
internal import Terminal
internal import WeightFiles

/// The explorer at work: events in, model updated, numbers fetched, frames out.
struct ExplorerLoop {
  let session: TerminalSession
  let workers: ExplorerWorkers
  let saver: Saver
  /// Tells of changes of the lecture's file.
  var watch: LectureWatch?
  /// Takes down what is shown.
  var recording: Recording?
  /// Tells those who follow the lecture.
  var announcer: LectureAnnouncer?

  // A key's numbers usually arrive within this time; then both come in one repaint.
  private static let patience = Duration.milliseconds(12)
  private static let fadeInterval = Duration.milliseconds(350)

  /// Runs from a first state until the user leaves.
  ///
  /// - Returns: the signal that ended it, if one did.
  func run(_ first: Model) -> Int32? {
    var model = first
    workers.carryOut(model.work)
    var isDirty = true
    var paintDeadline = ContinuousClock.now + Self.patience
    var nextTick: ContinuousClock.Instant?
    var nextFade: ContinuousClock.Instant?
    let start = ContinuousClock.now
    var nextMinute = model.lecturing == nil ? nil : start + .seconds(60)
    var nextLook = watch.map { _ in start + LectureWatch.interval }
    var nextClick = model.clickInterval.map { start + $0 }

    while !model.isFinished {
      let isReady = session.isReady
      if isDirty && isReady && (model.isSettled || ContinuousClock.now >= paintDeadline) {
        let frame = view(model)
        session.present(frame, model.capabilities)
        recording?.add(frame, model.capabilities, chapter: model.lecturing?.chapter)
        isDirty = false
      }
      let deadlines = [
        isDirty && isReady ? paintDeadline : nil, nextTick, nextFade, nextMinute, nextLook,
        nextClick,
      ].compactMap(\.self)
      let place = model.lecturing?.place
      let timeout = deadlines.min().map { ContinuousClock.now.duration(to: $0) }
      for event in session.events(timeout: timeout, files: announcer?.files ?? []) {
        switch event {
        case .key(let key):
          model.update(.key(key))
          nextFade = model.isFading ? .now + Self.fadeInterval : nil
          for effect in model.takeEffects() { carryOut(effect, for: &model) }
        case .interrupt:
          model.update(.key(.control("c")))
          if model.isFinished { return SIGINT }
        case .resize(let size): model.update(.resized(size))
        case .redraw: break
        case .background(let color): model.update(.background(color))
        case .columns(let columns, let text):
          if let set = GlyphSet.allCases.first(where: { $0.sample == text }) {
            model.update(.columns(columns, of: set))
          }
        case .wakeUp:
          let messages = workers.take() + saver.take()
          if messages.isEmpty { continue }
          for message in messages { model.update(message) }
        case .files:
          let clicks = announcer?.serve() ?? []
          if clicks.isEmpty { continue }
          for click in clicks { model.update(click.message) }
          nextFade = model.isFading ? .now + Self.fadeInterval : nil
        case .quit(let signal): return signal
        }
        if !isDirty { paintDeadline = .now + Self.patience }
        isDirty = true
      }
      if let fade = nextFade, ContinuousClock.now >= fade {
        model.update(.fade)
        if !isDirty { paintDeadline = .now + Self.patience }
        isDirty = true
        nextFade = model.isFading ? .now + Self.fadeInterval : nil
      }
      if let tick = nextTick, ContinuousClock.now >= tick {
        // A seed that is still being drawn is not thrown away for the next one.
        if model.isSettled {
          model.update(.tick)
          if !isDirty { paintDeadline = .now + Self.patience }
          isDirty = true
        }
        nextTick = .now + model.tickInterval
      }
      if let minute = nextMinute, ContinuousClock.now >= minute {
        let minutes = Int(clamping: start.duration(to: .now).components.seconds / 60)
        model.update(.elapsed(minutes: minutes))
        nextMinute = start + .seconds(60 * (minutes + 1))
        isDirty = true
      }
      if let look = nextLook, ContinuousClock.now >= look {
        if let message = watch?.look() {
          model.update(message)
          isDirty = true
        }
        nextLook = .now + LectureWatch.interval
      }
      if let click = nextClick, ContinuousClock.now >= click {
        model.update(.click)
        isDirty = true
        nextClick = nil
      }
      if model.lecturing?.place != place || (nextClick == nil) != (model.clickInterval == nil) {
        nextClick = model.clickInterval.map { .now + $0 }
      }
      if model.isPlaying != (nextTick != nil) {
        nextTick = model.isPlaying ? .now + model.tickInterval : nil
      }
      workers.carryOut(model.work)
      announcer?.tell(model.lectureState)
    }
    return nil
  }

  private func carryOut(_ effect: Effect, for model: inout Model) {
    switch effect {
    case .mouse(let isOn): session.listenToMouse(isOn)
    case .copy(let text, let clipboard): session.copy(text, to: clipboard)
    case .open(let path, let scene):
      do throws(TensorFileError) {
        model.update(.opened(try TensorFile(path), for: scene))
      } catch {
        model.update(.notOpened(error.phrase))
      }
    case .save(let saving):
      if let outcome = saver.begin(saving) { model.update(.saved(path: saving.path, outcome)) }
    }
  }
}
