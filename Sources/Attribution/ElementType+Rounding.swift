internal import WeightFiles

extension ElementType {
  /// Half the distance of the numbers near 1, of types that float32 is rounded to; else 0.
  var rounding: Double {
    switch self {
    case .float16: 0x1p-11
    case .bfloat16: 0x1p-8
    default: 0
    }
  }
}
