internal import Words

/// Two claims at once.
struct CheckClaimError: Error, Worded {
  let options: [String]

  var phrase: Phrase {
    Phrase("error.check.claims", ["options": .text(options.joined(separator: ", "))])
  }
}

/// A seed of nothing that is claimed.
struct CheckSeedError: Error, Worded {
  var phrase: Phrase { Phrase("error.check.seed") }
}
