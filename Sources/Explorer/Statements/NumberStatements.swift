internal import Initializers
internal import MeanField
internal import Measurements
internal import Networks
internal import Plots
internal import Readings
internal import Screen
internal import Spectra
internal import Words

extension NumbersPanel {
  func statements(in lettering: Lettering) -> [Statement] {
    var said = Statements(in: lettering)
    switch subject {
    case .sample(let own, let pinned):
      let readings = SampleReadings(own)
      guard !isCompared else {
        said.add(ComparedRow.rows(pinned.map { SampleReadings($0) }, readings))
        break
      }
      for reading in readings.besideTheory { said.add(reading, Phrase("legend.sample")) }
      said.add(distance: readings, obstacle: own.obstacle)
      for fact in own.facts {
        said.add(fact.name, fact.sample)
        said.add(said.label(fact.name, Phrase("numbers.theory")), fact.theory)
        said.add(said.label(fact.name, Phrase("words.promise")), fact.verdict.phrase)
      }
    case .spectrum(let own, let pinned):
      guard !isCompared else {
        said.add(ComparedRow.rows(pinned, own))
        break
      }
      for reading in SpectrumReadings(own).all { said.add(reading, Phrase("numbers.matrix")) }
    case .signal(let own, let pinned):
      guard !isCompared else {
        said.add(ComparedRow.rows(pinned, own))
        break
      }
      for reading in Self.readings(own) { said.add(reading, Phrase("legend.network")) }
    }
    return said.all
  }
}

extension Statements {
  /// A reading: what there is, what theory says, and how far apart they are.
  fileprivate mutating func add(_ reading: Reading, _ sample: Phrase) {
    explain(reading.name.word, reading.name.explanation) { said in
      let name = Phrase.verbatim(reading.name.word)
      said.add(said.label(name, sample), reading.sample)
      said.add(
        said.label(name, reading.isMedian ? Phrase("words.median") : Phrase("numbers.theory")),
        reading.theory)
      if let z = reading.z { said.add(said.label(name, .verbatim("z")), said.scored(z)) }
      if let band = reading.band {
        said.add(said.label(name, Phrase("words.band")), said.interval(band.low, band.high))
      }
      if let verdict = reading.verdict {
        said.add(said.label(name, Phrase("words.promise")), verdict.phrase)
      }
    }
  }

  /// A z and whether chance gives one like it, as the signs beside it on the screen say.
  func scored(_ z: Double) -> Phrase {
    let text = (z > 0 ? "+" : "") + Self.number((z * 100).rounded() / 100)
    return judged(text, Chance(z: z))
  }

  fileprivate mutating func add(distance readings: SampleReadings, obstacle: TestObstacle?) {
    let distance = readings[.distance]
    let name = Phrase.verbatim(distance.name.word)
    explain(distance.name.word, distance.name.explanation) { $0.add(name, distance.sample) }
    if let p = readings[.probability].sample, !p.isNaN {
      add(
        .verbatim(SampleName.probability.rawValue),
        judged(Self.number(p), Chance(probability: p)))
    } else if let obstacle {
      add(name, obstacle.untested[0])
    }
  }

  /// A number and how often chance gives one like it.
  private func judged(_ number: String, _ chance: Chance) -> Phrase {
    switch chance {
    case .often: .verbatim(number)
    case .seldom: Phrase("words.seldom", ["number": .text(number)])
    case .never: Phrase("words.never", ["number": .text(number)])
    }
  }

  /// A, B and how B relates to A.
  fileprivate mutating func add(_ rows: [ComparedRow]) {
    for row in rows {
      let word = Phrase.verbatim(row.name.word)
      let name = row.isTheory ? label(word, Phrase("numbers.theory")) : word
      explain(row.name.word, row.name.explanation) { said in
        said.add(said.label(name, .verbatim("A")), row.a)
        said.add(said.label(name, .verbatim("B")), row.b)
        let relation = row.relation(
          columns: 12, looksEqual: Self.number(row.a) == Self.number(row.b),
          in: said.lettering.glyphs)
        said.add(said.label(name, .verbatim("B/A")), relation)
      }
    }
  }
}

extension Statements {
  /// Bins: where each is, how many it holds, and how many are expected.
  mutating func add(_ bins: Bins, expected: [Double] = [], named name: (Int) -> Phrase) {
    if bins.underflow > 0 { add(Phrase("words.below"), bins.underflow) }
    for (index, count) in bins.counts.enumerated() {
      let bin = name(index + 1)
      add(label(bin, Phrase("words.range")), interval(bins.edges[index], bins.edges[index + 1]))
      add(bin, count)
      if expected.indices.contains(index) {
        add(label(bin, Phrase("words.expected")), expected[index])
      }
    }
    if bins.overflow > 0 { add(Phrase("words.above"), bins.overflow) }
  }
}
