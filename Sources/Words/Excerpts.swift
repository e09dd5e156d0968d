extension String {
  /// What was given, cut where it is too long to be read in a sentence.
  package var excerpt: String { count <= 80 ? self : prefix(79) + "…" }
}

extension Array where Element == String {
  /// What is accepted, as a sentence lists it: "density, ecdf or qq".
  package var alternatives: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " or " + last
  }
}
