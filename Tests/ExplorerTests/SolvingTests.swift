import Initializers
import MeanField
import Networks
import Scenes
import Screen
import Testing

@testable import Explorer

@Suite("Keys that keep the signal")
struct SolvingTests {
  private func pressed(_ key: Character, on line: String) throws -> Model {
    try Model(scene: Scene(parsing: line)).pressing(.character(key))
  }

  @Test("o sets what keeps q, O what keeps gradients, for the tensor's fans")
  func tensor() throws {
    let kept = try pressed("o", on: "normal")
    #expect(kept.scene.line == "normal --shape 256,128 --std 0.125 --seed 0")
    #expect(
      kept.notice?.sentence
        == "mean 0, std 0.125 for this tensor's fan_in 128: fan_in·Var W = 2; with relu this keeps q, "
        + "the mean square before the activation, whatever it is")
    let back = try pressed("O", on: "normal")
    #expect(back.scene.initializer[.std].description == "0.0883883476", "√(2/256)")
    #expect(
      back.notice?.sentence.contains("for this tensor's fan_out 256: fan_out·Var W = 2") == true)
    #expect(kept.pressing(.character("u")).scene.initializer[.std].description == "1")
  }

  @Test("for the network's layers in the propagation view, where the signal then keeps its size")
  func network() throws {
    let kept = try pressed("o", on: "xavier_normal --activation tanh --view propagation --depth 20")
    #expect(kept.scene.initializer[.gain].description == "1.59253742", "1/√E tanh²")
    #expect(
      kept.notice?.sentence.hasPrefix(
        "gain 1.59253742 for layers of 256 → 256: fan_in·Var W = 2.536;") == true,
      "\(kept.notice?.sentence ?? "")")
    let report = try #require(try kept.measured().signal(.b))
    let theory = try #require(report.prediction?.lengths.last)
    let first = try #require(report.prediction?.lengths.first)
    #expect(first > 1 && abs(theory - 1) < 0.05, "\(theory)")
  }

  @Test("a method that cannot say so says what can")
  func refusals() throws {
    let kaiming = try pressed("o", on: "kaiming_normal --activation gelu")
    #expect(
      kaiming.notice?.sentence
        == "kaiming_normal has no nonlinearity whose gain is 1.534: for a fan_in of 128 use normal --std 0.135546222"
    )
    let zeros = try pressed("o", on: "zeros")
    #expect(
      zeros.notice?.sentence
        == "zeros has no gain, std or bounds that scale its weights: choose another method.")
    #expect(zeros.scene.line == "zeros --shape 256,128 --seed 0")
  }

  @Test("an unstable gain is called so")
  func unstable() throws {
    let gelu = try pressed("o", on: "xavier_normal --activation gelu")
    #expect(gelu.notice?.sentence.contains("unstable: a small distance of q from 1") == true)
  }

  @Test("the activation stays when a nonlinearity only lends its gain")
  func activation() throws {
    let selu = try pressed("o", on: "kaiming_normal --nonlinearity selu --view propagation")
    #expect(selu.scene.initializer[.nonlinearity].description == "linear", "E selu² = 1")
    #expect(selu.scene.resolvedNetwork?.activation == .selu)
  }
}
