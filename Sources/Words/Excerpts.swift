extension String {
  /// What was given, cut where it is too long to be read in a sentence.
  package var excerpt: String { count <= 80 ? self : prefix(79) + "…" }
}
