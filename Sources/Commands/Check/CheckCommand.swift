internal import ArgumentParser
internal import Attribution
internal import Initializers
internal import Scenes
internal import Screen
internal import WeightFiles
internal import Words

/// `initscope check FILE`: what is wrong with a file's tensors, for other people's CI.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: Catalogue.spoken(Phrase("help.check.abstract")),
    discussion: Catalogue.spoken(Phrase("help.check.discussion")))

  @Argument(help: .said(Phrase("help.check.file"))) var file: String

  @Option(help: .said(Phrase("help.check.law"))) var law: String?

  @Option(help: .said(Phrase("help.check.layer"))) var layer: String?

  @Option(help: .said(Phrase("help.check.recipe"))) var recipe: String?

  @Option(parsing: .unconditional, help: .said(Phrase("help.check.seed"))) var seed: String?

  @Flag(help: .said(Phrase("help.check.birth"))) var birth = false

  @Flag(help: .said(Phrase("help.check.all-seeds"))) var allSeeds = false

  @Flag(help: .said(Phrase("help.check.list"))) var list = false

  @Flag(help: .said(Phrase("help.json"))) var json = false

  @OptionGroup var language: LanguageArguments

  private var seeksBirths: Bool { birth || allSeeds }

  mutating func run() throws {
    let claim = try FileClaim(law: law, layer: layer, recipe: recipe, seed: seed)
    var run = FileSurveyRun(try TensorFile(file)) { claim.law(of: $0) }
    var survey = try run.finish(showing: \.progress, of: run.byteCount)
    let bits = claim.bits(of: survey)
    if !bits.isEmpty {
      var comparison = FileBitsRun(survey, claiming: bits)
      survey = try comparison.finish(showing: \.progress, of: comparison.count)
    }
    if seeksBirths {
      var births = FileBirthRun(survey, isExhaustive: allSeeds)
      survey = try births.finish(
        showing: \.progress, of: survey.rows.reduce(0) { $0 + $1.entry.count })
    }
    let findings =
      survey.rows.flatMap { CheckFinding.all(of: $0, claiming: claim) }
      + claim.missing(among: survey.rows.map(\.entry))
    if json {
      try OutputFile.write(
        JSONText.encode(CheckDescription(survey, findings: findings)), to: "-")
    } else {
      try OutputFile.write(text(of: survey, claim, findings), to: "-")
    }
    if !findings.isEmpty { throw ExitCode.failure }
  }

  // The findings are the last lines but two, near the eye however long the list.
  private func text(
    of survey: FileSurvey, _ claim: FileClaim, _ findings: [CheckFinding]
  ) -> String {
    var sum = Phrase(
      "check.sum", count: survey.rows.count, ["findings": .text("\(findings.count)")])
    if seeksBirths {
      let found = survey.rows.count { $0.birth != nil }
      sum = Phrase("check.sum.births", ["sum": .phrase(sum), "births": .text("\(found)")])
    }
    // The list has the seeds.
    let confirmed = survey.rows.filter { !list || $0.bits != nil }
    let found = findings.map(\.phrase) + confirmed.compactMap { claim.confirmation(of: $0) }
    let sums = [VerdictCounts(survey.rows).phrase, sum].compactMap(\.self)
    let lines =
      (list ? TensorLines(survey.rows).lines : []) + (found + sums).map { Catalogue.spoken($0) }
    return lines.map { $0.withoutControlCharacters + "\n" }.joined()
  }
}
