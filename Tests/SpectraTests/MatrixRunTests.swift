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

  @Test("another picture of the same tensor takes the singular values that are known")
  func known() throws {
    let tensor = try Tensor(parsing: "xavier_normal --shape 400,300")
    let first = try MatrixMeasurement(of: Self.request("xavier_normal --shape 400,300"))
    let request = MatrixRequest(
      tensor: tensor, cellRows: 7, cellColumns: 9, known: first.outcome)
    #expect(request == MatrixRequest(tensor: tensor, cellRows: 7, cellColumns: 9))
    var run = try MatrixRun(request)
    var steps = 0
    while !run.isFinished {
      #expect(!run.isUninterruptible)
      try run.advance()
      steps += 1
    }
    // The weights are drawn for the picture, and nothing is decomposed.
    #expect(steps == (400 * 300 + 8191) / 8192)
    let fresh = try MatrixMeasurement(
      of: MatrixRequest(tensor: tensor, cellRows: 7, cellColumns: 9))
    #expect(run.snapshot().outcome == fresh.outcome)
    for (row, column) in [(0, 0), (3, 4), (6, 8)] {
      #expect(run.snapshot().picture[row, column] == fresh.picture[row, column])
    }
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
    let worker = try Worker<Job, Finding?>(wakeUp: {})
    defer { worker.stop() }
    for seed in 0..<50 { worker.request(Job(try Self.request("xavier_normal --seed \(seed)"))) }
    var last: MatrixMeasurement?
    while last?.isComplete != true || last?.request.tensor.seed.bits != 49 {
      last = (worker.take() ?? nil)?.report() ?? last
      try await Task.sleep(for: .milliseconds(1))
    }
    #expect(last?.spectrum?.values.count == 128)
  }
}
