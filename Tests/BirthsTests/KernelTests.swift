import CKernels
import Initializers
import TestSupport
import Testing

@testable import Births

/// The loops of every instruction set that this processor has, beside what they compute.
@Suite struct `The kernels of a birth` {
  static let tables = [ckernels_portable, ckernels_avx2, ckernels_avx512].compactMap {
    ckernels_for($0)?.pointee.births
  }

  private static func words(_ seed: UInt64, _ count: Int) -> [UInt32] {
    var generator = MersenneTwister(seed: Seed(seed))
    return (0..<count).map { _ in Tempering.untempered(generator.next32()) }
  }

  @Test func `step back as MT19937 steps forth`() {
    let words = Self.words(9, 3000)
    for table in Self.tables {
      var before = [UInt32](repeating: 0, count: 624)
      table.untwist(Array(words[1500..<2124]), &before)
      #expect(before == Array(words[876..<1500]))
    }
  }

  @Test(arguments: [0, 1, 100, 226])
  func `find a seed by any word of MT19937`(place: Int) {
    var generator = MersenneTwister(seed: Seed(70_001))
    let word = (0...place).map { _ in generator.next32() }[place] & 0xFF_FFFF
    for table in Self.tables {
      var seeds = [UInt32](repeating: 0, count: 8)
      let count = seeds.withUnsafeMutableBufferPointer { buffer in
        var range = births_range(
          first: 69_990, count: 12, mask: 0xFF_FFFF, low: word, width: 0,
          seeds: buffer.baseAddress, room: 8)
        return table.twister_seeds(&range, UInt32(place))
      }
      #expect(count == 1)
      #expect(seeds[0] == 70_001)
    }
  }

  @Test(arguments: [[], [7], [7, 0xFFFF_FFFF]] as [[UInt32]])
  func `find a seed by any word of Threefry`(folds: [UInt32]) {
    for isLeading in [false, true] {
      let seed: UInt32 = 4_294_967_290
      var key = Threefry(key: isLeading ? [seed, 0] : [0, seed])
      for fold in folds { key = key.folding(in: fold) }
      var word: [UInt32] = [0]
      word.withUnsafeMutableBufferPointer { ThreefryNumbers(key).fill($0, from: 5) }
      for table in Self.tables {
        var seeds = [UInt32](repeating: 0, count: 8)
        let count = seeds.withUnsafeMutableBufferPointer { buffer in
          var range = births_range(
            first: 4_294_967_200, count: 96, mask: .max, low: word[0], width: 0,
            seeds: buffer.baseAddress, room: 8)
          return table.threefry_seeds(&range, isLeading ? 1 : 0, folds, folds.count, 5)
        }
        #expect(count == 1)
        #expect(seeds[0] == seed)
      }
    }
  }

  @Test(arguments: [0, 5, 1 << 34] as [UInt64])
  func `find a seed by any word of TensorFlow's Philox`(place: UInt64) {
    let seed: UInt64 = 2_147_483_640
    var generator = PhiloxGenerator(seed: Seed(seed))
    generator.skip(Int(place))
    var word: [UInt32] = [0]
    word.withUnsafeMutableBufferPointer { generator.fill($0) }
    for table in Self.tables {
      let found = Self.found(2_147_483_601, 45, .max, word[0]) { table.philox_seeds(&$0, place) }
      #expect(found == [UInt32(seed)])
    }
  }

  // numpy.random.SeedSequence([20241127, 0]).generate_state(4, numpy.uint64) and of 7, NumPy 2.4.
  @Test func `mix seeds as NumPy does`() {
    let known: [UInt64: [UInt64]] = [
      20_241_127: [0x9B0C24F757D507B6, 0x7065AF871D6D567F, 0xAE24B95F934DB5AE, 0xFEB933986721C10],
      7: [0xEAD0F7017C326E58, 0x879C4F0F97E037A, 0x623A8C4B6745675F, 0xB3443FAD60386CAC],
    ]
    for table in Self.tables {
      for (seed, states) in known {
        let count = 37
        var words = [UInt32](repeating: 0, count: 8 * count)
        table.numpy_words(seed - 5, count, &words)
        let own = (0..<8).map { UInt64(words[$0 * count + 5]) }
        #expect((0..<4).map { own[2 * $0] | own[2 * $0 + 1] << 32 } == states)
      }
    }
  }

