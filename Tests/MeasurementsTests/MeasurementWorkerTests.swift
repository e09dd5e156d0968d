import Background
import Initializers
import Measurements
import Scenes
import Synchronization
import Testing

@Suite("A worker serves the newest tensor")
struct MeasurementWorkerTests {
  @Test("of many tensors in a row the last one is measured")
  func newest() async throws {
    let worker = try Worker<Job, Finding?>(wakeUp: {})
    defer { worker.stop() }
    for seed in 0..<200 {
      let tensor = try Tensor(parsing: "xavier_normal --seed \(seed)")
      worker.request(Job(MeasurementRequest(tensor: tensor)))
    }
    var last: Measurement?
    while last?.tensor.seed.bits != 199 { last = try await newest(of: worker) ?? last }
    #expect(last?.isComplete == true)
  }

  private func newest(of worker: Worker<Job, Finding?>) async throws -> Measurement? {
    for _ in 0..<60_000 {
      if let measurement: Measurement = (worker.take() ?? nil)?.report(), measurement.isComplete {
        return measurement
      }
      try await Task.sleep(for: .milliseconds(1))
    }
    return nil
  }
}
