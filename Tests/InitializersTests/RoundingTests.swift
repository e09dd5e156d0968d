import Initializers
import Testing

/// Ranges and values at the edge of float32.
///
/// The fingerprints are PyTorch 2.13.0's.
@Suite struct `Rounding is PyTorch's` {
  @Test(
    arguments: [
      (
        1000, 1000.001, 1000, 0,
        "983fc32e3cb9954a91cb1ccce662465aa8071295e08eb3424767b811135765e6"
      ),
      (
        100, 100.5, 300_000, 3,
        "56b894d9d674e5b210f4fca5c050b6b9fb6c27cafb481269df383614568bb0a7"
      ),
      (-0.0, 0, 40, 1, "a162c05167a9b6699806b8a6325e7092ea7e7cf4058edf7d5fbf987fb9129f31"),
      (
        -1.4e-45, 1.4e-45, 40, 2,
        "30b97d6cfa41a3755398d06d021379c1e6c8ac473eac7192f1f097d3201d2c92"
      ),
      (0, 3e-45, 17, 5, "96f2aa27366456344b213f0fe1b37c9a23b34ae6b9a97155dd9328c272909775"),
      (1, 1.5, 100, 0, "9b955929c43ec423ed2bb282763b92866e22617682a8c9e60c49c5e5b15a6ca4"),
    ] as [(Double, Double, Int, UInt64, String)])
  func `a range's end is never drawn`(
    low: Double, high: Double, count: Int, seed: UInt64, sha256: String
  ) {
    var stream = WeightStream(
      .uniform(low: low, high: high), count: count, generator: MersenneTwister(seed: Seed(seed)))
    let drawn = weights(of: &stream)
    #expect(fingerprint(drawn) == sha256)
    #expect(low == high || drawn.allSatisfy { $0 < Float(high) })
  }

  @Test(
    arguments: [
      (-0.0, 0, 33, "33ab437d1d33fd7724269244c830209dc96897d1f2f66435d3a76618e5b0e1e1"),
      (-0.0, 0, 5, "db8b6886547f779f1460f01fdf5ab8ada1cae579a0b25d77d926ce45aac12a59"),
      (.infinity, 1, 20, "c8dd672feeac00998d904a2df88f6771cc29b79b5be52a91ecf4fa3d30554655"),
      (1e300, 1, 20, "c8dd672feeac00998d904a2df88f6771cc29b79b5be52a91ecf4fa3d30554655"),
      (0, .infinity, 20, "636c8e6371a2b10daf064de542a0e8e139e2bf647dbc585b8a1df6f355014d1f"),
    ] as [(Double, Double, Int, String)])
  func `a normal law without spread, or without bounds`(
    mean: Double, std: Double, count: Int, sha256: String
  ) {
    var stream = WeightStream(
      .normal(mean: mean, std: std), count: count, generator: MersenneTwister(seed: Seed(0)))
    #expect(fingerprint(weights(of: &stream)) == sha256)
  }
}
