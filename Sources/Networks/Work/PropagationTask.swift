internal import Background

/// A request being served, or refused.
struct PropagationTask: ResumableWork {
  private let request: PropagationRequest
  private var run: PropagationRun?
  private var error: PropagationError?

  init(_ request: PropagationRequest) {
    self.request = request
    do {
      run = try PropagationRun(request)
    } catch {
      self.error = error
    }
  }

  var isFinished: Bool { run?.isFinished ?? true }

  var isUninterruptible: Bool { run?.isUninterruptible ?? false }

  mutating func advance() {
    do throws(PropagationError) {
      try run?.advance()
    } catch {
      self.error = error
      run = nil
    }
  }

  func snapshot() -> PropagationOutcome? {
    if let run { return .report(run.snapshot()) }
    return error.map { .refused(request, $0) }
  }
}
