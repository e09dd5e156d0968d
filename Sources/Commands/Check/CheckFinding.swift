internal import Attribution
internal import Initializers
internal import WeightFiles
internal import Words

/// Something about a tensor that should not be.
struct CheckFinding {
  /// The tensor's name as it may be shown.
  let name: String
  /// What it is.
  let kind: Kind

  /// What can be found.
  enum Kind {
    case nonFinite(NonFiniteNumbers, in: TensorEntry)
    case subnormal(Int, of: Int)
    case constant(Double)
    case twin(String)
    case otherLaw(String, why: Phrase)
    case otherBits(BitsAgreement, in: TensorEntry, claim: String, seed: String)
    /// Another law or other bits, of numbers that the seed's have become.
    indirect case moved(Kind, BitsAgreement.Movement, seed: String)
    case otherShape([Int], expected: [Int])
    case foreign([String])
    case missing
  }

  /// What is found of a tensor.
  ///
  /// - Parameter claim: what the file's tensors are said to be.
  static func all(of row: FileSurvey.Row, claiming claim: FileClaim) -> [CheckFinding] {
    var kinds: [Kind] = []
    if case .broken(let nonFinite, let subnormal)? = row.verdict {
      kinds.append(
        nonFinite.count > 0
          ? .nonFinite(nonFinite, in: row.entry) : .subnormal(subnormal, of: row.entry.count))
    }
    if row.isConstantWeight, case .constant(let value)? = row.verdict,
      claim.law(of: row.entry) == nil || row.objection != nil, row.bits?.isWhole != true
    {
      kinds.append(.constant(value))
    }
    if let twin = row.twin { kinds.append(.twin(twin.shown)) }
    if let objection = claim.objection(to: row.entry) { kinds.append(objection) }
    if let draw = draw(of: row, claiming: claim) { kinds.append(draw) }
    return kinds.map { CheckFinding(name: row.entry.shownName, kind: $0) }
  }

  // What is drawn by another law is not told of its bits, nor of its law what has bits of the seed.
  private static func draw(of row: FileSurvey.Row, claiming claim: FileClaim) -> Kind? {
    let (origin, seed) = (claim.origin(of: row.entry), claim.seedText)
    guard let bits = row.bits else { return row.objection.map { .otherLaw(origin, why: $0) } }
    guard !bits.isWhole else { return nil }
    var kind = Kind.otherBits(bits, in: row.entry, claim: origin, seed: seed)
    if let why = row.objection, bits.same <= bits.count / 2 { kind = .otherLaw(origin, why: why) }
    return bits.movement.map { .moved(kind, $0, seed: seed) } ?? kind
  }

  /// The finding as a sentence.
  var phrase: Phrase {
    let name = Phrase.Part.text(name)
    switch kind {
    case .nonFinite(let numbers, let entry):
      return Phrase(
        "check.non-finite", count: numbers.count,
        [
          "name": name, "all": .text("\(entry.count)"),
          "which": .phrase(numbers.phrase(in: entry)),
        ])
    case .subnormal(let some, let all):
      return Phrase(
        "check.subnormal", ["name": name, "some": .text("\(some)"), "all": .text("\(all)")])
    case .constant(let value):
      return Phrase(
        "check.constant", ["name": name, "value": .text(Numeral.general(value, digits: 6))])
    case .twin(let other): return Phrase("check.twin", ["name": name, "other": .text(other)])
    case .otherLaw(let claim, let why):
      return Phrase(
        "check.law", ["name": name, "claim": .text(claim), "why": .phrase(why)])
    case .otherBits(let bits, let entry, let claim, let seed):
      return Phrase(
        "check.bits",
        [
          "name": name, "same": .text("\(bits.same)"), "all": .text("\(bits.count)"),
          "claim": .text(claim), "seed": .text(seed),
          "place": .text("\(entry.indices(of: bits.other?.index ?? 0))"),
          "own": .text(bits.other?.own ?? ""), "claimed": .text(bits.other?.claimed ?? ""),
        ])
    case .moved(let other, let movement, let seed):
      return Phrase(
        "check.moved",
        [
          "finding": .phrase(CheckFinding(name: self.name, kind: other).phrase),
          "seed": .text(seed),
          "correlation": .text(Numeral.general(movement.correlation, digits: 3)),
          "distance": .text(Numeral.general(movement.distance, digits: 3)),
        ])
    case .otherShape(let shape, let expected):
      return Phrase(
        "check.shape",
        [
          "name": name, "shape": .text(shape.shapeText), "expected": .text(expected.shapeText),
        ])
    case .foreign(let names):
      return Phrase(
        "check.foreign", ["name": name, "names": .text(names.joined(separator: ", "))])
    case .missing: return Phrase("check.missing", ["name": name])
    }
  }

  /// What kind it is, in one word.
  var word: String { kind.word }

}

extension CheckFinding.Kind {
  fileprivate var word: String {
    switch self {
    case .nonFinite: "non_finite"
    case .subnormal: "subnormal"
    case .constant: "constant"
    case .twin: "duplicate"
    case .otherLaw: "other_law"
    case .otherBits: "other_bits"
    case .moved(let other, _, _): other.word
    case .otherShape: "other_shape"
    case .foreign: "foreign"
    case .missing: "missing"
    }
  }
}

extension [Int] {
  /// As extents of a tensor: 300×784; () of a scalar.
  var shapeText: String {
    isEmpty ? "()" : map(String.init).joined(separator: "×")
  }
}
