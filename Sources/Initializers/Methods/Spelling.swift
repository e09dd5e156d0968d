/// Names of methods as they are typed: aliases, other libraries' names, near misses.
enum Spelling {
  /// The name without the module before it and the underscore behind it.
  static func plainName(of text: String) -> String {
    var name = text[...]
    for module in ["torch.nn.init.", "nn.init.", "init."] where name.hasPrefix(module) {
      name = name.dropFirst(module.count)
    }
    if name.hasSuffix("_") { name.removeLast() }
    return String(name)
  }

  /// The name that PyTorch has for an alias; other names stay as they are.
  static func pyTorchName(of text: String) -> String {
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
  static func suggestions(for text: String) -> [String] {
    let name = plain(plainName(of: text))
    guard !name.isEmpty, name.count <= longest else { return [] }
    if let meanings = synonyms[name] { return meanings }
    let aliases = Method.allCases.flatMap { method in
      [(method.rawValue, method)]
        + families.filter { method.rawValue.hasPrefix($0.family) }.map {
          ($0.alias + method.rawValue.dropFirst($0.family.count), method)
        }
    }
    func methods(where condition: (String) -> Bool) -> [String] {
      var found: [String] = []
      for (alias, method) in aliases where condition(plain(alias)) {
        if !found.contains(method.rawValue) { found.append(method.rawValue) }
      }
      return found
    }
    let conditions: [(String) -> Bool] = [
      { $0 == name }, { name.count >= 3 && $0.hasPrefix(name) },
      { $0.first == name.first && distance(name, $0) <= (name.count >= 6 ? 2 : 1) },
      { name.hasPrefix($0) },
    ]
    return conditions.lazy.map(methods).first { !$0.isEmpty } ?? []
  }

  private static let families = [
    (alias: "glorot_", family: "xavier_"), (alias: "he_", family: "kaiming_"),
  ]

  // What other libraries and papers call it. Of LeCun's laws Kaiming's with gain 1 are the same, but
  // for the ends that Keras and JAX cut off.
  private static let synonyms: [String: [String]] = [
    "glorot": ["xavier_uniform", "xavier_normal"],
    "he": ["kaiming_uniform", "kaiming_normal"],
    "msra": ["kaiming_normal"],
    "lecun": ["kaiming_uniform --nonlinearity linear", "kaiming_normal --nonlinearity linear"],
    "lecununiform": ["kaiming_uniform --nonlinearity linear"],
    "lecunnormal": ["kaiming_normal --nonlinearity linear"],
    "gaussian": ["normal"], "gauss": ["normal"], "randn": ["normal"], "randomnormal": ["normal"],
    "rand": ["uniform"], "randomuniform": ["uniform"],
    "truncatednormal": ["trunc_normal"], "truncated": ["trunc_normal"],
    "identity": ["eye"], "fill": ["constant"],
  ]

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
