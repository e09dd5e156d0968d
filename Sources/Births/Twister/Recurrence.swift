/// MT19937's recurrence, solved where it is: x[i + 624] = x[i + 397] + twisted(uppermost of x[i], lower of x[i + 1]).
///
/// A relation has 32 equations. Of words whose lower 24 bits are known they tell all of x[i + 1] and the
/// uppermost bit of x[i], and what x[i + 397] and x[i + 624] differ by, with 15 equations left over that
/// contradict each other unless the words are a stream's. So 1247 such words in a row tell the state.
struct Recurrence: Sendable {
  private(set) var known: [KnownWord]
  // The state word as far as it is known, the unknown output bits taken as 0.
  private var base: [UInt32]
  // The uppermost bits of state words, where they are known.
  private var tops: [UInt8]
  // Words of relations without a contradiction.
  private var isConfirmed: [Bool]
  /// Relations without a contradiction, and with one.
  private(set) var agreeing = 0
  private(set) var contradicting = 0

  private static let unknownTop: UInt8 = 2
  // Equations that must be left over for what the others say to be believed.
  private static let leastSurplus = 10

  init(_ words: [KnownWord]) {
    known = words
    isConfirmed = words.map { _ in false }
    base = words.map { Tempering.untempered($0.value) }
    tops = words.map {
      $0.mask & Tempering.uppermost == Tempering.uppermost
        ? UInt8(Tempering.untempered($0.value) >> 31) : Self.unknownTop
    }
  }

  /// Solves relation by relation, as long as one tells what another needs.
  mutating func solve() {
    let count = known.count - TwisterState.size
    guard count > 0 else { return }
    var isWaiting = [Bool](repeating: true, count: count)
    var isJudged = [Bool](repeating: false, count: count)
    var queue = Array((0..<count).reversed())
    while let index = queue.popLast() {
      isWaiting[index] = false
      guard let result = relate(index) else { continue }
      if !isJudged[index] {
        isJudged[index] = true
        if result.isContradiction {
          contradicting += 1
        } else {
          agreeing += 1
          for word in [index + 1, index + 397, index + 624] { isConfirmed[word] = true }
        }
        // Words that are no stream's contradict each other from the first on.
        if contradicting > 64, contradicting > 8 * agreeing { return }
      }
      for word in result.told {
        for other in [word, word - 1, word - 397, word - 624]
        where other >= 0 && other < count && other != index && !isWaiting[other] {
          isWaiting[other] = true
          queue.append(other)
        }
      }
    }
  }

  /// The state at words that are known as a whole; nil if there are not enough in a row.
  func state() -> TwisterState? {
    var run = 0
    for index in known.indices.reversed() {
      if run >= TwisterState.size - 1, tops[index] != Self.unknownTop {
        var words = Array(base[index..<index + TwisterState.size])
        // The first word's lower bits are in what the recurrence made of them.
        let lower = Tempering.untwisted(words[623] ^ words[396]) & 0x7FFF_FFFF
        words[0] = UInt32(tops[index]) << 31 | lower
        return TwisterState(words: words, place: index)
      }
      run = known[index].isWhole ? run + 1 : 0
    }
    return nil
  }

  /// The words that no relation contradicts and some confirm, one after another.
  var confirmed: [WordRun] {
    known.indices.filter { isConfirmed[$0] }.map { WordRun(place: $0, words: [known[$0]]) }
  }

  private struct Result {
    var isContradiction = false
    var told: [Int] = []
  }

  // An unknown of a relation: a bit of a word's output, or a word's uppermost bit.
  private struct Unknown {
    let word: Int
    let bit: UInt32?
  }

