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
    let worker = try PropagationWorker { news.raise() }
    defer { worker.stop() }
    let tensor = try Tensor(parsing: "xavier_normal")
    for depth in 1...20 {
      let network = try Network(depth: depth, width: 32, activation: .tanh)
      worker.request(PropagationRequest(tensor: tensor, network: network))
    }
    while true {
      news.wait()
      guard case .report(let report)? = worker.take() else { continue }
      guard report.isFinished, report.request.network.depth == 20 else { continue }
      #expect(report.layers.count == 20)
      break
    }
    #expect(worker.take() == nil)
  }

  @Test("A refusal is an outcome")
  func refusalIsAnOutcome() throws {
    let news = Signal()
    let worker = try PropagationWorker { news.raise() }
    defer { worker.stop() }
    let request = PropagationRequest(
      tensor: try Tensor(parsing: "dirac"),
      network: try Network(depth: 3, width: 8, activation: .relu))
    worker.request(request)
    news.wait()
    let outcome = try #require(worker.take())
    #expect(outcome.request == request)
    guard case .refused(_, let error) = outcome else {
      Issue.record("not refused")
      return
    }
    #expect(error == .refused(.needsThreeToFiveDimensions))
  }
}
