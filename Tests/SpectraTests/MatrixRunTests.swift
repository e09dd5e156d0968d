import Background
import Initializers
import Scenes
import Spectra
import Testing

@Suite("A matrix measurement in progress", .timeLimit(.minutes(1)))
struct MatrixRunTests {
  private static func request(_ line: String) throws -> MatrixRequest {
    MatrixRequest(tensor: try Tensor(parsing: line), cellRows: 20, cellColumns: 40)
  }

  @Test("the picture comes first, the singular values in one go at the end")
  func order() throws {
    var run = try MatrixRun(Self.request("xavier_normal --shape 400,300"))
    var steps = 0
    while run.snapshot().progress < 1 {
      #expect(!run.isUninterruptible && run.snapshot().outcome == .pending)
      try run.advance()
      steps += 1
    }
    #expect(steps == (400 * 300 + 8191) / 8192)
    #expect(run.isUninterruptible && !run.isFinished && run.snapshot().spectrum == nil)
    #expect(run.snapshot().picture[19, 37] != nil)
    try run.advance()
    #expect(run.isFinished && !run.isUninterruptible && run.snapshot().spectrum != nil)
    try run.advance()
    #expect(run.isFinished)
  }

  @Test("only the first block of a tensor drawn as a whole cannot be given up")
  func whole() throws {
    var run = try MatrixRun(Self.request("orthogonal --shape 200,100"))
    #expect(run.isUninterruptible)
    try run.advance()
    #expect(!run.isUninterruptible)
  }

  @Test("of many requests in a row the last one is measured")
  func worker() async throws {
    let worker = try MatrixWorker {}
    defer { worker.stop() }
    for seed in 0..<50 { worker.request(try Self.request("xavier_normal --seed \(seed)")) }
    var last: MatrixMeasurement?
    while last?.isComplete != true || last?.request.tensor.seed.bits != 49 {
      if case .report(let measurement)? = worker.take() { last = measurement }
      try await Task.sleep(for: .milliseconds(1))
    }
    #expect(last?.spectrum?.values.count == 128)
  }
}
