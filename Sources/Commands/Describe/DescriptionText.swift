internal import Initializers
internal import Measurements
internal import Readings
internal import Resources
internal import Statistics
internal import Words

/// What `describe` prints for people: labels at the left, numbers in columns, nothing to decode.
struct DescriptionText {
  let text: String

  init(_ measurement: Measurement, of drawn: DrawnWeights) {
    let (tensor, recipe) = (drawn.tensor, drawn.recipe)
    var lines = ["\(tensor.initializer.name), \(Catalogue.english(recipe.lawText))", ""]
    func add(_ label: String, _ value: String) {
      lines.append(label.padding(to: 14) + value)
    }
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
    add("seed", Catalogue.english(seedWords))
    if let fans = recipe.fans { add("fans", "fan_in \(fans.fanIn), fan_out \(fans.fanOut)") }
    for parameter in tensor.initializer.parameters {
      let remark = recipe.remark(on: parameter).map { "  (\(Catalogue.english($0)))" } ?? ""
      add(parameter.rawValue, tensor.initializer[parameter].description + remark)
    }
    lines.append("")
    for formula in recipe.formulas {
      for (index, side) in formula.sides(digits: 7).enumerated() {
        add(index == 0 ? formula.name : "", "= \(side)")
      }
    }
    if let source = tensor.initializer.source, let paper = Papers.paper(source.paper) {
      add("source", "\(paper.citation), \(source.locator), \(paper.place)")
    }
    lines.append("")
    let readings = SampleReadings(measurement)
    if measurement.moments.nonFiniteCount > 0 {
      add(
        Catalogue.english(Phrase("describe.not-finite.label")),
        Catalogue.english(
          Phrase(
            "describe.not-finite",
            ["number": .text(readings.count(.notFinite)), "all": .text(readings.count(.weights))])))
    }
    lines.append(Self.row(measurement.zeroCount > 0 ? "nonzero" : "", "theory", "sample", "z"))
    for reading in readings.besideTheory {
      let median = reading.isMedian && reading.theory != nil ? ", median" : ""
      let sample = reading.sample.flatMap { $0.isNaN ? nil : Numeral.typeset($0, digits: 6) }
      lines.append(
        Self.row(
          Catalogue.english(reading.name.label) + median,
          reading.theory.map { Numeral.typeset($0, digits: 6) } ?? "—", sample ?? "—",
          reading.z.map(Self.signed) ?? ""))
    }
    lines.append("")
    let untested = Catalogue.english(Phrase("describe.untested"))
    if let distance = readings[.distance].sample {
      let p = readings[.probability].sample.map { ", p = " + Numeral.typeset($0, digits: 3) }
      add("KS", "D = \(Numeral.typeset(distance))" + (p ?? ", \(untested)"))
    }
    if let statistic = readings[.chiSquare].sample {
      add("χ²", Self.words(statistic, readings))
    }
    if let obstacle = measurement.obstacle, measurement.facts.isEmpty {
      add(untested, "\(obstacle)")
    }
    for fact in measurement.facts {
      let phrase = Phrase(
        "describe.fact",
        [
          "sample": .phrase(fact.sample), "theory": .phrase(fact.theory),
          "verdict": .phrase(fact.verdict.phrase),
        ])
      add(Catalogue.english(fact.name), Catalogue.english(phrase))
    }
    if measurement.zeroCount > 0 {
      add(
        Catalogue.english(Phrase("describe.left-out.label")),
        Catalogue.english(Phrase("describe.left-out", ["zeros": .text(readings.count(.zeros))])))
    }
    add("weights", readings.count(.weights))
    for warning in recipe.warningSentences { add("warning", warning) }
    for remark in recipe.remarks { add("note", Catalogue.english(remark)) }
    lines += [""] + tensor.python
    text = lines.map { $0.droppingTrailingBlanks }.joined(separator: "\n") + "\n"
  }

  private static func row(_ label: String, _ cells: String...) -> String {
    label.padding(to: 12)
      + cells.map { String(repeating: " ", count: max(1, 14 - $0.count)) + $0 }.joined()
  }

  private static func words(_ statistic: Double, _ readings: SampleReadings) -> String {
    var text = Catalogue.english(
      Phrase(
        "describe.over",
        ["chi": .text(Numeral.typeset(statistic)), "bins": .text(readings.count(.pools))]))
    // Without a degree of freedom it is not a number.
    if let p = readings[.chiSquareProbability].sample, !p.isNaN {
      text += ", p = \(Numeral.typeset(p, digits: 3))"
    }
    if let worst = readings[.worstResidual].sample {
      text += ", " + Catalogue.english(Phrase("describe.worst", ["z": .text(signed(worst))]))
    }
    return text
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
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// The line without blanks at its end.
  var droppingTrailingBlanks: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
