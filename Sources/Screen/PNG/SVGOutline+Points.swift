extension SVGOutline {
  /// The outline's closed parts as points, arcs as many short lines.
  ///
  /// The rest is read as path data with the commands that outlines have: relative ones for moves,
  /// lines and arcs of circles up to half of one.
  var points: [[Point]] {
    var parts: [[Point]] = []
    var part = [Point(x: Double(x), y: Double(y))]
    for (command, numbers) in Self.steps(of: rest) {
      guard let last = part.last else { break }
      let to = { (x: Double, y: Double) in Point(x: last.x + x, y: last.y + y) }
      switch (command, numbers.count) {
      case ("h", 1): part.append(to(numbers[0], 0))
      case ("v", 1): part.append(to(0, numbers[0]))
      case ("l", 2): part.append(to(numbers[0], numbers[1]))
      case ("m", 2): part = [to(numbers[0], numbers[1])]
      case ("a", 7):
        part += Self.arc(
          from: last, to: to(numbers[5], numbers[6]), radius: numbers[0],
          isClockwise: numbers[4] == 1)
      case ("z", _):
        parts.append(part)
        part = Array(part.prefix(1))
      default: break
      }
    }
    return parts
  }

  /// The commands with their numbers; what follows without a letter repeats the one before.
  private static func steps(of path: String) -> [(command: Character, numbers: [Double])] {
    let counts: [Character: Int] = ["h": 1, "v": 1, "l": 2, "m": 2, "a": 7, "z": 0]
    var steps: [(Character, [Double])] = []
    var command: Character = "z"
    var numbers: [Double] = []
    var digits = ""
    func end(_ steps: inout [(Character, [Double])]) {
      if let number = Double(digits) { numbers.append(number) }
      digits = ""
      guard let count = counts[command], count > 0, numbers.count == count else { return }
      steps.append((command, numbers))
      numbers = []
    }
    for character in path {
      if character.isLetter {
        end(&steps)
        (command, numbers) = (character, [])
        if counts[character] == 0 { steps.append((character, [])) }
      } else if character == " " {
        end(&steps)
      } else {
        if character == "-" { end(&steps) }
        digits.append(character)
      }
    }
    end(&steps)
    return steps
  }

  /// An arc without its start, halved until it is as good as round.
  private static func arc(
    from start: Point, to end: Point, radius: Double, isClockwise: Bool, depth: Int = 5
  ) -> [Point] {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard depth > 0, length > 0 else { return [end] }
    let height = radius - max(0, radius * radius - length * length / 4).squareRoot()
    let side = (isClockwise ? height : -height) / length
    let middle = Point(
      x: (start.x + end.x) / 2 + side * dy, y: (start.y + end.y) / 2 - side * dx)
    return arc(
      from: start, to: middle, radius: radius, isClockwise: isClockwise, depth: depth - 1)
      + arc(from: middle, to: end, radius: radius, isClockwise: isClockwise, depth: depth - 1)
  }
}

extension SVGRectangle {
  /// The corners.
  var points: [Point] {
    [(x, y), (endX, y), (endX, endY), (x, endY)].map { Point(x: Double($0), y: Double($1)) }
  }
}
