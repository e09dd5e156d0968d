/// A paper the program refers to.
package struct Paper: Hashable, Sendable {
  /// The name by which code refers to it.
  package let key: String
  /// Authors and year: `He et al. 2015`.
  package let citation: String
  /// The title.
  package let title: String
  /// Where it appeared: a DOI, or the proceedings where there is none.
  package let place: String
}

/// The papers the program refers to, from `papers.txt`.
///
/// A line holds key, citation, title and place, separated by bars.
package enum Papers {
  /// All papers, in the order of the file.
  package static let all: [Paper] = String(decoding: PackageResources.papers_txt, as: UTF8.self)
    .split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "|").map(String.init)
      guard fields.count == 4 else { return nil }
      return Paper(key: fields[0], citation: fields[1], title: fields[2], place: fields[3])
    }

  /// The paper of a key.
  package static func paper(_ key: String) -> Paper? { all.first { $0.key == key } }
}
