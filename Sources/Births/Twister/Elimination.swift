internal import CKernels
internal import Measurements

/// Gauss's elimination over GF(2), 64 columns at a time.
///
/// Of a panel of 64 columns the pivots are found in one word of each row, with what is to be added to it; the rows
/// themselves take all 64 pivot rows at once, as eight sums out of tables of 256 (the method of the four
/// Russians).
struct Elimination: Sendable {
  private var rows: [UInt64]
  private var order: [UInt32]
  private let count: Int
  private var column = 0
  /// The equations that are not sums of others.
  private(set) var rank = 0
  // The pivot's row of each unknown; −1 of one without.
  private var pivots = [Int](repeating: -1, count: StreamEquations.unknowns)

  private static let panel = Int(births_panel)
  private static let rowWords = StreamEquations.rowWords
  private static let tableWords = 8 * 256 * 32

  init(_ equations: consuming StreamEquations) {
    count = equations.count
    order = (0..<UInt32(equations.count)).map(\.self)
    rows = equations.rows
  }

  /// Whether all columns are eliminated.
  var isFinished: Bool { column >= StreamEquations.unknowns }
  /// The part that is done, from 0 to 1.
  var progress: Double {
    let left = 1 - Double(column) / Double(StreamEquations.unknowns)
    return 1 - left * left
  }

  /// Whether equations contradict each other: their left sides sum to nothing, and their right sides do not.
  var isContradictory: Bool {
    isFinished
      && order[rank...].contains {
        rows[Int($0) * Self.rowWords + Self.rowWords - 1] >> UInt64(StreamEquations.unknowns % 64)
          & 1 == 1
      }
  }

  /// Eliminates some more columns.
  mutating func advance() {
    for _ in 0..<4 where !isFinished { eliminatePanel() }
  }

  private mutating func eliminatePanel() {
    let word = column / Self.panel
    let columns = min(Self.panel, StreamEquations.unknowns - column)
    let mask: UInt64 = columns == 64 ? .max : 1 << UInt64(columns) - 1
    let left = count - rank
    let stride = Self.rowWords
    var words = order[rank...].map { rows[Int($0) * stride + word] }
    var places = Array(order[rank...])
    var codes = [UInt64](repeating: 0, count: left)
    let table = ckernels_best().pointee.births
    let found = table.panel(&words, &places, &codes, left, mask)
    order.replaceSubrange(rank..., with: places)
    var pivotRows = [UInt64](repeating: 0, count: Self.panel * stride)
    table.pivots(&rows, places, codes, found, word, &pivotRows)
    for index in 0..<found {
      let leading = pivotRows[index * stride + word] & mask
      pivots[column + leading.trailingZeroBitCount] = rank + index
    }
    add(pivotRows, places, codes, from: word, behind: found)
    rank += found
    column += columns
  }

  // To all the other rows, on as many threads as there are processors.
  private mutating func add(
    _ pivotRows: [UInt64], _ places: [UInt32], _ codes: [UInt64], from word: Int, behind found: Int
  ) {
    let left = places.count - found
    guard found > 0, left > 0 else { return }
    let loan = WorkerTeam.loan(for: left * (Self.rowWords - word))
    let size = loan?.team.size ?? 1
    var scratch = [UInt64](repeating: 0, count: size * Self.tableWords)
    let kernel = ckernels_best().pointee.births.add
    rows.withUnsafeMutableBufferPointer { rows in
      scratch.withUnsafeMutableBufferPointer { scratch in
        nonisolated(unsafe) let (rows, scratch) = (rows.baseAddress, scratch.baseAddress)
        let share: @Sendable (Int) -> Void = { thread in
          guard let rows, let scratch else { return }
          let start = found + left * thread / size
          let end = found + left * (thread + 1) / size
          places.withUnsafeBufferPointer { places in
            codes.withUnsafeBufferPointer { codes in
              guard let place = places.baseAddress, let code = codes.baseAddress else { return }
              kernel?(
                rows, place + start, code + start, end - start, pivotRows, word,
                scratch + thread * Self.tableWords)
            }
          }
        }
        if let loan { loan.team.run(share) } else { share(0) }
      }
    }
  }

  /// The uppermost bits of 19937 words in a row; those that nothing tells are 0.
  func solution() -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: Self.rowWords)
    let (right, rightBit) = (Self.rowWords - 1, UInt64(StreamEquations.unknowns % 64))
    for unknown in stride(from: StreamEquations.unknowns - 1, through: 0, by: -1) {
      guard pivots[unknown] >= 0 else { continue }
      let row = Int(order[pivots[unknown]]) * Self.rowWords
      var sum: UInt64 = 0
      for word in unknown / 64..<Self.rowWords { sum ^= rows[row + word] & bits[word] }
      let isSet = (sum.nonzeroBitCount & 1 == 1) != (rows[row + right] >> rightBit & 1 == 1)
      if isSet { bits[unknown / 64] |= 1 << UInt64(unknown % 64) }
    }
    return bits
  }

  /// The state that the solution is, at the place that the equations begin at.
  func state(at place: Int) -> TwisterState {
    var words = [UInt32](repeating: 0, count: TwisterState.size)
    births_state(solution(), &words)
    return TwisterState(words: words, place: place)
  }
}
