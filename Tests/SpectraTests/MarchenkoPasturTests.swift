import Spectra
import Testing

#if canImport(Glibc)
  import Glibc
#endif

@Suite("Marchenko and Pastur's law of singular values")
struct MarchenkoPasturTests {
  static let sides = [(256, 784), (784, 256), (100, 100), (5, 8), (1000, 10), (1, 7), (1, 1)]

  @Test("the edges of Linear(784, 256)'s default are .2474 and .9073")
  func edges() throws {
    let law = try #require(
      MarchenkoPastur(rows: 256, columns: 784, std: 1 / (3.0 * 784).squareRoot()))
    #expect(abs(law.lower - 0.2474) < 5e-5 && abs(law.upper - 0.9073) < 5e-5)
    #expect(abs(law.upper / law.lower - 44 / 12) < 1e-12)
  }

  // scipy.integrate.quad of the eigenvalues' density.
  @Test(
    "the distribution function agrees with scipy's quadrature",
    arguments: [
      (256, 784, 0.020619652471058063, 0.3, 0.05284835603744541),
      (256, 784, 0.020619652471058063, 0.6, 0.6026255759646804),
      (256, 784, 0.020619652471058063, 0.9, 0.9984379663007741),
      (100, 100, 1, 0.5, 0.03182767257954218), (100, 100, 1, 19, 0.9866799889898623),
      (5, 8, 2, 4, 0.3583392200063395), (5, 8, 2, 9, 0.9441250277574389),
      (1000, 10, 0.1, 3.1, 0.38559153162145493),
    ] as [(Int, Int, Double, Double, Double)])
  func distribution(rows: Int, columns: Int, std: Double, value: Double, share: Double) throws {
    let law = try #require(MarchenkoPastur(rows: rows, columns: columns, std: std))
    #expect(abs(law.distribution(value) - share) < 1e-11)
  }

  @Test("the distribution function is the density's integral", arguments: sides)
  func integral(rows: Int, columns: Int) throws {
    let law = try #require(MarchenkoPastur(rows: rows, columns: columns, std: 0.3))
    let half = (law.upper - law.lower) / 2
    for share in stride(from: 0.05, through: 1, by: 0.05) {
      // Simpson's rule in θ, s = middle − half·cos θ, where the density's roots are smooth.
      let (end, steps) = (acos(1 - 2 * share), 2000)
      var sum = 0.0
      for step in 0...steps {
        let angle = end * Double(step) / Double(steps)
        let weight = step == 0 || step == steps ? 1.0 : step % 2 == 1 ? 4 : 2
        let value = law.lower + half * (1 - cos(angle))
        sum += weight * law.density(value) * half * sin(angle)
      }
      let value = law.lower + 2 * half * share
      #expect(abs(law.distribution(value) - sum * end / Double(3 * steps)) < 1e-10)
    }
  }

  @Test("all mass lies between the edges", arguments: sides)
  func edges(rows: Int, columns: Int) throws {
    let law = try #require(MarchenkoPastur(rows: rows, columns: columns, std: 2))
    #expect(law.distribution(law.lower) < 1e-12 && law.distribution(law.lower - 1) == 0)
    #expect(law.distribution(law.upper) > 1 - 1e-12 && law.distribution(law.upper + 1) == 1)
    #expect(law.density(law.lower - 0.1) == 0 && law.density(law.upper + 0.1) == 0)
  }

  @Test("a square matrix's density is a quarter of a circle")
  func quarterCircle() throws {
    let law = try #require(MarchenkoPastur(rows: 64, columns: 64, std: 0.125))
    for value in stride(from: 0.0, through: 2, by: 0.125) {
      #expect(abs(law.density(value) - (4 - value * value).squareRoot() / .pi) < 1e-14)
    }
    #expect(law.lower == 0)
  }

  @Test("a very long matrix keeps its digits")
  func long() throws {
    let law = try #require(MarchenkoPastur(rows: 4, columns: 1 << 40, std: 1))
    let middle = (law.lower + law.upper) / 2
    #expect(abs(law.distribution(middle) - 0.5) < 1e-6)
    #expect(abs(law.distribution(middle + 1) - 0.804498890598) < 1e-5)
  }

  @Test(
    "there is no law without entries or without spread",
    arguments: [(0, 3, 1), (3, 0, 1), (3, 3, 0), (3, 3, -1), (3, 3, .nan), (3, 3, .infinity)]
      as [(Int, Int, Double)])
  func none(rows: Int, columns: Int, std: Double) {
    #expect(MarchenkoPastur(rows: rows, columns: columns, std: std) == nil)
  }

  @Test("values that are no numbers do no harm")
  func notFinite() throws {
    let law = try #require(MarchenkoPastur(rows: 3, columns: 4, std: 1))
    #expect(law.distribution(.infinity) == 1 && law.distribution(-.infinity) == 0)
    #expect(law.density(.infinity) == 0 && law.density(.nan) == 0)
  }

  // 200 matrices by numpy: uniform on ±1/28, 256×784: mean .900525, standard deviation .00658.
  @Test("the largest value strays as simulated")
  func fluctuation() throws {
    let law = try #require(
      MarchenkoPastur(rows: 256, columns: 784, std: 1 / (3.0 * 784).squareRoot()))
    let edge = try #require(law.edgeFluctuation)
    #expect(abs(edge.mean - 0.901138492133132) < 1e-12)
    #expect(abs(edge.mean - 0.900525) < 4 * 0.00658 / 200.0.squareRoot())
    #expect(abs(edge.std / 0.00658 - 1) < 0.2)
    let score = try #require(law.score(ofLargest: edge.mean))
    #expect(abs(score) < 1e-9)
    let next = try #require(law.score(ofLargest: edge.mean + edge.std))
    #expect(abs(next - 1) < 0.01)
    let single = try #require(MarchenkoPastur(rows: 1, columns: 1, std: 1))
    #expect(single.edgeFluctuation == nil && single.score(ofLargest: 1) == nil)
  }

  // Medians of √N·σ_min by numpy's svd: 4000 normal and uniform matrices of 64×64, seed 1, and 400
  // of 256×256, whose medians stray by about .011 and .035.
  @Test(
    "half of all square matrices' smallest values exceed Edelman's median",
    arguments: [
      (64, 0.55337226, 0.035), (64, 0.53091238, 0.035), (256, 0.52483038, 0.1),
      (256, 0.53869663, 0.1),
    ])
  func smallest(order: Int, simulated: Double, tolerance: Double) throws {
    let law = try #require(MarchenkoPastur(rows: order, columns: order, std: 3))
    let median = try #require(law.smallestMedian)
    let scaled = median * Double(order).squareRoot() / 3
    #expect(abs(scaled - 0.5447639) < 1e-6 && abs(exp(-scaled * scaled / 2 - scaled) - 0.5) < 1e-12)
    #expect(abs(scaled - simulated) < tolerance)
    #expect(law.usualSmallest == median)
  }

  @Test("the smallest value of other shapes is usually near the edge")
  func smallestOfOthers() throws {
    let law = try #require(MarchenkoPastur(rows: 64, columns: 32, std: 1))
    #expect(law.smallestMedian == nil && law.usualSmallest == law.lower)
  }
}
