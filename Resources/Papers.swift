/// A paper the program refers to.
public struct Paper: Hashable, Sendable {
  /// The name by which code refers to it.
  public let key: String
  /// Authors and year: `He et al. 2015`.
  public let citation: String
  /// The title.
  public let title: String
  /// Where it appeared: a DOI, or the proceedings where there is none.
  public let place: String
}

/// The papers the program refers to, from `papers.txt`.
///
/// A line holds key, citation, title and place, separated by bars.
public enum Papers {
  /// All papers, in the order of the file.
  public static let all: [Paper] = String(decoding: PackageResources.papers_txt, as: UTF8.self)
    .split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "|").map(String.init)
      guard fields.count == 4 else { return nil }
      return Paper(key: fields[0], citation: fields[1], title: fields[2], place: fields[3])
    }

  /// The paper of a key.
  public static func paper(_ key: String) -> Paper? { all.first { $0.key == key } }
}
