internal import CKernels

/// The inner loops for the widest vectors this processor has; all widths give the same bits.
enum Kernels {
  static let best = ckernels_best().pointee.measuring
}
