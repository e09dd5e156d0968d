private import Glibc

/// `trunc_normal_` of PyTorch 2.13.
struct TruncatedNormalDraw {
  private let law: TruncatedNormal

  init(_ law: TruncatedNormal) { self.law = law }

  func weights(count: Int, generator: inout Generator) -> [Float] {
    // PyTorch's Φ by erf, whose digits decide between the two ways.
    let cumulative = { (x: Double) in (1 + erf(x / 2.0.squareRoot())) / 2 }
    let share =
      cumulative((law.high - law.location) / law.signedScale)
      - cumulative((law.low - law.location) / law.signedScale)
    var weights = [Float](repeating: 0, count: count)
    if share > 0.3 {
      redrawNormals(&weights, &generator)
    } else {
      rejectUniforms(&weights, &generator)
    }
    return weights
  }

  // Normals, and whole new tensors of them for the places still outside.
  private func redrawNormals(_ weights: inout [Float], _ generator: inout Generator) {
    let draw = Draw.normal(mean: law.location, std: law.signedScale)
    let (low, high) = (Float(law.low), Float(law.high))
    WholeTensor.fill(&weights, draw, generator: &generator)
    var pending = weights.indices.filter { weights[$0] < low || weights[$0] > high }
    while !pending.isEmpty {
      var left: [Int] = []
      let positions = pending
      WholeTensor.visit(positions, of: weights.count, draw, generator: &generator) {
        weights[positions[$0]] = $1
        if $1 < low || $1 > high { left.append(positions[$0]) }
      }
      pending = left
    }
  }

  // Uniform candidates, kept with probability density/peak; in float32 as PyTorch's tensors are.
  private func rejectUniforms(_ weights: inout [Float], _ generator: inout Generator) {
    let draw = Draw.uniform(low: law.low, high: law.high)
    let unit = Draw.uniform(low: 0, high: 1)
    let mode = max(law.low, min(law.location, law.high))
    let distance = (mode - law.location) / law.signedScale
    let peak = Float(-0.5 * (distance * distance))
    let (location, scale) = (Float(law.location), Float(law.signedScale))
    var pending = Array(weights.indices)
    while !pending.isEmpty {
      let positions = pending
      var left: [Int] = []
      WholeTensor.visit(positions, of: weights.count, draw, generator: &generator) {
        weights[positions[$0]] = $1
      }
      WholeTensor.visit(positions, of: weights.count, unit, generator: &generator) {
        let z = (weights[positions[$0]] - location) / scale
        let logDensity = z * z * -0.5 - peak
        // Refused only if greater: a NaN is kept, as PyTorch keeps it.
        if Float(log(Double($1))) > logDensity { left.append(positions[$0]) }
      }
      pending = left
    }
  }
}