  // Nil if nothing comes of it.
  private mutating func relate(_ index: Int) -> Result? {
    let (next, middle, last) = (index + 1, index + 397, index + 624)
    let masks = [known[next].mask, known[middle].mask, known[last].mask]
    let blanks = masks.count { $0 == 0 }
    // One word follows from others that are certain; words that are not must confirm each other.
    let isChain =
      blanks == 1 && masks.allSatisfy { $0 == 0 || $0 == .max } && tops[index] != Self.unknownTop
    guard blanks == 0 || isChain else { return nil }
    let top: UInt32 = tops[index] == 1 ? 1 << 31 : 0
    let right =
      base[last] ^ base[middle] ^ Tempering.twisted(top | base[next] & 0x7FFF_FFFF)
    var system = RelationSystem()
    var unknowns: [Unknown] = []
    if tops[index] == Self.unknownTop {
      system.add(Tempering.twisted(1 << 31))
      unknowns.append(Unknown(word: index, bit: nil))
    }
    for word in [next, middle, last] {
      var left = ~known[word].mask
      guard unknowns.count + left.nonzeroBitCount <= 64 else { return nil }
      while left != 0 {
        let bit = UInt32(left.trailingZeroBitCount)
        left &= left - 1
        let column = Tempering.inverse[Int(bit)]
        system.add(word == next ? Tempering.twisted(column & 0x7FFF_FFFF) : column)
        unknowns.append(Unknown(word: word, bit: bit))
      }
    }
    guard system.surplus >= Self.leastSurplus || isChain else { return nil }
    guard let solution = system.solve(right) else { return Result(isContradiction: true) }
    var result = Result()
    var sure = ~system.free
    if unknowns.count < 64 { sure &= 1 << UInt64(unknowns.count) - 1 }
    while sure != 0 {
      let place = sure.trailingZeroBitCount
      sure &= sure - 1
      learn(unknowns[place], solution >> UInt64(place) & 1 == 1)
      if result.told.last != unknowns[place].word { result.told.append(unknowns[place].word) }
    }
    return result
  }

  private mutating func learn(_ unknown: Unknown, _ isSet: Bool) {
    let word = unknown.word
    guard let bit = unknown.bit else {
      tops[word] = isSet ? 1 : 0
      return
    }
    known[word].mask |= 1 << bit
    if isSet {
      known[word].value |= 1 << bit
      base[word] ^= Tempering.inverse[Int(bit)]
    }
    if known[word].mask & Tempering.uppermost == Tempering.uppermost {
      tops[word] = UInt8(base[word] >> 31)
    }
  }
}

/// 32 equations over GF(2) with up to 64 unknowns, column by column.
private struct RelationSystem {
  // By their highest bits, columns summed so that no two have the same, with the unknowns that are in them.
  private var columns = InlineColumns()
  private var count: UInt64 = 0
  private(set) var rank = 0
  /// Unknowns that others may make up for.
  private(set) var free: UInt64 = 0

  /// Equations that are left over.
  var surplus: Int { 32 - rank }

  mutating func add(_ column: UInt32) {
    var (left, unknowns) = (column, 1 << count as UInt64)
    count += 1
    while left != 0 {
      let place = left.leadingZeroBitCount
      guard columns[place].column != 0 else {
        columns[place] = (left, unknowns)
        rank += 1
        return
      }
      left ^= columns[place].column
      unknowns ^= columns[place].unknowns
    }
    free |= unknowns
  }

  // The unknowns that are 1 in a solution; nil if there is none.
  func solve(_ right: UInt32) -> UInt64? {
    var (left, unknowns) = (right, 0 as UInt64)
    while left != 0 {
      let place = left.leadingZeroBitCount
      guard columns[place].column != 0 else { return nil }
      left ^= columns[place].column
      unknowns ^= columns[place].unknowns
    }
    return unknowns
  }
}

private struct InlineColumns {
  private var columns: InlineArray<32, UInt32> = InlineArray(repeating: 0)
  private var unknowns: InlineArray<32, UInt64> = InlineArray(repeating: 0)

  subscript(place: Int) -> (column: UInt32, unknowns: UInt64) {
    get { (columns[place], unknowns[place]) }
    set { (columns[place], unknowns[place]) = newValue }
  }
}
