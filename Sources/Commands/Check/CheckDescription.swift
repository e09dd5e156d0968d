internal import Attribution
internal import Births
internal import Initializers
internal import Statistics
internal import WeightFiles
internal import Words

/// What `check --json` prints of a file.
struct CheckDescription: Encodable {
  let tensors: [TensorText]
  let findings: [FindingText]

  struct TensorText: Encodable {
    let name: String
    let shape: [Int]
    let dtype: String
    let statistics: Nullable<Statistics>
    let verdict: String
    /// The likeliest law; null where there is none, or where its bits say another.
    let law: Nullable<LawText>
    let laws: [LawText]
    let birth: Nullable<BirthText>
    /// How it stands to the bits that a seed is claimed to have given it; null where none are.
    let bits: Nullable<BitsText>
  }

  /// A tensor's numbers beside those that the claimed seed gives it.
  struct BitsText: Encodable {
    /// How many are the same.
    let same: Int
    /// The indices of the first that is not; null where all are.
    let firstOther: Nullable<[Int]>
    /// With what the seed draws, and the root mean square of what the numbers have moved by since; null where
    /// they resemble it no more than chance has it.
    let correlation: Nullable<Double>
    let distance: Nullable<Double>
  }

  /// Where a generator stood when it drew the tensor.
  struct BirthText: Encodable {
    let framework: String
    let seed: UInt64
    /// What the seed is set for: all that a program draws, or one initializer.
    let seedOf: String
    let draws: Int
    /// The indices of the keys that were split off the seed's of JAX before.
    let splits: [UInt32]
    /// How many of the tensor's numbers have the very bits.
    let intact: Int
    /// The root mean square of what they have moved by.
    let distance: Double
    /// With what was drawn, where no bits are left and the tensors beside it tell; null where bits do.
    let correlation: Nullable<Double>
  }

  struct Statistics: Encodable {
    let mean: Double
    let std: Double
    let minimum: Double
    let maximum: Double
    let zeros: Int
    /// The rows, along the first dimension, that are all zeros; null of vectors, and of more rows and columns
    /// than are kept apart.
    let zeroRows: Nullable<Int>
    let nonFinite: Int
    let nan: Int
    let infinite: Int
    /// The indices of the first of these; null where all numbers are finite.
    let firstNonFinite: Nullable<[Int]>
  }

  /// A law that the tensor agrees with, and what draws it.
  struct LawText: Encodable {
    let name: String
    let framework: String
    let law: String
    let std: Double
    let z: Nullable<Double>
    let p: Nullable<Double>
  }

  struct FindingText: Encodable {
    let name: String
    let kind: String
    let sentence: String
  }

  init(_ survey: FileSurvey, findings: [CheckFinding]) {
    tensors = survey.rows.map(TensorText.init)
    self.findings = findings.map {
      FindingText(name: $0.name, kind: $0.word, sentence: Catalogue.spoken($0.phrase))
    }
  }
}

extension CheckDescription.TensorText {
  init(_ row: FileSurvey.Row) {
    name = row.entry.name
    shape = row.entry.shape
    dtype = row.entry.typeName
    statistics = Nullable(
      row.summary.map { CheckDescription.Statistics($0, of: row.entry) })
    verdict = VerdictKind(ofNumbersIn: row).word
    laws = row.verdict?.matches.flatMap(CheckDescription.LawText.all) ?? []
    law = Nullable(
      (row.isConfirmed ? row.birth : nil).flatMap(CheckDescription.LawText.init) ?? laws.first)
    birth = Nullable(row.birth.map(CheckDescription.BirthText.init))
    bits = Nullable(row.bits.map { CheckDescription.BitsText($0, of: row.entry) })
  }
}

extension CheckDescription.BitsText {
  init(_ bits: BitsAgreement, of entry: TensorEntry) {
    same = bits.same
    firstOther = Nullable((bits.other?.index).map(entry.indices))
    correlation = Nullable(bits.movement?.correlation)
    distance = Nullable(bits.movement?.distance)
  }
}

extension CheckDescription.Statistics {
  init(_ summary: TensorSummary, of entry: TensorEntry) {
    let moments = summary.moments
    (mean, std) = (moments.mean, moments.standardDeviation)
    (minimum, maximum) = (moments.minimum, moments.maximum)
    (zeros, nonFinite) = (summary.zeroCount, moments.nonFiniteCount)
    zeroRows = Nullable(summary.zeroRowCount)
    (nan, infinite) = (summary.nonFinite.nanCount, summary.nonFinite.infiniteCount)
    firstNonFinite = Nullable(summary.nonFinite.first.map(entry.indices))
  }
}

extension CheckDescription.BirthText {
  init(_ birth: Birth) {
    framework = birth.hypothesis.framework.name
    (seed, draws, intact) = (birth.seed.bits, birth.draws, birth.intact)
    splits = birth.hypothesis.splits
    distance = birth.distance
    correlation = Nullable(birth.correlation)
    seedOf = birth.source == .program ? "program" : "initializer"
  }
}

extension CheckDescription.LawText {
  /// What drew a tensor whose birth is known; its agreement needs no test.
  init?(_ birth: Birth) {
    guard let law = birth.hypothesis.recipe?.law else { return nil }
    self.init(
      name: LawCandidate.Origin(birth.hypothesis.origin).line,
      framework: birth.hypothesis.framework.name, law: law.kind, std: law.std,
      z: Nullable(nil), p: Nullable(nil))
  }

  static func all(of match: Verdict.Match) -> [Self] {
    match.candidate.origins.map { origin in
      Self(
        name: origin.line, framework: origin.framework.name, law: match.candidate.law.kind,
        std: match.candidate.law.std,
        z: Nullable(match.z.isNaN ? nil : match.z),
        p: Nullable(match.pValue.isNaN ? nil : match.pValue))
    }
  }
}

extension Verdict {
  /// The laws it agrees with.
  var matches: [Match] { if case .consistent(let matches) = self { matches } else { [] } }
}

extension LawCandidate.Origin {
  /// The words of a scene or the code that draws it.
  var line: String {
    switch self {
    case .layer(let tensor, let call): "layer \(call.line) --tensor \(tensor.name)"
    case .call(let initializer): initializer.python
    }
  }
}