  // random.seed(20241127); [random.randint(1, 10**9) for _ in range(3)], CPython 3.11.
  @Test func `find a program by what Python's randint gives`() {
    let start = (0..<624).reduce(into: [UInt32]()) { words, index in
      let last = words.last ?? 0
      words.append(
        index == 0 ? 19_650_218 : 1_812_433_253 &* (last ^ last >> 30) &+ UInt32(index))
    }
    for table in Self.tables {
      for (wanted, count) in [([777_372_764], 1), ([9, 5_659_512], 3), ([8], 226)]
        as [([UInt32], Int)]
      {
        let found = Self.found(20_241_100, 60, 0, 0) {
          table.python_seeds(&$0, start, wanted, wanted.count, count)
        }
        #expect(found == (wanted == [8] ? [] : [20_241_127]))
      }
    }
  }

  private static func found(
    _ first: UInt64, _ count: UInt64, _ mask: UInt32, _ low: UInt32,
    by search: (inout births_range) -> Int
  ) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: 8) { seeds, written in
      var range = births_range(
        first: first, count: count, mask: mask, low: low, width: 0, seeds: seeds.baseAddress,
        room: 8)
      written = search(&range)
    }
  }

  @Test func `eliminate a panel of columns`() {
    var random = SplitMix(seed: 8)
    let count = 150
    let words = (0..<count).map { _ in random.next() & random.next() }
    for columns in [UInt64.max, 0x1_FFFF_FFFF] {
      var results: [[UInt64]] = []
      for table in Self.tables {
        var (left, codes) = (words, [UInt64](repeating: 0, count: count))
        var order = (0..<UInt32(count)).map(\.self)
        let pivots = table.panel(&left, &order, &codes, count, columns)
        #expect(pivots == columns.nonzeroBitCount)
        // Behind the pivots nothing is left, and each row is what its code says.
        #expect(left[pivots...].allSatisfy { $0 & columns == 0 })
        for row in 0..<count {
          var sum = words[Int(order[row])]
          for pivot in 0..<pivots where codes[row] >> UInt64(pivot) & 1 == 1 { sum ^= left[pivot] }
          #expect(sum == left[row])
        }
        results.append(left + codes + order.map(UInt64.init))
      }
      #expect(results.allSatisfy { $0 == results[0] })
    }
  }

  @Test(arguments: [0, 3, 8, 300, 311])
  func `add pivots' rows by their codes`(from: Int) {
    var random = SplitMix(seed: 2)
    let (size, count) = (Int(births_row_words), 20)
    let rows = (0..<count * size).map { _ in random.next() }
    // Nothing stands before the panel.
    let pivots = (0..<64 * size).map { $0 % size < from ? 0 : random.next() }
    let codes = [0] + (1..<count).map { _ in random.next() }
    let order = (0..<UInt32(count)).reversed().map(\.self)
    for table in Self.tables {
      var sums = rows
      var scratch = [UInt64](repeating: 0, count: 8 * 256 * 32)
      table.add(&sums, order, codes, count, pivots, from, &scratch)
      for row in 0..<count {
        for word in stride(from: 0, to: size, by: 13) {
          var sum = rows[Int(order[row]) * size + word]
          for pivot in 0..<64 where codes[row] >> UInt64(pivot) & 1 == 1 {
            sum ^= pivots[pivot * size + word]
          }
          #expect(sums[Int(order[row]) * size + word] == sum)
        }
      }
    }
  }

  @Test func `write every bit of a stream as a sum of 19937`() {
    let words = Self.words(3, 70_000)
    var bits = [UInt64](repeating: 0, count: Int(births_row_words))
    for index in 0..<Int(births_state_bits) where words[index] >> 31 == 1 {
      bits[index / 64] |= 1 << UInt64(index % 64)
    }
    var state = [UInt32](repeating: 0, count: 624)
    births_state(bits, &state)
    #expect(Array(state[1...]) == Array(words[1..<624]))
    for place in [0, 1, 700, 19_936, 19_937, 65_001] {
      var equations = StreamEquations(start: 0, capacity: 32)
      let output = Tempering.tempered(words[place])
      equations.add([KnownWord(mask: .max, value: output)], at: place)
      #expect(equations.count == 32)
      for row in 0..<32 {
        let start = row * StreamEquations.rowWords
        var sum: UInt64 = 0
        for word in 0..<StreamEquations.rowWords {
          sum ^= equations.rows[start + word] & bits[word]
        }
        let last = equations.rows[start + StreamEquations.rowWords - 1]
        #expect(
          UInt64(sum.nonzeroBitCount & 1) == last >> UInt64(StreamEquations.unknowns % 64) & 1)
      }
    }
  }
}
