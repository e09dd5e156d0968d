import Initializers
import Measurements
import PseudoTerminals
import Scenes
import Statistics
import Testing
import WeightFiles

@Suite("A whole model is measured as one generator draws it")
struct ModelMeasurementTests {
  private let folder = Folder()

  // Every way to draw, among tensors that are drawn on several threads and some that are dropped.
  static let recipe = """
    _ kaiming_uniform --shape 800,900 --a sqrt(5)
    large xavier_uniform --shape 1000,700
    _ normal --shape 5
    small normal --shape 7
    bell kaiming_normal --shape 1025,1024
    none zeros --shape 300
    empty normal --shape 0,4
    cut trunc_normal --shape 100,70
    rotation orthogonal --shape 50,40
    holes sparse --shape 30,40 --sparsity 0.1
    last uniform --shape 33
    """

  struct Row: Sendable {
    let name: String
    let measurement: Measurement
  }

  @Test("every tensor's numbers are those of the weights that its file has", arguments: [0, 7])
  func weights(seed: UInt64) throws {
    let recipe = try ModelRecipe(parsing: Array(Self.recipe.utf8))
    var run = ModelMeasurementRun(recipe, seed: Seed(seed)) { Row(name: $0.name, measurement: $1) }
    var progress = 0.0
    while !run.isFinished {
      try run.advance()
      #expect(run.progress >= progress && run.progress <= 1)
      progress = run.progress
    }
    #expect(run.progress == 1)
    try run.advance()
    var memory = Memory()
    try WeightFile(recipe, seed: Seed(seed)).write(into: &memory)
    let header = (0..<8).reduce(8) { $0 + Int(memory.bytes[$1]) << (8 * $1) }
    var rest = memory.bytes.dropFirst(header)
    let kept = recipe.tensors.filter(\.isKept)
    #expect(run.snapshot().map(\.name) == kept.map(\.name))
    for (tensor, row) in zip(kept, run.snapshot()) {
      let count = tensor.recipe.shape.count
      let weights = rest.prefix(4 * count).withUnsafeBytes { bytes in
        (0..<count).map { bytes.loadUnaligned(fromByteOffset: 4 * $0, as: Float.self) }
      }
      rest = rest.dropFirst(4 * count)
      let (measurement, name) = (row.measurement, row.name)
      #expect(measurement.isComplete && measurement.drawnCount == count, "\(name)")
      guard count > 0 else { continue }
      let mean = weights.reduce(0) { $0 + Double($1) } / Double(count)
      #expect(abs(measurement.allMoments.mean - mean) < 1e-12, "\(name)")
      #expect(measurement.allMoments.minimum == weights.min().map(Double.init), "\(name)")
      #expect(measurement.allMoments.maximum == weights.max().map(Double.init), "\(name)")
    }
    #expect(rest.isEmpty)
  }

  @Test("the first tensor of a recipe is the one of its scene")
  func alone() throws {
    let tensor = try Tensor(parsing: "xavier_normal --shape 900,700 --seed 3")
    let recipe = try ModelRecipe(parsing: Array("w xavier_normal --shape 900,700".utf8))
    var run = ModelMeasurementRun(recipe, seed: Seed(3)) { $1 }
    while !run.isFinished { try run.advance() }
    let (own, inModel) = (try Measurement(of: tensor), try #require(run.snapshot().first))
    #expect(own.moments == inModel.moments && own.histogram == inModel.histogram)
    #expect(own.kolmogorovSmirnov == inModel.kolmogorovSmirnov)
  }

  @Test("describe prints a line a tensor, and as JSON what it prints of a scene")
  func command() {
    let outcome = folder.run(
      """
      printf 'a normal --shape 2,2\\n_ normal --shape 9\\nbias zeros --shape 3\\n' > model
      initscope describe --recipe model --seed 5 | cut -c 1-19 | sed 's/ *$//'
      initscope describe --seed 5 --json --recipe - < model > j
      grep -c '"sample" : {' j; grep '^      "name"' j; grep '"seed"' j
      initscope describe --recipe model --shape 3; echo $?
      """)
    #expect(
      outcome.output == """
        tensor  method  sha
        a       normal  2,2
        bias    zeros   3

        2 tensors, 7 weight
        2
              "name" : "a",
              "name" : "bias",
          "seed" : 5,
        initscope: --recipe takes no scene but --seed, so '--shape' is not accepted
        1

        """)
  }
}
