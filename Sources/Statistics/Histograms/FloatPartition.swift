internal import CKernels
private import Mathematics

/// All floats cut into parts in order, of about equal width over each of a few ranges, one within the
/// other.
///
/// A part's number is a sum of ramps in single precision that never falls as its value rises, so that
/// parts are in order, and where one ends is found exactly by trying floats.
package struct FloatPartition: Equatable, Sendable {
  /// A range with so many parts of its own, besides those of the ranges it lies within.
  package struct Ramp: Equatable, Sendable {
    /// The range.
    package let range: ClosedRange<Double>
    /// Its parts.
    package let parts: Double

    /// Cuts a range.
    package init(_ range: ClosedRange<Double>, parts: Double) {
      (self.range, self.parts) = (range, parts)
    }
  }

  /// The number of parts.
  let count: Int
  /// What the kernels take.
  let kernel: measuring_parts

  /// The most parts there are.
  static let mostParts = 1 << 21

  /// Cuts all floats by at most three ramps; nil if no range is wide enough to be cut.
  init?(_ ramps: [Ramp]) {
    var kernel = measuring_parts()
    var (parts, used) = (0.0, 0)
    withUnsafeMutableBytes(of: &kernel) { bytes in
      let floats = bytes.assumingMemoryBound(to: Float.self)
      let most = Int(measuring_ramps)
      for ramp in ramps.prefix(most) {
        let index = used
        let (low, high) = (Float(ramp.range.lowerBound), Float(ramp.range.upperBound))
        let scale = Float(ramp.parts / (ramp.range.upperBound - ramp.range.lowerBound))
        guard low < high, (high - low).isFinite, scale.isNormal, scale > 0 else { continue }
        (floats[index], floats[most + index], floats[2 * most + index]) = (low, high, scale)
        parts += Double((high - low) * scale)
        used += 1
      }
    }
    kernel.count = Int32(truncatingIfNeeded: used)
    guard parts >= 1, parts < Double(Self.mostParts) else { return nil }
    self.kernel = kernel
    count = 1 + Int(clamping: parts.rounded(.up))
  }

  /// The number of the part a value is in; what is not a number is in the first.
  @inline(__always)
  func part(of value: Float) -> Int {
    withUnsafePointer(to: kernel) { Int(measuring_part(value, $0)) }
  }

  /// Two are equal if their ramps are.
  package static func == (left: FloatPartition, right: FloatPartition) -> Bool {
    withUnsafeBytes(of: left.kernel) { left in
      withUnsafeBytes(of: right.kernel) { left.elementsEqual($0) }
    }
  }
}

extension FloatPartition {
  /// Where parts end, found from where they would end without rounding.
  struct Ends {
    private let partition: FloatPartition
    // The sum of the ramps is straight between knots.
    private let knots: [(value: Double, sum: Double)]

    /// Prepares to look for the ends of parts.
    init(_ partition: FloatPartition) {
      let ramps = partition.ramps
      self.partition = partition
      knots = ramps.flatMap { [$0.low, $0.high] }.sorted().map { value in
        let sum = ramps.reduce(0) { $0 + (min(max(value, $1.low), $1.high) - $1.low) * $1.scale }
        return (value, sum)
      }
    }

    /// The place of the greatest float that lies in a part or below it, among those from one place to
    /// another; one less than the first where none does.
    func place(of part: Int, from first: Int32, to last: Int32) -> Int32 {
      func isBehind(_ place: Int) -> Bool {
        partition.part(of: Float(ordinal: Int32(truncatingIfNeeded: place))) > part
      }
      let (first, last) = (Int(first), Int(last))
      // No place from `low` down is behind the part, and all from `high` on are.
      var (low, high) = (first - 1, last + 1)
      let guess = min(
        max(Int(truncatingIfNeeded: Float(value(at: Double(part + 1))).ordinal), first), last)
      var (place, step) = (guess, 1)
      if isBehind(guess) {
        repeat {
          high = place
          place -= step
          step *= 2
        } while place >= first && isBehind(place)
        low = max(low, place)
      } else {
        repeat {
          low = place
          place += step
          step *= 2
        } while place <= last && !isBehind(place)
        high = min(high, place)
      }
      return Int32(
        truncatingIfNeeded: (low + 1..<high).partitioningIndex(where: isBehind) - 1)
    }

    private func value(at sum: Double) -> Double {
      guard let next = knots.firstIndex(where: { $0.sum >= sum }) else {
        return knots.last?.value ?? 0
      }
      let (before, after) = (knots[max(next - 1, 0)], knots[next])
      guard after.sum > before.sum else { return after.value }
      return before.value + (after.value - before.value) * (sum - before.sum)
        / (after.sum - before.sum)
    }
  }

  private var ramps: [(low: Double, high: Double, scale: Double)] {
    withUnsafeBytes(of: kernel) { bytes in
      let floats = bytes.assumingMemoryBound(to: Float.self)
      let most = Int(measuring_ramps)
      return (0..<Int(kernel.count)).map {
        (Double(floats[$0]), Double(floats[most + $0]), Double(floats[2 * most + $0]))
      }
    }
  }
}

extension Float {
  /// The float's place among all floats in order, both zeros at 0; neighbours differ by 1.
  @inline(__always)
  var ordinal: Int32 {
    let magnitude = Int32(truncatingIfNeeded: bitPattern & 0x7FFF_FFFF)
    let sign = Int32(bitPattern: bitPattern) &>> 31
    return (magnitude ^ sign) &- sign
  }

  /// The float at a place in the order.
  init(ordinal: Int32) {
    self.init(
      bitPattern: ordinal < 0 ? 0x8000_0000 | UInt32(ordinal.magnitude) : UInt32(ordinal))
  }

  /// The places of the finite floats.
  static var finiteOrdinals: ClosedRange<Int32> {
    let last = Float.greatestFiniteMagnitude.ordinal
    return -last...last
  }
}
