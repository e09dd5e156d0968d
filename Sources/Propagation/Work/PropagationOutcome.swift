/// What comes of a request.
public enum PropagationOutcome: Sendable {
  /// The signal through depth as far as it is known.
  case report(PropagationReport)
  /// The request cannot be served.
  case refused(PropagationRequest, PropagationError)

  /// What was asked for.
  public var request: PropagationRequest {
    switch self {
    case .report(let report): report.request
    case .refused(let request, _): request
    }
  }
}
