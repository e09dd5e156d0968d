internal import Initializers
internal import Measurements
internal import Readings
internal import Screen
internal import WeightFiles
internal import Words

/// What `describe --recipe --json` prints of a model.
struct ModelDescription: Encodable {
  let seed: UInt64
  let tensors: [TensorDescription]
}

/// What is measured of a tensor among others.
struct TensorDescription: Encodable {
  let name: String
  let method: String
  let shape: [Int]
  let law: LawDescription
  let theory: Description.Theory
  let sample: Description.Sample
  let structure: [Description.Fact]

  init(_ tensor: ModelRecipe.NamedTensor, _ measurement: Measurement) {
    let readings = SampleReadings(measurement)
    name = tensor.name
    method = tensor.recipe.initializer.name
    shape = tensor.recipe.shape.extents
    law = LawDescription(tensor.recipe.law.kind, readings)
    theory = Description.Theory(readings)
    sample = Description.Sample(measurement, readings)
    structure = measurement.facts.map { Description.Fact($0) }
  }
}

/// What `describe --recipe` prints for people: a line a tensor.
struct ModelText {
  let text: String

  init(_ rows: [[String]], of model: ModelRecipe, seed: Seed) {
    let titles = [
      Phrase("describe.tensor"), Phrase("difference.method"), .verbatim("shape"),
      Phrase("numbers.theory"), Phrase("legend.sample"), .verbatim("z"), Phrase("reading.ks_p"),
    ].map { Catalogue.spoken($0) }
    let table = [titles] + rows
    let widths = titles.indices.map { column in
      table.map { TextWidth.columns(of: $0[column]) }.max() ?? 0
    }
    let weights = model.tensors.filter(\.isKept).reduce(0) { $0 + $1.recipe.shape.count }
    let lines = table.map { row in
      // Words stand at the left of their columns, numbers at the right.
      row.indices.map { column in
        let blanks = String(
          repeating: " ", count: widths[column] - TextWidth.columns(of: row[column]))
        return column < 3 ? row[column] + blanks : blanks + row[column]
      }.joined(separator: "  ").droppingTrailingBlanks
    }
    let sum = Phrase(
      "describe.model", count: rows.count, ["weights": "\(weights)", "seed": "\(seed)"])
    text = (lines + ["", Catalogue.spoken(sum)]).joined(separator: "\n") + "\n"
  }

  /// A tensor's spread by law and as it is, how far apart they are, and the test of its law.
  static func row(_ tensor: ModelRecipe.NamedTensor, _ measurement: Measurement) -> [String] {
    let readings = SampleReadings(measurement)
    let spread = readings[measurement.law.hasExactRootMeanSquare ? .rms : .std]
    func text(_ value: Double?, digits: Int) -> String {
      value.flatMap { $0.isNaN ? nil : Numeral.typeset($0, digits: digits) } ?? "—"
    }
    return [
      tensor.name, tensor.recipe.initializer.name, tensor.recipe.shape.description,
      text(spread.theory, digits: 6), text(spread.sample, digits: 6),
      spread.z.map(DescriptionText.signed) ?? "", text(readings[.probability].sample, digits: 3),
    ]
  }
}
