private import CKernels

/// The processors that the system lets this program run on.
enum Processors {
  /// Their numbers, in order; at least one.
  static var allowed: [Int] {
    let numbers = [Int32](unsafeUninitializedCapacity: 1024) { numbers, count in
      count = Int(processors_allowed(numbers.baseAddress, Int32(numbers.count)))
    }
    return numbers.isEmpty ? [0] : numbers.map(Int.init)
  }

  /// The one that this thread is on at the moment.
  static var current: Int { Int(processors_current()) }

  /// Keeps this thread on one processor from now on, if the system agrees.
  static func stay(on number: Int) { processors_stay_on(Int32(truncatingIfNeeded: number)) }
}
