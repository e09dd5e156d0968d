/// The 256-colour palette of xterm.
package enum Palette {
  /// The colour of an index.
  ///
  /// The first sixteen are xterm's own; terminals differ in them.
  package static func color(of index: UInt8) -> RGB {
    switch index {
    case 0..<16:
      let (red, green, blue) = basic[Int(index)]
      return RGB(red: red, green: green, blue: blue)
    case 16..<232:
      let cube = index - 16
      return RGB(red: level(cube / 36), green: level(cube / 6 % 6), blue: level(cube % 6))
    default:
      let grey = 8 + 10 * (index - 232)
      return RGB(red: grey, green: grey, blue: grey)
    }
  }

  private static func level(_ step: UInt8) -> UInt8 { step == 0 ? 0 : 55 + 40 * step }

  private static let basic: [(UInt8, UInt8, UInt8)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0),
    (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
    (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]
}
