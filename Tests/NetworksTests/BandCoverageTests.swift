import Glibc
import Initializers
import MeanField
import Networks
import Scenes
import Testing

/// Whether networks drawn from seeds keep to their bands: 95.4 % of normal numbers lie within 2σ.
///
/// The long form draws 400 networks of 30 layers each and prints, as each kind is done, thousandths of
/// networks inside (mean, least and most over layers) and the scores' mean and spread over networks:
///
///     BAND_COVERAGE=long swift test -c release -Xswiftc -enable-testing --disable-xctest \
///       --filter BandCoverageTests
///
/// Instead of `long` it takes part of a description, such as `tanh` or `× 256, batch 64`.
@Suite struct BandCoverageTests {
  struct Networks: CustomTestStringConvertible {
    var line: String
    var activation: Activation
    var width = 64
    var batch: Int
    var input = NetworkInput.gaussian
    var hasBias = false
    var seeds = 100
    var depth = 8
    /// Why they have no band of the signal; nil where they have one.
    var absence: BandAbsence?

    var testDescription: String {
      "\(line), \(activation), \(depth) × \(width), batch \(batch)\(hasBias ? ", bias" : "")"
    }

    /// The scores of every network, forward and backward by layer; none where there is no band.
    func scores() throws -> (forward: [[Double]], backward: [[Double]]) {
      let network = try Network(
        depth: depth, width: width, activation: activation, batch: batch, input: input,
        hasBias: hasBias)
      var (forward, backward): ([[Double]], [[Double]]) = ([], [])
      for seed in 0..<seeds {
        var tensor = try Tensor(parsing: line)
        tensor.seed = Seed(UInt64(seed))
        let report = try Simulation.report(PropagationRequest(tensor: tensor, network: network))
        let prediction = try #require(report.prediction)
        #expect(prediction.bandAbsence == absence)
        guard absence == nil else { return ([], []) }
        func scores(_ values: [Double], _ bands: [Band]) -> [Double] {
          zip(values, bands).map { log($0 / $1.centre) / $1.logarithmicDeviation }
        }
        if prediction.hasBands {
          forward.append(scores(report.layers.map(\.preActivations.meanSquare), prediction.bands))
        }
        if prediction.hasGradientBands {
          let gradients = report.layers.compactMap(\.gradient?.meanSquare)
          // The last layer's gradient is given.
          backward.append(scores(gradients, prediction.gradientBands).dropLast())
        }
      }
      return (forward, backward)
    }
  }

  static let short: [Networks] = [
    Networks(line: "kaiming_normal --nonlinearity relu", activation: .relu, batch: 16),
    Networks(line: "xavier_uniform", activation: .linear, batch: 256, input: .uniform),
    Networks(line: "xavier_normal --gain 5/3", activation: .tanh, batch: 64, seeds: 80, depth: 5),
    Networks(line: "xavier_normal --gain 5/3", activation: .tanh, batch: 1, seeds: 80, depth: 5),
    Networks(
      line: "kaiming_uniform --a 2.23606797749979", activation: .relu, batch: 64, hasBias: true,
      seeds: 80),
    Networks(
      line: "sparse --sparsity 0.5 --std 0.25", activation: .relu, width: 128, batch: 8, seeds: 60),
  ]

  static let long: [Networks] = {
    var all: [Networks] = []
    let kinds: [(String, Activation)] = [
      ("kaiming_normal --nonlinearity relu", .relu),
      ("kaiming_normal --nonlinearity leaky_relu --a 0.01", .leakyRelu()),
      ("xavier_normal --gain 5/3", .tanh), ("xavier_normal", .tanh), ("xavier_normal", .linear),
      ("xavier_normal", .selu), ("xavier_normal --gain 1.2451983", .elu),
      ("kaiming_uniform --nonlinearity relu", .relu), ("xavier_uniform", .linear),
      ("xavier_uniform --gain 5/3", .tanh),
    ]
    for (line, activation) in kinds {
      for (width, batches) in [(64, [1, 8, 64, 1024]), (256, [1, 64])] {
        all += batches.map { batch in
          // One input's tanh strays too far in so many layers of so few neurons.
          let strays = line == "xavier_normal" && activation == .tanh && width == 64 && batch == 1
          return Networks(
            line: line, activation: activation, width: width, batch: batch, seeds: 400, depth: 30,
            absence: strays ? .unstable : nil)
        }
      }
    }
    return all + [
      Networks(
        line: "kaiming_uniform --a 2.23606797749979", activation: .relu, batch: 64, hasBias: true,
        seeds: 400, depth: 30),
      Networks(
        line: "sparse --sparsity 0.5 --std 0.25", activation: .relu, width: 128, batch: 64,
        seeds: 400, depth: 30),
      Networks(
        line: "sparse --sparsity 0.9 --std 0.1397542486", activation: .relu, width: 1024, batch: 8,
        seeds: 400, depth: 8),
    ]
  }()

