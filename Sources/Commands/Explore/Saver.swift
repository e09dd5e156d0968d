internal import Attribution
internal import Background
private import COutput
internal import Explorer
private import Glibc
internal import Initializers
private import Mathematics
internal import Measurements
internal import Networks
internal import Scenes
internal import Screen
private import Synchronization
internal import WeightFiles
internal import Words

/// Writes the files that the explorer saves, each on a thread of its own and one at a time.
final class Saver: Sendable {
  private struct State {
    var messages: [Message] = []
    var isStopped = false
  }

  private let state = Mutex(State())
  private let wakeUp: @Sendable () -> Void

  /// Makes a saver, for as long as signals are the terminal's.
  ///
  /// - Parameter wakeUp: called on one of its threads whenever there is something to take.
  init(wakeUp: @escaping @Sendable () -> Void) {
    self.wakeUp = wakeUp
    output_leave_signals()
  }

  /// Begins to write a file, which `take` tells of, or returns why it does not.
  func begin(_ saving: Saving) -> SaveOutcome? {
    do {
      let path = Self.inHome(saving.path)
      guard case .beside(_, let existing) = try OutputPlace(path) else {
        return .refused(Phrase("save.irregular", ["path": .text(saving.path)]))
      }
      if existing != nil, !saving.replaces { return .exists }
      try BackgroundThread.start { [self] in
        tell(.saved(path: saving.path, write(saving, to: path)))
      }
      return nil
    } catch {
      return .refused(.of(error))
    }
  }

  /// What has become of files since the last time.
  func take() -> [Message] {
    state.withLock { state in
      defer { state.messages = [] }
      return state.messages
    }
  }

  /// Gives up a file that is being written, as the process ends.
  func stop() {
    state.withLock { state in
      state.isStopped = true
      output_discard_unfinished()
    }
  }

  private func tell(_ message: Message) {
    state.withLock { $0.messages.append(message) }
    wakeUp()
  }

  private func write(_ saving: Saving, to path: String) -> SaveOutcome {
    do {
      let content = try SavedContent(saving)
      var file = try open(path)
      do {
        let bytes = try content.write(into: &file) { percent in tell(.saving(percent: percent)) }
        try file.commit()
        return .written(bytes: bytes)
      } catch {
        return .failed(.of(error))
      }
    } catch {
      return .refused(.of(error))
    }
  }

  // Nothing may be begun that `stop` would not see.
  private func open(_ path: String) throws(OutputError) -> OutputFile {
    try state.withLock { state throws(OutputError) in
      guard !state.isStopped else { throw .closedPipe(path: path) }
      return try OutputFile(path)
    }
  }

  // No shell has read the name.
  private static func inHome(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }
}

/// What a saved file has in it.
enum SavedContent {
  case bytes([UInt8])
  case weights(WeightFile)

  /// Makes what a format has of a screen.
  ///
  /// - Throws: why there is none.
  init(_ saving: Saving) throws {
    let scene = saving.screen.scene
    switch saving.format {
    case .svg: self = .bytes(try FrameFormat.svg.bytes(of: saving.screen))
    case .png: self = .bytes(try FrameFormat.png.bytes(of: saving.screen))
    case .txt: self = .bytes(try FrameFormat.text.bytes(of: saving.screen))
    case .ansi: self = .bytes(try FrameFormat.ansi.bytes(of: saving.screen))
    case .words: self = .bytes(try FrameFormat.words.bytes(of: saving.screen))
    case .json: self = .bytes(Array(try Self.json(of: saving.screen).utf8))
    case .npy: self = .weights(try WeightFile(scene.tensor, format: .npy))
    case .scene: self = .bytes(Array("\(scene.line)\n".utf8))
    }
  }

  /// What the command that belongs to the scene's view prints of it as JSON.
  private static func json(of screen: Model) throws -> String {
    let scene = screen.scene
    switch scene.view {
    case .distribution, .matrix:
      return try JSONText.encode(Description(Measurement(of: scene.tensor)))
    case .tensors:
      // Of files that are still being read, what is known so far.
      guard let survey = screen.surveyReport?.survey else { throw SavingError.nothingRead }
      let findings = survey.rows.flatMap { CheckFinding.all(of: $0, claiming: FileClaim()) }
      return try JSONText.encode(CheckDescription(survey, findings: findings))
    case .layers:
      guard let layer = scene.tensor.layer else {
        return try JSONText.encode(Description(Measurement(of: scene.tensor)))
      }
      let request = LayerRequest(layer.call, in: Framework.all, seed: scene.seed)
      return try JSONText.encode(LayerDescription.all(of: request.answer()))
    case .propagation:
      let network = try scene.network.network(for: scene.tensor)
      let report = try PropagationRequest(tensor: scene.tensor, network: network).answer()
      return try JSONText.encode(PropagationDescription(report))
    }
  }

  /// Writes it, and returns how many bytes that are.
  ///
  /// - Parameter progress: told the percentage that is written, whenever it is another one.
  func write(into file: inout OutputFile, progress: (Int) -> Void) throws -> Int {
    switch self {
    case .bytes(let bytes): try bytes.withUnsafeBytes { try file.write($0) }
    case .weights(let weights):
      let total = Double(max(1, weights.count))
      var (done, percent) = (0.0, 0)
      try weights.write(into: &file) { count in
        done += Double(count)
        let next = Int(clamping: 100 * done / total)
        if next != percent { progress(next) }
        percent = next
      }
    }
    return file.bytes
  }
}

/// Why there is nothing to save.
enum SavingError: Error, Hashable, Worded {
  /// No file is open, or nothing of it is read yet.
  case nothingRead

  var phrase: Phrase {
    switch self {
    case .nothingRead: Phrase("error.save.nothing-read")
    }
  }
}
