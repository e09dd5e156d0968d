package import Words

/// Names of a framework's methods as they are typed: aliases, other libraries' names, near misses.
struct Spelling: Sendable {
  /// What stands before a name in code, the longest first.
  let modules: [String]
  /// Beginnings of names and what the framework has in their place.
  let families: [(alias: String, family: String)]
  /// What other libraries and papers call it, in small letters: words of a scene.
  let synonyms: [String: [String]]
  /// What should be known of a name that means something else elsewhere, given the framework's own.
  let notes: @Sendable (_ name: String, _ own: String) -> Phrase?

  /// The name without the module before it and the underscore behind it.
  func plainName(of text: String) -> String {
    var name = text[...]
    for module in modules where name.hasPrefix(module) {
      name = name.dropFirst(module.count)
    }
    if name.hasSuffix("_") { name.removeLast() }
    return Self.withoutCapitals(name)
  }

  // A class as the function it stands for: HeNormal is he_normal.
  private static func withoutCapitals(_ name: Substring) -> String {
    var plain = ""
    for character in name {
      if character.isUppercase, !plain.isEmpty, plain.last != "_" { plain.append("_") }
      plain += character.lowercased()
    }
    return plain
  }

  /// The framework's name for an alias; other names stay as they are.
  func ownName(of text: String) -> String {
    let name = plainName(of: text)
    for (alias, family) in families where name.hasPrefix(alias) {
      return family + name.dropFirst(alias.count)
    }
    return name
  }

  /// What may have been meant, as words of a scene, best first.
  ///
  /// Known synonyms, what begins alike, and slips of the hand in a name that begins alike; letters
  /// that merely happen to agree suggest nothing.
  func suggestions(for text: String, among names: [String]) -> [String] {
    let name = Self.plain(plainName(of: text))
    guard !name.isEmpty, name.count <= Self.longest else { return [] }
    if let meanings = synonyms[name] { return meanings }
    if let kind = try? LayerKind(parsing: name) {
      return ["layer \(LayerCall.example(of: kind).line)"]
    }
    let aliases = names.flatMap { method in
      [(method, method)]
        + families.filter { method.hasPrefix($0.family) }.map {
          ($0.alias + method.dropFirst($0.family.count), method)
        }
    }
    func methods(where condition: (String) -> Bool) -> [String] {
      var found: [String] = []
      for (alias, method) in aliases where condition(Self.plain(alias)) {
        if !found.contains(method) { found.append(method) }
      }
      return found
    }
    let conditions: [(String) -> Bool] = [
      { $0 == name }, { name.count >= 3 && $0.hasPrefix(name) },
      { $0.first == name.first && Self.distance(name, $0) <= (name.count >= 6 ? 2 : 1) },
      { name.hasPrefix($0) },
    ]
    return conditions.lazy.map(methods).first { !$0.isEmpty } ?? []
  }

  // No name is as long as this.
  private static let longest = 40

  private static func plain(_ name: String) -> String {
    name.lowercased().filter { $0 != "_" && $0 != "-" }
  }

  // Levenshtein's distance, row by row.
  private static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let substituted = diagonal + (a == b ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}

extension Method {
  /// Parses a name, as a framework has it or its code; aliases are accepted.
  ///
  /// - Throws: `InitializerError.unknownMethod`, with what may have been meant.
  package init(parsing text: String, in framework: Framework = .pyTorch) throws(InitializerError) {
    let name = framework.spelling.ownName(of: text)
    let names = framework.methods.map { framework.entry(of: $0).name }
    // Its own name, or PyTorch's for what it has.
    guard
      let method = zip(framework.methods, names).first(where: { $0.1 == name })?.0
        ?? Method(rawValue: name).flatMap({ framework.has($0) ? $0 : nil })
    else {
      throw .unknownMethod(
        text, suggestions: framework.spelling.suggestions(for: text, among: names))
    }
    self = method
  }

  /// What should be known of a name that means something else elsewhere; nil for other names.
  package static func note(on text: String) -> Phrase? {
    let spelling = Framework.pyTorch.spelling
    return spelling.notes(spelling.plainName(of: text), spelling.ownName(of: text))
  }
}
