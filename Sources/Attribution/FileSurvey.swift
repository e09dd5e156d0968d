package import Births
package import WeightFiles
package import Words

/// The tensors of a file, read and judged one after another, so far as that is done.
package struct FileSurvey: Sendable {
  /// A tensor with what is known of it.
  package struct Row: Sendable {
    /// Where its numbers are.
    package let entry: TensorEntry
    /// What one pass over them told; nil of numbers that cannot be read.
    package internal(set) var summary: TensorSummary?
    /// What that says of its birth; nil where there is none, or before its turn.
    package internal(set) var verdict: Verdict?
    /// What its bits say of the verdict's laws.
    var standing = LatticeStanding.unknown
    /// Whether its bits lie on none of the lattices that processors draw the verdict's laws on.
    package var isApartFromLattices: Bool { standing.isApart }
    /// Why it does not have the law that it is said to have, should others of the file be trained.
    var doubt: Phrase?
    /// Why it does not have the law that it is said to have; nil where it may, or where none is said.
    package internal(set) var objection: Phrase?
    /// How its numbers stand to the bits that a seed is said to have given them; nil where none are said.
    package internal(set) var bits: BitsAgreement?
    /// The first tensor that has the same numbers without being the same bytes of the file.
    package internal(set) var twin: String?
    /// How it differs from the tensor of its name in the file that was opened before; nil without one.
    package internal(set) var change: TensorChange?
    /// The seed and the place in the stream that its bits show; nil where nobody has asked, or none is known.
    package var birth: Birth?

    /// A tensor of which nothing has been read.
    package init(entry: TensorEntry) { self.entry = entry }
  }

  /// The tensors in the file's order.
  package internal(set) var rows: [Row]

  /// The bytes of all tensors that are read.
  package let byteCount: Int

  /// The tensors of several files, file by file.
  init(joining surveys: [FileSurvey]) {
    rows = surveys.flatMap(\.rows)
    byteCount = surveys.reduce(0) { $0.addingReportingOverflow($1.byteCount).partialValue }
  }

  /// A file of which nothing has been read but its list of tensors.
  package init(_ file: TensorFile) {
    rows = file.entries.map { Row(entry: $0) }
    byteCount = rows.reduce(0) {
      $1.entry.hasValues ? $0.addingReportingOverflow($1.entry.byteCount).partialValue : $0
    }
  }
}
