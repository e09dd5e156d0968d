/// What comes of a request.
package enum PropagationOutcome: Sendable {
  /// The signal through depth as far as it is known.
  case report(PropagationReport)
  /// The request cannot be served.
  case refused(PropagationRequest, PropagationError)

  /// Sends the signal through to the end.
  package init(of request: PropagationRequest) {
    do {
      var run = try PropagationRun(request)
      while !run.isFinished { try run.advance() }
      self = .report(run.snapshot())
    } catch {
      self = .refused(request, error)
    }
  }

  /// Whether nothing more will come.
  package var isFinished: Bool {
    switch self {
    case .report(let report): report.isFinished
    case .refused: true
    }
  }

  /// What was asked for.
  package var request: PropagationRequest {
    switch self {
    case .report(let report): report.request
    case .refused(let request, _): request
    }
  }
}
