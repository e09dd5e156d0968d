import Initializers
import Testing

/// What initializers without a seed of their own are given.
@Suite struct `Keras's seeds` {
  // Recorded from Python's `random.seed(seed)` and `random.randint(1, 10**9)`.
  private static let recorded: [UInt64: [UInt32]] = [
    0: [906_691_060, 413_654_000, 813_847_340, 955_892_129, 451_585_302, 43_469_774],
    42: [686_579_304, 119_540_832, 26_855_093, 796_233_791, 295_310_486, 262_950_629],
    0x8000_0005: [
      954_451_238, 635_294_565, 511_284_663, 723_107_446, 203_934_798, 278_365_945,
    ],
    0xffff_ffff: [
      682_209_859, 665_256_254, 218_184_273, 231_223_275, 652_154_926, 560_920_438,
    ],
    0x1_0000_0000: [
      121_326_710, 377_217_776, 448_640_322, 17_906_119, 24_504_772, 656_830_915,
    ],
    0x100_0000_0003: [
      235_994_612, 65_318_285, 589_987_605, 895_245_463, 101_588_763, 608_172_164,
    ],
    .max: [23_435_168, 267_123_915, 363_027_089, 664_379_077, 227_598_357, 489_694_869],
  ]

  @Test(arguments: recorded.keys.sorted())
  func `are Python's`(seed: UInt64) throws {
    let expected = try #require(Self.recorded[seed])
    var seeds = KerasSeeds(seed: Seed(seed))
    #expect(expected.map { _ in seeds.next() } == expected)
  }
}
