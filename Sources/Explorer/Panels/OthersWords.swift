internal import MeanField
internal import Measurements
internal import Words

extension Verdict {
  func phrase(_ detail: Detail) -> Phrase { .verbatim(sentence(detail)) }
}

extension TestObstacle {
  var short: Phrase { .verbatim(shortDescription) }
}
