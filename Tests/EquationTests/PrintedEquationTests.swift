import Foundation
import Initializers
import Measurements
import Networks
import Scenes
import Screen
import Spectra
import TestSupport
import Testing
import Words

@testable import Commands
@testable import Explorer

@Suite("Every printed equation, read as mathematics, computes to its right side")
struct PrintedEquationTests {
  @Test("of what describe prints, as text and as JSON", arguments: 0..<3)
  func describe(seed: Int) throws {
    var scenes = RandomScenes(seed: 100 + UInt64(seed))
    for _ in 0..<150 {
      let tensor = scenes.next(isSmall: true)
      let measurement = try Measurement(of: tensor)
      for equation in Self.equations(describing: DescriptionText(measurement).text) {
        equation.expectTrue(digits: 7, tensor.line)
      }
      for part in Description(measurement).formula.substituted.components(
        separatedBy: "; ")
      {
        Equation(part).expectTrue(digits: 4, tensor.line)
      }
    }
  }

  // A side a line, the first beside the name, after a column of labels.
  private static func equations(describing text: String) -> [Equation] {
    var equations: [(name: String, sides: [String])] = []
    for line in text.split(separator: "\n") {
      let value = line.dropFirst(14)
      guard line.count > 14, value.hasPrefix("= ") else { continue }
      let label = line.prefix(14).trimmingCharacters(in: .whitespaces)
      if !label.isEmpty { equations.append((label, [])) }
      equations[equations.count - 1].sides.append(String(value.dropFirst(2)))
    }
    return equations.map { Equation(name: $0.name, sides: $0.sides) }
  }

  @Test("of the panel of equations, whatever its size", arguments: GlyphSet.allCases)
  func panel(glyphs: GlyphSet) throws {
    var scenes = RandomScenes(seed: 200)
    let lettering = Lettering(glyphs: glyphs, words: .english)
    for index in 0..<150 {
      let tensor = scenes.next(isSmall: false)
      let recipe = try tensor.recipe()
      for columns in [24, 31, 36, 60, 90] {
        let room = 1 + (index + columns) % 15
        var lines = EquationLines(lettering, columns: columns)
        lines.add(recipe.formulas, room: room)
        for line in Self.joined(lines.mostImportant(room), lettering) {
          let equation = Equation(line)
          // Names for symbols are another test's; here what is shown must hang together.
          #expect(recipe.formulas.contains { lettering.shown($0.name) == equation.name }, "\(line)")
          let numbers = recipe.formulas.first { lettering.shown($0.name) == equation.name }
            .map { lettering.shown($0.substituted()) }
          guard let numbers, equation.sides.contains(numbers) else { continue }
          Equation(name: equation.name, sides: [numbers, equation.sides.last ?? ""])
            .expectTrue(digits: 4, tensor.line)
        }
      }
    }
  }

  // Lines with their further ones, which are indented.
  private static func joined(_ lines: [[(String, Style)]], _ lettering: Lettering) -> [String] {
    var result: [String] = []
    for line in lines.map({ lettering.shown($0.map(\.0).joined()) }) {
      guard line.hasPrefix(" "), let last = result.popLast() else {
        result.append(line)
        continue
      }
      let part = String(line.drop { $0 == " " })
      // A break beside an equals sign or inside a list took its blank.
      let glue = part.hasPrefix("=") || last.hasSuffix("=") || last.hasSuffix(",") ? " " : ""
      result.append(last + glue + part)
    }
    return result.map { $0.replacingOccurrences(of: "  ", with: " ") }
  }

  @Test("of the theory of singular values", arguments: 0..<2)
  func spectra(seed: Int) throws {
    var scenes = RandomScenes(seed: 300 + UInt64(seed))
    for _ in 0..<500 {
      let tensor = scenes.next(isSmall: false)
      let recipe = try tensor.recipe()
      let rows = tensor.shape.extents.first ?? 1
      let columns = rows > 0 ? tensor.shape.count / rows : 0
      let theory = SpectrumTheory(try DrawnWeights(tensor), rows: rows, columns: columns)
      var names: [String: Double]?
      if case .marchenkoPastur(let law, let outlier) = theory {
        names = [
          "std": law.std, "m": Double(max(rows, columns)), "n": Double(min(rows, columns)),
          "mean": recipe.law.mean, "θ": outlier?.strength ?? .nan,
        ]
      }
      // Squares of θ must be numbers for whoever computes them.
      if let strength = names?["θ"], !strength.isNaN, !(1e-70...1e70).contains(strength) {
        continue
      }
      for formula in theory.formulas {
        Equation(name: formula.name, sides: formula.sides()).expectTrue(
          digits: 4, where: names, tensor.line)
      }
    }
  }

  @Test("of the theory of a signal through depth", arguments: 0..<2)
  func signals(seed: Int) throws {
    var random = SplitMix(seed: 500 + UInt64(seed))
    for _ in 0..<25 {
      let line = random.pick([
        "xavier_normal", "xavier_uniform --gain -0", "kaiming_uniform --a sqrt(5)",
        "kaiming_normal --nonlinearity relu", "normal --std 0.02/sqrt(2*12)", "normal --std 1e-5",
        "uniform --a -1/sqrt(784) --b 1/sqrt(784)", "trunc_normal --std 0.02", "orthogonal",
      ])
      let tensor = try Tensor(parsing: "\(line) --seed \(random.below(100)) --shape 16,16")
      let words = [
        "--width \(1 + random.below(24))", "--depth \(1 + random.below(4))",
        "--batch \(1 + random.below(4))", random.pick(["--bias", "--no-bias"]),
        "--activation "
          + random.pick(["relu", "tanh", "gelu", "selu", "leaky_relu:0.2", "linear", "softplus"]),
      ]
      guard let scene = try? Scene(parsing: "\(tensor.line) \(words.joined(separator: " "))"),
        let network = try? scene.network.network(for: scene.tensor),
        var run = try? PropagationRun(PropagationRequest(tensor: scene.tensor, network: network))
      else { continue }
      while !run.isFinished { try run.advance() }
      let report = run.snapshot()
      let formulas = PropagationAdvice(report).formulas
      for formula in formulas {
        Equation(name: formula.name, sides: formula.sides()).expectTrue(digits: 4, scene.line)
      }
    }
  }
}
