internal import CKernels

/// The instruction set that the inner loops run on; all give the same bits.
package struct Kernels: Sendable {
  /// The instruction sets there are kernels for.
  package enum Level: UInt32, CaseIterable, Sendable {
    /// Any processor.
    case portable
    /// x86-64 with AVX2 and FMA.
    case avx2
    /// x86-64 with AVX-512.
    case avx512
  }

  let table: sampling_kernels

  /// The widest that this processor has.
  package static let best = Kernels(table: ckernels_best().pointee.sampling)

  /// The kernels of one level, or nil if this processor lacks it.
  package init?(_ level: Level) {
    guard let table = ckernels_for(ckernels_level(level.rawValue)) else { return nil }
    self.table = table.pointee.sampling
  }

  private init(table: sampling_kernels) { self.table = table }
}
