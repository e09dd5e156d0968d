import Background
import Initializers
import MeanField
import Networks
import Scenes
import Testing

@Suite("Signals on a thread of their own")
struct PropagationWorkerTests {
  @Test("The newest request is served, to its end")
  func newestIsServed() throws {
    let news = Signal()
    let worker = try Worker<Job, Finding?> { news.raise() }
    defer { worker.stop() }
    let tensor = try Tensor(parsing: "xavier_normal")
    for depth in 1...20 {
      let network = try Network(depth: depth, width: 32, activation: .tanh)
      worker.request(Job(PropagationRequest(tensor: tensor, network: network)))
    }
    while true {
      news.wait()
      guard let report: PropagationReport = (worker.take() ?? nil)?.report() else { continue }
      guard report.isComplete, report.request.network.depth == 20 else { continue }
      #expect(report.layers.count == 20)
      break
    }
    #expect((worker.take() ?? nil) == nil)
  }

  @Test("A refusal is an outcome")
  func refusalIsAnOutcome() throws {
    let news = Signal()
    let worker = try Worker<Job, Finding?> { news.raise() }
    defer { worker.stop() }
    let request = PropagationRequest(
      tensor: try Tensor(parsing: "dirac"),
      network: try Network(depth: 3, width: 8, activation: .relu))
    worker.request(Job(request))
    news.wait()
    let finding = try #require(worker.take() ?? nil)
    #expect(finding.job == Job(request) && finding.isComplete)
    guard case .failure(let error as PropagationError) = finding.result else {
      Issue.record("not refused")
      return
    }
    #expect(error == .refused(.needsThreeToFiveDimensions))
  }
}
