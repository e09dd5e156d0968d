internal import Attribution
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
    let laws: [LawText]
  }

  struct Statistics: Encodable {
    let mean: Double
    let std: Double
    let minimum: Double
    let maximum: Double
    let zeros: Int
    let nonFinite: Int
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
    statistics = Nullable(row.summary.map(CheckDescription.Statistics.init))
    verdict = row.verdict?.word ?? "not_read"
    laws = row.verdict?.matches.flatMap(CheckDescription.LawText.all) ?? []
  }
}

extension CheckDescription.Statistics {
  init(_ summary: TensorSummary) {
    let moments = summary.moments
    (mean, std) = (moments.mean, moments.standardDeviation)
    (minimum, maximum) = (moments.minimum, moments.maximum)
    (zeros, nonFinite) = (summary.zeroCount, moments.nonFiniteCount)
  }
}

extension CheckDescription.LawText {
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
  /// In one word, as scripts read it.
  var word: String {
    switch self {
    case .empty: "empty"
    case .broken: "broken"
    case .constant: "constant"
    case .tooFew: "too_few"
    case .consistent: "consistent"
    case .trained: "trained"
    }
  }

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
