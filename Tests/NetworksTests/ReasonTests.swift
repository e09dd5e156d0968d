import Foundation
import Initializers
import MeanField
import Testing
import Words

@testable import Networks

/// The sentences that say why, against the theory they are about.
@Suite("Why depth does what it does")
struct ReasonTests {
  private static let networks = Framework.pyTorch.methods.filter { $0 != .dirac }
    .flatMap { method in
      Activation.allCases.map { ("\(method.rawValue) --shape 32,32", $0) }
    }

  /// The variance that a sentence names, put in place of the present one, keeps the mean square: of
  /// the signal where it starts, of gradients along the layers that theory says they pass.
  @Test("What would keep it is true of every method and activation", arguments: networks)
  func needed(line: String, activation: Activation) throws {
    let report = try Simulation.report(
      line, depth: 8, width: 32, activation: activation, batch: 4, input: .gaussian,
      hasBias: false, prefersShortcut: false)
    let said = [report.signalReason(), report.gradientReason()].map { phrase in
      phrase.map { Catalogue.english($0) }
    }
    for (index, sentence) in said.enumerated() {
      let words = try #require(sentence)
      guard let prediction = report.prediction, let first = prediction.lengths.first else {
        let isPlain = ["zeros", "ones", "constant", "eye", "uniform"].contains {
          line.hasPrefix($0)
        }
        #expect(isPlain && words.contains(/^(all weights are|every unit|the weights have)/))
        continue
      }
      guard let named = words.firstMatch(of: /(?:must be|need Var W =) ([0-9.e−]+)\/n/) else {
        #expect(
          words.contains(/makes up for it|both end at|in the mean|must be|need Var W/), "\(words)")
        continue
      }
      let needed = try #require(Double(named.output.1.replacing("−", with: "-")))
      let map = prediction.map
      let kept = LengthMap(map.activation, weightVariance: needed, biasVariance: map.biasVariance)
      // Three digits are said.
      let rate =
        index == 0
        ? kept.next(first) / first : pow(kept.gradients(lengths: prediction.lengths)[0], 1 / 7)
      #expect(abs(rate - 1) < 0.006, "\(words): \(rate)")
    }
  }

  @Test("A single layer, and gradients that were not sent, have none")
  func none() throws {
    let single = try Simulation.report(
      "xavier_normal --shape 8,8", depth: 1, width: 8, activation: .relu, batch: 2,
      input: .gaussian, hasBias: false, prefersShortcut: false)
    #expect(single.signalReason() == nil && single.gradientReason() == nil)
    let shortcut = try Simulation.report(
      "xavier_normal --shape 8,8", depth: 4, width: 8, activation: .relu, batch: 1,
      input: .gaussian, hasBias: false, prefersShortcut: true)
    #expect(shortcut.isShortcut && shortcut.gradientReason() == nil)
  }
}
