internal import Initializers
internal import Measurements
internal import Readings
internal import Resources
internal import Screen
internal import Statistics
internal import Words

/// What `describe` prints for people: labels at the left, numbers in columns, nothing to decode.
struct DescriptionText {
  let text: String

  init(_ measurement: Measurement) {
    let (tensor, recipe) = (measurement.tensor, measurement.source.recipe)
    let words = Catalogue.spoken
    let law = Self.list(.verbatim(tensor.initializer.name), recipe.lawText)
    var lines = [words(law), ""]
    func add(_ label: String, _ value: String) {
      lines.append(label.padding(to: 14) + value)
    }
    func add(_ label: Phrase, _ value: Phrase) { add(words(label), words(value)) }
    add("shape", tensor.shape.pythonArguments)
    let seed = tensor.seed
    // torch.manual_seed takes both spellings for one generator.
    let signed = Int64(bitPattern: seed.bits)
    var seedWords = Phrase.verbatim("\(seed)")
    if signed < 0 {
      seedWords = Phrase(
        "describe.seed.signed", ["seed": .phrase(seedWords), "magnitude": "\(signed.magnitude)"])
    }
    if !recipe.usesSeed {
      seedWords = Phrase("describe.seed.no-effect", ["seed": .phrase(seedWords)])
    } else if seed.isRepeated {
      seedWords = Phrase(
        "describe.seed.as", ["seed": .phrase(seedWords), "stream": "\(seed.stream)"])
    }
    add(.verbatim("seed"), seedWords)
    if let fans = recipe.fans {
      add(words(Phrase("describe.fans")), "fan_in \(fans.fanIn), fan_out \(fans.fanOut)")
    }
    for parameter in tensor.initializer.parameters {
      let remark = recipe.remark(on: parameter).map { "  (\(words($0)))" } ?? ""
      add(parameter.rawValue, tensor.initializer[parameter].description + remark)
    }
    lines.append("")
    for formula in recipe.formulas {
      for (index, side) in formula.sides(digits: 7).enumerated() {
        add(index == 0 ? formula.name : "", "= \(side)")
      }
    }
    if let source = tensor.initializer.source, let paper = Papers.paper(source.paper) {
      add(
        words(Phrase("words.source")),
        "\(paper.citation), \(source.locator), \(paper.place)")
    }
    lines.append("")
    let readings = SampleReadings(measurement)
    if measurement.moments.nonFiniteCount > 0 {
      add(
        words(Phrase("describe.not-finite.label")),
        words(
          Phrase(
            "describe.not-finite",
            ["number": .text(readings.count(.notFinite)), "all": .text(readings.count(.weights))])))
    }
    let label = measurement.zeroCount > 0 ? words(Phrase("describe.nonzero")) : ""
    let titles = [Phrase("numbers.theory"), Phrase("legend.sample")].map { words($0) }
    lines.append(Self.row(label, titles[0], titles[1], "z"))
    for reading in readings.besideTheory {
      let name = reading.name.label
      let median = Phrase("describe.median", ["name": .phrase(name)])
      let sample = reading.sample.flatMap { $0.isNaN ? nil : Numeral.typeset($0, digits: 6) }
      lines.append(
        Self.row(
          words(reading.isMedian && reading.theory != nil ? median : name),
          reading.theory.map { Numeral.typeset($0, digits: 6) } ?? "—", sample ?? "—",
          reading.z.map(Self.signed) ?? ""))
    }
    lines.append("")
    if let distance = readings[.distance].sample {
      let p = readings[.probability].sample.map { Self.probability($0) }
      add(
        .verbatim("KS"),
        Self.list(.verbatim("D = \(Numeral.typeset(distance))"), p ?? Phrase("describe.untested")))
    }
    if let statistic = readings[.chiSquare].sample {
      add(.verbatim("χ²"), Self.chiSquare(statistic, readings))
    }
    if let obstacle = measurement.obstacle, measurement.facts.isEmpty {
      add(Phrase("describe.untested"), obstacle.phrase)
    }
    for fact in measurement.facts {
      let phrase = Phrase(
        "describe.fact",
        [
          "sample": .phrase(fact.sample), "theory": .phrase(fact.theory),
          "verdict": .phrase(fact.verdict.phrase),
        ])
      add(fact.name, phrase)
    }
    if measurement.zeroCount > 0 {
      add(
        Phrase("describe.left-out.label"),
        Phrase("describe.left-out", ["zeros": .text(readings.count(.zeros))]))
    }
    add(Phrase("reading.weights"), .verbatim(readings.count(.weights)))
    for warning in recipe.warningSentences {
      add(Phrase("describe.warning"), .verbatim(warning))
    }
    for remark in recipe.remarks { add(Phrase("describe.note"), remark) }
    lines += [""] + tensor.python
    text = lines.map { $0.droppingTrailingBlanks }.joined(separator: "\n") + "\n"
  }

  private static func row(_ label: String, _ cells: String...) -> String {
    label.padding(to: 12)
      + cells.map { cell in
        String(repeating: " ", count: max(1, 14 - TextWidth.columns(of: cell))) + cell
      }.joined()
  }

  // One after the other, as the language parts them.
  private static func list(_ first: Phrase, _ next: Phrase) -> Phrase {
    Phrase("describe.next", ["first": .phrase(first), "next": .phrase(next)])
  }

  private static func probability(_ p: Double) -> Phrase {
    .verbatim("p = " + Numeral.typeset(p, digits: 3))
  }

  private static func chiSquare(_ statistic: Double, _ readings: SampleReadings) -> Phrase {
    var phrase = Phrase(
      "describe.over",
      ["chi": .text(Numeral.typeset(statistic)), "bins": .text(readings.count(.pools))])
    // Without a degree of freedom it is not a number.
    if let p = readings[.chiSquareProbability].sample, !p.isNaN {
      phrase = list(phrase, probability(p))
    }
    if let worst = readings[.worstResidual].sample {
      phrase = list(phrase, Phrase("describe.worst", ["z": .text(signed(worst))]))
    }
    return phrase
  }

  /// A z-score in digits, with its sign.
  static func signed(_ z: Double) -> String {
    let rounded = (z * 100).rounded() / 100
    if rounded == 0 { return "0" }
    let text = Numeral.general(rounded, digits: 4)
    return (z >= 0 ? "+" : "") + text.replacing("-", with: "−")
  }
}

extension SampleReadings {
  /// A count in digits.
  fileprivate func count(_ name: SampleName) -> String {
    Numeral.shortest(self[name].sample ?? .nan)
  }
}

extension String {
  /// The text followed by blanks up to so many columns.
  func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - TextWidth.columns(of: self)))
  }

  /// The line without blanks at its end.
  var droppingTrailingBlanks: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
