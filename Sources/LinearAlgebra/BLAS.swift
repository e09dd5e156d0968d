private import CLAPACK
internal import Memory
private import Synchronization

/// Calls of BLAS and LAPACK that find the memory they need.
///
/// OpenBLAS maps a buffer for every call under way and one for each of its threads, and keeps them.
/// Where the system refuses one it asks again without an end, holding a core.
enum BLAS {
  private struct Buffers {
    var mapped = 0
    var used = 0
    var hasThreads = false
  }

  private static let buffers = Mutex(Buffers())

  // BUFFER_SIZE of OpenBLAS for processors of 64 bits: 32 << 22.
  private static let bufferSize = 128 << 20
  /// Calls routines, one after another.
  ///
  /// - Parameter bytes: what the caller's arrays for them take.
  /// - Throws: `LinearAlgebraError.noMemory`, or what the closure throws.
  static func call<Result>(
    taking bytes: Int, _ body: () throws(LinearAlgebraError) -> Result
  ) throws(LinearAlgebraError) -> Result {
    do throws(MemoryError) { try enter(taking: bytes) } catch { throw .noMemory(error) }
    defer { buffers.withLock { $0.used -= 1 } }
    return try body()
  }

  private static func enter(taking bytes: Int) throws(MemoryError) {
    try buffers.withLock { buffers throws(MemoryError) in
      if !buffers.hasThreads {
        buffers.hasThreads = true
        clapack_prepare()
        startThreads()
      }
      let isMapped = buffers.used < buffers.mapped
      try Memory.require(isMapped ? bytes : bytes.saturatingAdd(bufferSize))
      buffers.used += 1
      buffers.mapped = max(buffers.mapped, buffers.used)
    }
  }

  // Each with its buffer, or none of them where they would leave no room for the caller's.
  private static func startThreads() {
    let count = Int(clapack_threads())
    guard count > 1 else { return }
    let areAffordable = (try? Memory.require(bufferSize + Memory.threadStack, times: count)) != nil
    clapack_use_threads(areAffordable ? 1 : 0)
  }
}
