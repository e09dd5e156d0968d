import Glibc
import Screen
import Testing

@Suite struct `Ramps` {
  private static func lightness(_ role: Role, _ theme: Theme, _ depth: ColorDepth) -> Double? {
    guard let color = theme.look(of: role).background.color(at: depth).shown else { return nil }
    let luminance = color.luminance
    // CIE 1976 L*.
    return luminance > 216 / 24389.0 ? 116 * cbrt(luminance) - 16 : luminance * 24389 / 27
  }

  static let colored = Theme.allCases.filter { $0 != .mono }

  @Test(arguments: colored, [ColorDepth.palette, .direct])
  func `lightness changes one way from zero to either end`(theme: Theme, depth: ColorDepth) {
    let steps = Role.diverging.compactMap { Self.lightness($0, theme, depth) }
    #expect(steps.count == 11)
    // Dark themes sink zero into the background, the others let it shine.
    let sign = theme == .dark || theme == .contrast ? 1.0 : -1
    for index in 1...5 {
      #expect(sign * (steps[5 + index] - steps[4 + index]) >= 5, "above, \(index)")
      #expect(sign * (steps[5 - index] - steps[6 - index]) >= 5, "below, \(index)")
    }
    #expect(theme != .light || steps[5] > 99.9)
    #expect(sign < 0 || steps[5] < 8)
  }

  // The neutral ramp, which has no background to leave, grows in colour.
  @Test(arguments: colored.filter { $0 != .neutral }, [ColorDepth.palette, .direct])
  func `lightness of the sequential ramp leaves the background`(theme: Theme, depth: ColorDepth) {
    let steps = Role.sequential.compactMap { Self.lightness($0, theme, depth) }
    #expect(steps.count == 8)
    let sign = theme == .light ? -1.0 : 1
    for (step, next) in zip(steps, steps.dropFirst()) { #expect(sign * (next - step) > 2) }
    // What is nothing is quiet.
    #expect(sign > 0 ? steps[0] < 12 : steps[0] > 98)
  }

  @Test(arguments: colored, [ColorDepth.eight, .sixteen])
  func `few colours keep the order of lightness`(theme: Theme, depth: ColorDepth) {
    let steps = Role.diverging.compactMap { Self.lightness($0, theme, depth) }
    let sign = theme == .dark || theme == .contrast ? 1.0 : -1
    for index in 1...5 {
      #expect(sign * (steps[5 + index] - steps[4 + index]) >= 0)
      #expect(sign * (steps[5 - index] - steps[6 - index]) >= 0)
    }
    let sequential = Role.sequential.compactMap { Self.lightness($0, theme, depth) }
    for (step, next) in zip(sequential, sequential.dropFirst()) where theme != .neutral {
      #expect(theme == .light ? next <= step : next >= step)
    }
  }

  @Test(arguments: Theme.allCases, ColorDepth.allCases)
  func `a step is the same colour as a glyph and as a fill`(theme: Theme, depth: ColorDepth) {
    for role in Role.allCases where role.isRamp {
      let glyph = theme.ink(for: Style(role), colors: depth)
      let fill = theme.ink(for: Style(.text, on: role), colors: depth)
      #expect(glyph.foreground == fill.background)
      #expect(glyph.attributes.isEmpty)
      #expect(theme == .mono || depth == .none || glyph.foreground != .terminal)
    }
  }

  /// Under each kind of dichromacy, by Viénot, Brettel & Mollon 1999 (protan, deutan), in linear
  /// RGB: a positive value must not look like the negative one of the same size.
  @Test(arguments: colored, [ColorDepth.palette, .direct])
  func `signs differ for colour-blind eyes`(theme: Theme, depth: ColorDepth) {
    func linear(_ role: Role) -> [Double] {
      let color = theme.look(of: role).background.color(at: depth).shown ?? RGB(0)
      return [color.red, color.green, color.blue].map { pow(Double($0) / 255, 2.2) }
    }
    let kinds: [[[Double]]] = [
      [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]],
      [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]],
    ]
    for kind in kinds {
      func seen(_ role: Role) -> [Double] {
        let color = linear(role)
        return kind.map { row in
          let sum = row[0] * color[0] + row[1] * color[1] + row[2] * color[2]
          return pow(max(0, sum), 1 / 2.2)
        }
      }
      for step in 1...5 {
        let (above, below) = (seen(Role.diverging[5 + step]), seen(Role.diverging[5 - step]))
        let distance = zip(above, below).reduce(0) { $0 + abs($1.0 - $1.1) }
        #expect(distance > 0.2, "step \(step): \(above) and \(below)")
      }
    }
  }

  @Test func `letters are unique`() {
    #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
  }

  @Test func `ramps are all there is to ramps`() {
    #expect(Role.allCases.filter(\.isRamp) == Role.diverging + Role.sequential)
  }
}

extension Role {
  /// Whether the role is a step of a ramp: a fill, never the colour of words.
  var isRamp: Bool { rawValue >= Role.diverging0.rawValue }

  /// Whether it fills what others are drawn on.
  var isGround: Bool { isRamp || self == .band || self == .wideBand }
}
