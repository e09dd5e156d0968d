/// The correlation of two inputs' pre-activations over networks and inputs: it strays as mean squares
/// do, and a mean over a batch strays by its square.
struct CorrelationLaw {
  /// E c.
  let mean: Double
  /// Var c.
  let variance: Double
  /// Two values with weights that stand for the law.
  let nodes: [(value: Double, weight: Double)]

  /// The law with two moments; the values are the Gauss rule of a beta law on [−1, 1].
  init(mean: Double, variance: Double) {
    self.mean = min(max(mean, -1), 1)
    let most = (1 - self.mean) * (1 + self.mean)
    self.variance = min(max(variance, 0), most * (1 - 1e-9))
    guard self.variance > 1e-15, most > 1e-12 else {
      nodes = [(self.mean, 1)]
      return
    }
    let sum = most / self.variance - 1
    let (up, down) = ((1 + self.mean) / 2 * sum, (1 - self.mean) / 2 * sum)
    let half = (down - up) * (sum + 1).squareRoot() / ((sum + 2) * (up * down).squareRoot())
    let root = (1 + half * half).squareRoot()
    let deviation = self.variance.squareRoot()
    let weight = (half + root) / (2 * root)
    nodes = [
      (max(self.mean + deviation * (half - root), -1), weight),
      (min(self.mean + deviation * (half + root), 1), 1 - weight),
    ]
  }

  /// E g(c).
  func expectation(_ g: (Double) -> Double) -> Double {
    nodes.reduce(0) { $0 + $1.weight * g($1.value) }
  }

  /// The law in the next layer.
  ///
  /// To first order in 1/n the correlation k/√(K₁K₂) of a mean over n neurons has the mean C(c) +
  /// bias/n and the variance noise/n. A mean over the batch weighs inputs by their squares, which
  /// adds the covariance of the correlation with what the two have and the batch has not.
  ///
  /// - Parameters:
  ///   - share: w, the part of the weights, not the biases, in the next mean square.
  ///   - width: n.
  func next(_ moments: ActivationMoments, share: Double, width: Double) -> CorrelationLaw {
    guard let pairs = moments.pairs, width > 0 else { return self }
    let own = moments.kurtosis - 1
    let alike = (expectation(pairs.squares.value) - 1) / own
    let weighing = (1 - alike) * (1 - alike)
    let scale = share * share / width
    let steps = nodes.map { node in
      let c = node.value
      let product = pairs.product.value(at: c)
      let squares = pairs.squares.value(at: c)
      let excess = pairs.cubes.value(at: c) - product
      let next = share * product + 1 - share
      let common = squares - 1
      let bias = -excess + next * (0.75 * own + 0.25 * common)
      let weighed = 2 * excess - next * (own + common)
      let noise = squares - product * product - 2 * next * excess + next * next / 2 * (own + common)
      return (
        mean: min(max(next + scale * (bias + weighing * weighed), -1), 1), noise: scale * noise,
        weight: node.weight
      )
    }
    let mean = steps.reduce(0) { $0 + $1.weight * $1.mean }
    let variance = steps.reduce(0) {
      $0 + $1.weight * (($1.mean - mean) * ($1.mean - mean) + max($1.noise, 0))
    }
    return CorrelationLaw(mean: mean, variance: variance)
  }
}
