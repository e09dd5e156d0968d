import Statistics
import Testing

@Suite struct MomentsTests {
  static func moments(_ values: some Collection<Float>, origin: Double = 0) -> Moments {
    var moments = Moments()
    Array(values).withUnsafeBufferPointer { moments.add($0, origin: origin) }
    return moments
  }

  /// Numbers of numpy and scipy.stats in float64.
  @Test("Moments equal numpy's", arguments: [0, 0.5, -40, .nan])
  func equalNumpy(origin: Double) {
    let uniform = Self.moments(Sequences.uniform(10007), origin: origin)
    #expect(uniform.count == 10007)
    #expect(agree(uniform.mean, 0.005834745612668148, 1e-13))
    #expect(agree(uniform.standardDeviation, 0.5764607586603778))
    #expect(uniform.minimum == -0.999991774559021)
    #expect(uniform.maximum == 0.9999545812606812)
    #expect(agree(uniform.skewness, -0.010650677686018102, 1e-10))
    #expect(agree(uniform.excessKurtosis, -1.1931129923247086))
    #expect(agree(uniform.rootMeanSquare, 0.5764614844690443))
    let bell = Self.moments(Sequences.bell(10007), origin: origin)
    #expect(agree(bell.mean, -0.012033789858565984, 1e-13))
    #expect(agree(bell.standardDeviation, 0.9985763184308494))
    #expect(agree(bell.skewness, 0.017710924413283077, 1e-10))
    #expect(agree(bell.excessKurtosis, -0.4063439235872375, 1e-11))
  }

  @Test("A far mean does not cancel the spread")
  func farMean() {
    let shifted = Sequences.bell(10007).map { $0 + 1000 }
    let moments = Self.moments(shifted)
    #expect(agree(moments.mean, 999.9879661324475, 1e-14))
    #expect(agree(moments.standardDeviation, 0.9985760229978144, 1e-12))
  }

  @Test("Blocks of any size add up alike", arguments: [1, 3, 64, 1000, 2047, 2048, 2049, 9000])
  func blockSizes(size: Int) throws {
    let values = Sequences.bell(10007)
    let whole = Self.moments(values)
    let parts = values.blocks(of: size).map { Self.moments($0) }
    let merged = parts.reduce(Moments()) { $0.merging($1) }
    #expect(merged.count == whole.count)
    #expect(merged.minimum == whole.minimum && merged.maximum == whole.maximum)
    #expect(agree(merged.mean, whole.mean, 1e-12))
    #expect(agree(merged.variance, whole.variance, 1e-12))
    #expect(agree(merged.skewness, whole.skewness, 1e-10))
    #expect(agree(merged.excessKurtosis, whole.excessKurtosis, 1e-11))
  }

  @Test("Values that are not finite are counted and left out")
  func nonFinite() {
    let moments = Self.moments([.nan, 1, .infinity, 2, -.infinity, 3])
    #expect(moments.count == 3 && moments.nonFiniteCount == 3)
    #expect(moments.mean == 2 && moments.variance == 1)
    let none = Self.moments([.nan, .infinity])
    #expect(none.count == 0 && none.nonFiniteCount == 2 && none.mean.isNaN)
    #expect(none.merging(moments).nonFiniteCount == 5)
  }

  @Test("What a sample is too small to say is NaN")
  func tooSmall() {
    let none = Moments()
    #expect(none.mean.isNaN && none.minimum.isNaN && none.rootMeanSquare.isNaN)
    let one = Self.moments([7])
    #expect(one.mean == 7 && one.variance.isNaN && one.skewness.isNaN && one.rootMeanSquare == 7)
  }

  @Test(
    "A constant has no spread at all",
    arguments: [0, 0.1, -3e38, Float.leastNonzeroMagnitude] as [Float])
  func constants(value: Float) {
    let moments = Self.moments([Float](repeating: value, count: 5000), origin: 0.3)
    #expect(moments.mean == Double(value))
    #expect(moments.standardDeviation == 0)
    #expect(moments.excessKurtosis.isNaN)
  }

  @Test("The largest floats do not overflow")
  func large() {
    let limit = Float.greatestFiniteMagnitude
    let moments = Self.moments([limit, -limit, limit, -limit])
    #expect(moments.mean == 0)
    #expect(agree(moments.rootMeanSquare, Double(limit)))
    #expect(agree(moments.excessKurtosis, -2))
  }
}
