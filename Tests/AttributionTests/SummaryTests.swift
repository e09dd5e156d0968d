import Testing
import WeightFiles
import Words

@testable import Attribution

/// What one pass over a tensor's numbers tells beside its moments.
@Suite struct `A tensor's summary` {
  // Each knows the places of its share alone.
  @Test func `names the first of the numbers that are not finite, whichever thread meets it`()
    throws
  {
    let columns = 1 << 11
    var weights = [Float](repeating: 0.5, count: columns << 10)
    let places = [3 * columns + 17, 517 * columns, weights.count - 1]
    for (place, number) in zip(places, [-Float.infinity, .nan, .signalingNaN]) {
      weights[place] = number
    }
    let row = try #require(
      try Surveyed.survey(Surveyed.file([("w", [1 << 10, columns], weights)])).rows.first)
    let numbers = try #require(row.summary?.nonFinite)
    #expect(numbers.nanCount == 2 && numbers.infiniteCount == 1)
    #expect(numbers.first == places[0])
    #expect(row.entry.indices(of: places[1] + 5) == [517, 5])
    #expect(
      Catalogue.english(numbers.phrase(in: row.entry)) == "2 NaN, 1 infinite, the first at [3, 17]")
  }

  @Test(
    arguments: [
      ("fc.weight", 0, true), ("fc.weight", 1, true),
      // As PEFT has them in a model and in a file, loralib, kohya's scripts, ControlNet, diffusers and DiT.
      ("layers.0.q_proj.lora_B.default.weight", 0, false),
      ("base_model.model.layers.0.q_proj.lora_B.weight", 0, false), ("fc.lora_B", 0, false),
      ("embed.lora_embedding_A.default", 0, false), ("fc.lora_E.default", 0, false),
      ("fc.ia3_l.default", 1, false), ("lora_unet_to_q.lora_up.weight", 0, false),
      ("control_model.zero_convs.3.0.weight", 0, false),
      ("controlnet_down_blocks.0.weight", 0, false), ("controlnet_mid_block.weight", 0, false),
      ("blocks.0.adaLN_modulation.1.weight", 0, false),
      // None of these starts so.
      ("fc.lora_A.weight", 0, true), ("fc.lora_B.weight", 1, true),
      ("fc.my_lora_B.weight", 0, true),
      ("fc.ia3_l.default", 0, true),
    ] as [(String, Float, Bool)])
  func `tells weights that start as one number from those that should not be one`(
    name: String, value: Float, isFault: Bool
  ) throws {
    let row = try #require(
      try Surveyed.survey(
        Surveyed.file([(name, [8, 4], Array(repeating: value, count: 32))])
      ).rows.first)
    #expect(row.isConstantWeight == isFault)
  }

  @Test(
    arguments: [
      ([6, 4], [0, 5], 2), ([6, 2, 2], [3], 1), ([2, 3, 4], [1], 1), ([6, 4], [], 0),
      ([24], [], nil), ([1, 24], [], nil), ([1, 6, 4], [], nil),
    ] as [([Int], [Int], Int?)])
  func `counts the rows that are all zeros`(
    shape: [Int], zeros: [Int], count: Int?
  ) throws {
    var weights = (1...24).map(Float.init)
    let length = 24 / shape[0]
    for row in zeros {
      for index in 0..<length { weights[row * length + index] = 0 }
    }
    // One zero makes no row.
    weights[10] = 0
    let row = try #require(try Surveyed.survey(Surveyed.file([("w", shape, weights)])).rows.first)
    #expect(row.summary?.zeroRowCount == count)
  }
}
