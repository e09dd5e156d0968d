internal import MeanField
internal import Networks
internal import Plots
internal import Screen
internal import Words

extension VerdictPanel {
  func statements(in lettering: Lettering) -> [Statement] {
    var said = Statements(in: lettering)
    said.head(Phrase("verdict.title"), remarks)
    let sides = [(advice.own, "")] + (advice.pinned.map { [($0, "A")] } ?? [])
    for (advice, name) in sides {
      func label(_ phrase: Phrase) -> Phrase {
        name.isEmpty ? phrase : said.label(phrase, .verbatim(name))
      }
      let pending = Judgement.words(Phrase("signal.pending"))
      let parts = [
        (Phrase("words.signal"), advice.signal, advice.reasons.signal),
        (Phrase("words.gradients"), advice.gradients, advice.reasons.gradients),
      ]
      for (part, judgement, reasons) in parts {
        said.add(label(part), (judgement ?? pending).sentence(.full))
        if let reason = reasons.first {
          said.add(said.label(label(part), Phrase("words.reason")), reason)
        }
      }
    }
    return said.all
  }
}

extension SignalChart {
  func statements(in lettering: Lettering) -> [Statement] {
    var said = Statements(in: lettering)
    said.head(title, absence.map { [$0] } ?? remarks, warnings: warnings)
    let lines = series(lettering)
    let layers = Set(lines.flatMap(\.x) + bands.flatMap(\.x)).sorted()
    for layer in layers {
      let thing = said.label(
        title, Phrase("words.layer", ["layer": .text(Statements.number(layer))]))
      for line in lines {
        guard let index = line.x.firstIndex(of: layer) else { continue }
        said.add(said.label(thing, .verbatim(line.name)), line.y[index])
      }
      for band in bands {
        guard let index = band.x.firstIndex(of: layer) else { continue }
        said.add(
          said.label(thing, Phrase("words.band")), said.interval(band.low[index], band.high[index]))
      }
    }
    return said.all
  }
}

extension LayerValuesPanel {
  /// In which bins the quartiles of each layer's activations lie, and how many the fullest holds.
  func statements(in lettering: Lettering) -> [Statement] {
    var said = Statements(in: lettering)
    guard let range = report.layers.first?.values.range else { return [] }
    let (low, high) = (Double(range.lowerBound), Double(range.upperBound))
    said.head(Phrase("activations.title"), [said.interval(low, high)])
    for layer in report.layers {
      let thing = said.label(
        Phrase("activations.title"), Phrase("words.layer", ["layer": "\(layer.layer)"]))
      let counts = layer.values.counts
      let total = Double(max(1, layer.values.total))
      guard let most = counts.max(), let mode = counts.firstIndex(of: most) else { continue }
      func edge(_ bin: Int) -> Double {
        low + (high - low) * Double(bin) / Double(counts.count)
      }
      for (name, quantile) in [("25 %", 0.25), ("50 %", 0.5), ("75 %", 0.75)] {
        guard let bin = layer.values.bin(ofQuantile: quantile) else { continue }
        said.add(
          said.label(thing, Phrase("words.share-below", ["share": .text(name)])),
          said.interval(edge(bin), edge(bin + 1)))
      }
      said.add(
        said.label(thing, Phrase("words.fullest")),
        Phrase(
          "words.share-in",
          [
            "share": .text(Statements.number(Double(most) / total)),
            "interval": .phrase(said.interval(edge(mode), edge(mode + 1))),
          ]))
      if layer.values.notNumbers > 0 {
        said.add(said.label(thing, Phrase("words.not-numbers")), layer.values.notNumbers)
      }
    }
    return said.all
  }
}

extension ValueHistogram {
  /// The bin of the value with so great a share of all below it; nil outside the range.
  fileprivate func bin(ofQuantile share: Double) -> Int? {
    var left = share * Double(total) - Double(below)
    guard left >= 0 else { return nil }
    for (bin, count) in counts.enumerated() {
      left -= Double(count)
      if left <= 0 { return bin }
    }
    return nil
  }
}