  static let asked = getenv("BAND_COVERAGE").map { String(cString: $0) }

  static var isLong: Bool { asked != nil }

  static var chosen: [Networks] {
    guard let asked else { return short }
    return asked == "long" ? long : long.filter { $0.testDescription.contains(asked) }
  }

  @Test("Networks keep to their bands", arguments: chosen)
  func coverage(networks: Networks) throws {
    let scores = try networks.scores()
    #expect(scores.forward.isEmpty == (networks.absence != nil))
    if let absence = networks.absence, Self.isLong {
      print("\(networks.testDescription) no band: \(absence.reason)")
    }
    for (direction, rows) in [("forward ", scores.forward), ("backward", scores.backward)]
    where !rows.isEmpty {
      let layers = rows[0].indices.map { layer in rows.map { $0[layer] } }
      let shares = layers.map { layer in share(layer) }
      let count = Double(rows.count)
      if Self.isLong {
        let picked = [0, 1, 4, 9, 19, 28].filter { $0 < shares.count }
        print(
          "\(networks.testDescription) \(direction)",
          "mean", number(shares.reduce(0, +) / Double(shares.count)),
          "least", number(shares.min() ?? 0), "most", number(shares.max() ?? 0), "layers",
          picked.map { "\($0 + 1): \(number(shares[$0]))" }.joined(separator: ", "),
          "score", number(layers.map(mean).reduce(0, +) / Double(layers.count)),
          "spread", number(layers.map(spread).reduce(0, +) / Double(layers.count)))
        // A pipe would keep the rows until the last is done.
        fflush(nil)
      }
      // The share of so many networks is known to a standard error of √(p(1 − p)/count).
      let error = 3.5 * (0.95 * 0.05 / count).squareRoot()
      for (layer, scores) in zip(1..., layers) {
        #expect(share(scores) > 0.93 - error, "\(direction) layer \(layer)")
        #expect(share(scores) < 0.97 + error, "\(direction) layer \(layer)")
        // Bands that are too wide hide in the share of few networks, not in their spread.
        let (middle, width) = (mean(scores), spread(scores))
        #expect(
          abs(middle) < 0.3 + 3.5 / count.squareRoot(), "\(direction) layer \(layer): \(middle)")
        #expect(
          abs(width - 1) < 0.15 + 3.5 / (2 * count).squareRoot(),
          "\(direction) layer \(layer): \(width)")
      }
    }
  }

  private func mean(_ scores: [Double]) -> Double {
    scores.reduce(0, +) / Double(scores.count)
  }

  private func spread(_ scores: [Double]) -> Double {
    let middle = mean(scores)
    return mean(scores.map { ($0 - middle) * ($0 - middle) }).squareRoot()
  }

  private func share(_ scores: [Double]) -> Double {
    Double(scores.count { abs($0) < 2 }) / Double(scores.count)
  }

  private func number(_ value: Double) -> String { String(Int((value * 1000).rounded())) }

  @Test("A prediction says why it has no band")
  func absence() throws {
    func prediction(_ line: String, _ activation: Activation, width: Int = 64, batch: Int = 8)
      throws -> Prediction
    {
      let request = PropagationRequest(
        tensor: try Tensor(parsing: line),
        network: try Network(depth: 20, width: width, activation: activation, batch: batch))
      return try #require(try PropagationRun(request).snapshot().prediction)
    }
    let orthogonal = try prediction("orthogonal", .relu)
    #expect(orthogonal.bandAbsence == .orthogonal && orthogonal.gradientBandAbsence == .orthogonal)
    #expect(!orthogonal.hasBands && !orthogonal.hasGradientBands)
    let sparse = try prediction("sparse --sparsity 0.9 --std 0.5", .relu)
    #expect(sparse.bandAbsence == .heavyTails && sparse.gradientBandAbsence == .heavyTails)
    let gelu = try prediction("xavier_normal --gain 1.53353", .gelu, width: 128, batch: 1)
    #expect(gelu.bandAbsence == .unstable && gelu.gradientBandAbsence == .unstable)
    let tanh = try prediction("xavier_normal --gain 5/3", .tanh)
    #expect(tanh.hasBands && tanh.gradientBandAbsence == .batchOfGradients)
    #expect(try prediction("xavier_normal", .tanh, batch: 1).hasGradientBands)
    let relu = try prediction("kaiming_normal --nonlinearity relu", .relu)
    #expect(relu.hasBands && relu.hasGradientBands)
    #expect(relu.bands.count == 20 && relu.bandBatch == 8)
  }
}
