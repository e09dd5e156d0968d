internal import Expressions
internal import Initializers
internal import Networks
internal import Statistics

/// What the last word of a line being typed may become, from the tables that the parser reads.
package struct Completion: Hashable, Sendable {
  /// Where that word begins, in characters from the line's start.
  package let start: Int
  /// What it may become, in the tables' order; empty where it is free, as numbers are.
  package let candidates: [String]

  /// Finds what may stand at the end of a line.
  ///
  /// Inside an open quote, as that of `--pin "…`, the words of a pinned scene are completed.
  ///
  /// - Parameter present: the scene that the line changes, whose method a line without one keeps.
  package init(of line: String, changing present: Scene) {
    (start, candidates) = Self.completed(line, from: 0, present.tensor, isPinned: false)
  }

  private static func completed(
    _ line: String, from offset: Int, _ present: Tensor, isPinned: Bool
  ) -> (start: Int, candidates: [String]) {
    let scan = CommandLineScan(line)
    let typed = TypedWords(scan.finished.map(\.word), present.framework)
    if let quoted = scan.openQuote {
      return completed(
        String(line.dropFirst(quoted)), from: offset + quoted, present, isPinned: true)
    }
    var (start, word) = (scan.start, scan.word)
    var option = typed.openOption
    if word.hasPrefix("--"), let sign = word.firstIndex(of: "=") {
      option = String(word[..<sign])
      start += word.distance(from: word.startIndex, to: sign) + 1
      word = String(word[word.index(after: sign)...])
    }
    let all: [String]
    if let option {
      all = values(of: option, typed, present)
    } else if !word.hasPrefix("-"), typed.method == nil, !typed.isLayer, !typed.hasOptions {
      // The framework's own names, and what begins a layer.
      let framework = present.framework
      all = framework.methods.map { framework.entry(of: $0).name } + [TensorArguments.layerWord]
    } else if !word.hasPrefix("-"), typed.isLayer, !typed.hasKind, !typed.hasOptions {
      all = LayerKind.allCases.map(\.rawValue)
    } else {
      all = options(typed, present, isPinned: isPinned).filter { !typed.options.contains($0) }
    }
    return (offset + start, all.filter { $0.hasPrefix(word) })
  }

  /// The options of a scene's line, as far as the method or the layer takes them.
  private static func options(
    _ typed: TypedWords, _ present: Tensor, isPinned: Bool
  ) -> [String] {
    let layer = typed.isLayer ? typed.kind : typed.method == nil ? present.layer?.call.kind : nil
    let parameters: [String]
    if typed.isLayer || layer != nil {
      parameters = (layer?.sizes.map(\.rawValue) ?? []) + ["tensor", "without-bias"]
    } else {
      let method = typed.method ?? present.initializer.method
      parameters =
        Initializer(method, of: present.framework).parameters.map(\.rawValue) + ["shape"]
    }
    let network = NetworkField.allCases.flatMap { field in
      field == .bias ? [field.name, "no-\(field.name)"] : [field.name]
    }
    return (parameters + ["seed", "framework"] + (isPinned ? [] : showing) + network)
      .map { "--\($0)" }
  }

  private static let showing = ["view", "panel", "bins", "pin"]

  private static func values(
    of option: String, _ typed: TypedWords, _ present: Tensor
  ) -> [String] {
    let name = String(option.dropFirst(2))
    if name == "framework" {
      // Those that know the method.
      return Framework.all.filter { typed.method.map($0.has) ?? true }.map(\.name)
    }
    if let parameter = Parameter(rawValue: name) {
      let method = typed.method ?? present.initializer.method
      let own = Initializer(method, of: present.framework).entry.choices(of: parameter)
      return own.isEmpty ? parameter.choices : own.map(\.description)
    }
    if let field = NetworkField.allCases.first(where: { $0.name == name }) { return field.choices }
    switch name {
    case "view": return View.allCases.map(\.rawValue)
    case "panel": return PanelChoice.allCases.map(\.rawValue)
    case "bins": return BinChoice.words
    case "pin": return ["none"]
    default: return []
    }
  }
}

/// What the finished words of a line say.
private struct TypedWords {
  private(set) var method: Initializers.Method?
  /// Whether it begins with a layer, and of which kind.
  private(set) var isLayer = false
  private(set) var kind: LayerKind?
  private(set) var options: Set<String> = []
  /// The option whose value comes next.
  private(set) var openOption: String?

  var hasKind: Bool { kind != nil }
  var hasOptions: Bool { !options.isEmpty }

  init(_ words: [String], _ framework: Framework) {
    for word in words where word != "initscope" {
      if openOption != nil {
        openOption = nil
      } else if word.hasPrefix("--") {
        options.insert(String(word.prefix { $0 != "=" }))
        let isFlag = ["--bias", "--no-bias", "--without-bias"].contains(word)
        if !isFlag && !word.contains("=") { openOption = word }
      } else if isLayer {
        kind = kind ?? (try? LayerKind(parsing: word))
      } else if word == TensorArguments.layerWord {
        isLayer = true
      } else if method == nil {
        method = try? Method(parsing: word, in: framework)
      }
    }
  }
}
