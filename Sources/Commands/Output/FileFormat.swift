private import Glibc
internal import WeightFiles

/// A format that the ending of a file's name stands for.
protocol FileFormat: RawRepresentable<String>, CaseIterable {
  /// The ending, in small letters and without its dot.
  var ending: String { get }
}

extension WeightFormat: FileFormat {}

extension FileFormat {
  /// The endings as a sentence lists them: `.txt, .ansi`.
  static var endings: String { allCases.map { ".\($0.ending)" }.joined(separator: ", ") }

  /// The format of an output.
  ///
  /// It is the one asked for, whatever the file's name; else the one that the name's ending stands
  /// for; else, where the name has no ending, the standard one. That is also for pipes and devices,
  /// whose names are often not the user's to choose.
  ///
  /// - Throws: `OutputError.unknownEnding`.
  static func of(_ path: String?, asked: Self?, standard: Self) throws(OutputError) -> Self {
    if let asked { return asked }
    guard let path, path != "-", let ending = ending(of: path) else { return standard }
    if let format = allCases.first(where: { $0.ending == ending.lowercased() }) { return format }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG { return standard }
    throw .unknownEnding(
      path: path, known: allCases.map { ".\($0.ending)" }, formats: allCases.map(\.rawValue))
  }

  // What follows the last dot of the last name; a name may begin with a dot.
  private static func ending(of path: String) -> Substring? {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    let ending = name[name.index(after: dot)...]
    return ending.isEmpty ? nil : ending
  }
}
