import Screen
import Testing

/// Roles whose colours are told apart to read a picture differ for colour-blind eyes too.
@Suite struct `Colour vision` {
  private static let pairs: [(Role, Role)] = [
    (.bar, .law), (.bar, .sample), (.bar, .pinned), (.law, .sample), (.law, .pinned),
    (.sample, .pinned), (.residualUp, .residualDown), (.residualUp, .alert),
    (.residualDown, .alert), (.good, .alert), (.caution, .alert),
  ]

  /// The least ΔE*ab: a fifth of the way from black to white.
  ///
  /// Patches side by side differ just noticeably at 2.3 (Mahy, Van Eycken and Oosterlinck 1994);
  /// dots and letters apart from one another need several times that (Stone, Szafir and Setlur
  /// 2014).
  private static let least = 20.0

  @Test(arguments: [Theme.dark, .light, .contrast, .neutral], ColorVision.allCases)
  func `Colours that carry meaning differ`(theme: Theme, vision: ColorVision) throws {
    for (first, second) in Self.pairs {
      for depth in [ColorDepth.palette, .direct] {
        let difference = vision.difference(
          try #require(theme.look(of: first).foreground.color(at: depth).shown),
          try #require(theme.look(of: second).foreground.color(at: depth).shown))
        #expect(difference >= Self.least, "\(first) and \(second) at \(depth): \(difference)")
      }
    }
  }

  // L*, a*, b* from the Python package colorspacious 1.1.2, whose white point has other decimals.
  @Test(arguments: [
    (ColorVision.normal, UInt8(196), [53.231, 80.114, 67.220]),
    (.normal, 46, [87.736, -86.184, 83.183]), (.normal, 21, [32.303, 79.192, -107.863]),
    (.protanopia, 214, [72.974, -5.607, 75.052]), (.protanopia, 74, [70.787, 3.837, -24.254]),
    (.deuteranopia, 214, [79.812, -7.195, 78.652]), (.deuteranopia, 74, [66.163, 5.452, -30.043]),
    (.tritanopia, 214, [73.780, 37.454, 18.614]), (.tritanopia, 74, [68.536, -37.241, -12.260]),
  ])
  func `Colours are seen as elsewhere`(vision: ColorVision, index: UInt8, expected: [Double]) {
    for (found, value) in zip(vision.seen(Palette.color(of: index)), expected) {
      #expect(abs(found - value) < 0.05)
    }
  }

  @Test(arguments: ColorVision.allCases)
  func `Greys look as they are`(vision: ColorVision) {
    for grey in UInt8(232)...255 {
      for (found, value) in zip(
        vision.seen(Palette.color(of: grey)), ColorVision.normal.seen(Palette.color(of: grey)))
      {
        #expect(abs(found - value) < 0.02)
      }
    }
  }
}
