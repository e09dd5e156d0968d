package import Words

extension InitializerError: Worded {
  package var phrase: Phrase { .verbatim(description) }
}
