import Foundation
import Initializers
import MeanField
import Measurements
import Networks
import Readings
import Scenes
import Spectra
import Testing

@testable import Commands
@testable import Explorer

@Suite("Readings")
struct ReadingTests {
  static let lines = [
    "kaiming_normal --shape 512,1024 --seed 0", "xavier_uniform --shape 64,48",
    "sparse --sparsity 0.3 --shape 60,40", "orthogonal --shape 24,40", "eye --shape 5,7",
    "constant --val nan --shape 3,3", "trunc_normal --shape 7", "normal --shape 1,1",
    "uniform --shape 0,3", "normal --std 1e-45 --shape 20,20",
  ]

  private func tensor(_ line: String) throws -> Tensor {
    try Scene(parsing: line).tensor
  }

  private func report(_ line: String) throws -> PropagationReport {
    let scene = try Scene(parsing: line)
    let network = try scene.network.network(for: scene.tensor)
    var run = try PropagationRun(PropagationRequest(tensor: scene.tensor, network: network))
    while !run.isFinished { try run.advance() }
    return run.snapshot()
  }

  // Everything that readings have, as JSON has it.
  private func numbers(_ readings: [Reading]) -> Set<Double> {
    Set(
      readings.flatMap {
        [$0.theory, $0.sample, $0.z, $0.typical, $0.band?.low, $0.band?.high].compactMap(\.self)
      })
  }

  private func numbers(_ json: Any, except keys: Set<String>, path: String = "") -> [(
    path: String, number: Double
  )] {
    switch json {
    case let object as [String: Any]:
      object.filter { !keys.contains($0.key) }
        .flatMap { numbers($0.value, except: keys, path: "\(path).\($0.key)") }
    case let array as [Any]: array.flatMap { numbers($0, except: keys, path: path) }
    case let number as NSNumber where String(cString: number.objCType) != "c":
      [(path, number.doubleValue)]
    default: []
    }
  }

  private func expect(
    _ description: some Encodable, from readings: [Reading], except keys: Set<String>
  ) throws {
    let json = try JSONSerialization.jsonObject(
      with: Data(try JSONText.encode(description).utf8))
    let known = numbers(readings)
    for (path, number) in numbers(json, except: keys) {
      // Foundation reads a decimal to a few units in the last place.
      #expect(
        known.contains { abs($0 - number) <= 1e-14 * abs(number) }, "\(path) \(number)")
    }
  }

  @Test("are all numbers that describe prints", arguments: lines)
  func describe(line: String) throws {
    let measurement = try Measurement(of: tensor(line))
    try expect(
      Description(measurement),
      from: SampleReadings(measurement).all,
      except: ["shape", "seed", "params"])
  }

  @Test(
    "are all numbers that propagate prints",
    arguments: [
      "kaiming_normal --depth 12 --width 32 --activation relu --batch 4",
      "xavier_normal --depth 9 --width 16 --activation tanh --bias --batch 2",
      "orthogonal --depth 3 --width 8 --activation gelu", "ones --depth 2 --width 8",
    ])
  func propagate(line: String) throws {
    let report = try report(line)
    let gains = Gains(report.request.network.activation)
    try expect(
      PropagationDescription(report),
      from: SignalReadings(report).all + GainReadings(gains).all,
      except: ["seed", "depth", "width", "batch", "layer"])
  }

  @Test("are what A and B are compared by", arguments: lines)
  func compared(line: String) throws {
    let readings = SampleReadings(try Measurement(of: tensor(line)))
    let known = numbers(readings.all)
    for row in ComparedRow.rows(nil, readings) where !row.b.isNaN {
      #expect(known.contains(row.b), "\(row.label)")
    }
  }

  @Test("have the values that their units allow", arguments: lines)
  func units(line: String) throws {
    let tensor = try tensor(line)
    let matrix = try MatrixMeasurement(
      of: MatrixRequest(tensor: tensor, cellRows: 4, cellColumns: 4))
    let readings =
      SampleReadings(try Measurement(of: tensor)).all + SpectrumReadings(matrix).all
      + SignalReadings(try report("kaiming_normal --depth 3 --width 8 --batch 2")).all
    #expect(Set(readings.map(\.name)).count == readings.count)
    for reading in readings {
      for value in [reading.sample, reading.theory].compactMap(\.self) where !value.isNaN {
        switch reading.unit {
        case .share: #expect((0...1).contains(value), "\(reading.name)")
        case .count: #expect(value >= 0 && value == value.rounded(), "\(reading.name)")
        case .meanSquare, .layers: #expect(value >= 0, "\(reading.name)")
        case .weight, .squaredWeight, .signal, .none: break
        }
      }
    }
  }

  // PyTorch 2 and scipy of the same weights.
  @Test("have the numbers that others find")
  func reference() throws {
    let readings = SampleReadings(try Measurement(of: tensor(Self.lines[0])))
    func near(_ value: Double?, _ expected: Double, _ tolerance: Double) -> Bool {
      value.map { abs($0 - expected) <= tolerance } ?? false
    }
    #expect(near(readings[.std].theory, 0.0441942, 5e-8))
    #expect(near(readings[.std].sample, 0.0442141, 1e-7))
    #expect(near(readings[.distance].sample, 0.001359, 5e-7))
    #expect(near(readings[.probability].sample, 0.287, 0.0005))
    #expect(readings[.weights].sample == 524_288 && readings[.fanIn].sample == 1024)
  }

  @Test("of a matrix are those that its shape and theory have")
  func matrix() throws {
    func names(_ line: String) throws -> [String] {
      let request = MatrixRequest(tensor: try tensor(line), cellRows: 4, cellColumns: 4)
      return SpectrumReadings(try MatrixMeasurement(of: request)).all.map(\.name.word)
    }
    let wide = ["sigma_max", "sigma_min", "condition", "gram_rows", "rank"]
    #expect(try names("normal --shape 20,30") == wide + ["spectrum_ks", "frobenius"])
    #expect(
      try names("eye --shape 7,5").suffix(4) == ["gram_columns", "rank", "order", "frobenius"])
  }
}
