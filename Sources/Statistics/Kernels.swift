internal import CStatistics

/// The inner loops for the widest vectors this processor has; all widths give the same bits.
enum Kernels {
  static let best = cstatistics_best_kernels().pointee
}
