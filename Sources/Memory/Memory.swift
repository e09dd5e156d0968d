private import CMemory
private import Glibc
package import Words

/// Memory that is asked of the system before it is taken.
///
/// An array for which there is none ends the program. What grows with the sizes that a user names
/// therefore asks first, and its lack is an error like others.
package enum Memory {
  /// What a thread's stack takes: as much as Linux gives one unless told otherwise.
  package static let threadStack = 8 << 20

  // What else is taken meanwhile, such as a frame and a thread's stack.
  private static let reserve = 16 << 20

  /// Makes the most of the addresses that a process may use, where they are limited; to be called
  /// before any thread is started.
  package static func prepare() { memory_share_heap() }

  /// Asks whether so many bytes can be had at the moment.
  ///
  /// - Throws: `MemoryError` if the system refuses them.
  package static func require(_ bytes: Int) throws(MemoryError) {
    let size = max(0, bytes).saturatingAdd(reserve)
    guard size < .max, let pages = map(size) else { throw MemoryError(bytes: size) }
    munmap(pages, size)
  }

  /// Asks whether so many blocks of equally many bytes can be had at the moment, which need not lie
  /// side by side.
  ///
  /// - Throws: `MemoryError` if the system refuses them.
  package static func require(_ bytes: Int, times count: Int) throws(MemoryError) {
    var blocks: [UnsafeMutableRawPointer] = []
    defer { for block in blocks { munmap(block, bytes) } }
    while blocks.count < count {
      guard let block = map(bytes) else { throw MemoryError(bytes: bytes) }
      blocks.append(block)
    }
    try require(0)
  }

  private static func map(_ size: Int) -> UnsafeMutableRawPointer? {
    let pages = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    return pages == MAP_FAILED ? nil : pages
  }
}

/// There is not as much memory as something needs.
package struct MemoryError: Error, Hashable, Sendable, Worded {
  /// The bytes it needs.
  package let bytes: Int

  /// Makes an error.
  package init(bytes: Int) { self.bytes = bytes }

  /// The sentence a user reads.
  package var phrase: Phrase {
    Phrase("error.memory.lack", ["bytes": .text(Numeral.bytes(bytes))])
  }
}

extension Int {
  /// A sum for `Memory.require`, the largest number where it is larger.
  package func saturatingAdd(_ addend: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(addend)
    return overflow ? .max : sum
  }

  /// A product for `Memory.require`, the largest number where it is larger.
  package func saturatingMultiply(_ factor: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    return overflow ? .max : product
  }
}
