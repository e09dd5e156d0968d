import Glibc
import Screen

/// Eyes that see colours, the colour-blind ones by the matrices of Machado, Oliveira and Fernandes
/// (2009, "A physiologically-based model for simulation of color vision deficiency", severity 1).
enum ColorVision: CaseIterable {
  case normal, protanopia, deuteranopia, tritanopia

  /// What turns linear RGB into what is seen, row by row.
  private var matrix: [[Double]] {
    switch self {
    case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  /// ΔE*ab of two colours.
  func difference(_ first: RGB, _ second: RGB) -> Double {
    let (one, other) = (seen(first), seen(second))
    return zip(one, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  /// L*, a*, b* (D65) of a colour as these eyes see it.
  func seen(_ color: RGB) -> [Double] {
    let linear = [color.red, color.green, color.blue].map { value in
      let share = Double(value) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    let seen = Self.product(matrix, linear).map { min(max($0, 0), 1) }
    // sRGB's matrix (IEC 61966-2-1) divided by the white point.
    let relative = zip(Self.product(Self.tristimulus, seen), [0.95047, 1, 1.08883]).map {
      let share = $0 / $1
      return share > 216.0 / 24_389 ? cbrt(share) : (24_389.0 / 27 * share + 16) / 116
    }
    return [
      116 * relative[1] - 16, 500 * (relative[0] - relative[1]), 200 * (relative[1] - relative[2]),
    ]
  }

  private static let tristimulus = [
    [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
    [0.0193339, 0.1191920, 0.9503041],
  ]

  private static func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
  }
}
