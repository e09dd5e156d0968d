internal import Measurements
internal import Networks
internal import Readings
internal import Scenes
internal import Screen
internal import Words

/// What every sign on the screen means: those of the numbers, from their sentences, then those of
/// charts and equations.
struct Glossary: Sendable {
  /// A sign, or several that belong together, and what they mean.
  struct Entry: Hashable, Sendable {
    let signs: [String]
    let meaning: Phrase
  }

  /// The entries whose signs are on the screen.
  let entries: [Entry]

  /// Explains what a model shows under whatever lies over it.
  init(_ model: Model) {
    var model = model
    model.overlay = nil
    let frame = view(model)
    guard let layout = model.layout else {
      entries = []
      return
    }
    let body = Region(
      column: 0, row: layout.header.endRow, columns: frame.size.columns,
      rows: layout.footer.row - layout.header.endRow)
    let (screen, numbers) = (Signs(frame, in: body), Signs(frame, in: layout.numbers))
    func shown(_ text: String) -> String { model.lettering.shown(text) }
    let reasons = Self.reasons(model)
    var known = Set(reasons.flatMap(\.signs))
    let readings = Self.names(model).compactMap { name -> Entry? in
      let label = model.words(name.label)
      guard numbers.contains(shown(label)), known.insert(label).inserted else { return nil }
      return Entry(signs: [label], meaning: name.explanation)
    }
    let isCompared = model.scene.pin != nil
    let rows = GlossaryRow.table.filter {
      $0.views.contains(model.scene.view) && ($0.isOfComparison ?? isCompared) == isCompared
    }
    let signs = rows.compactMap { row -> Entry? in
      let place = row.isOfNumbers ? numbers : screen
      let signs = row.signs(model.words).filter {
        // In ASCII a mark alone is any other letter too.
        let isVague = !row.isOfNumbers && $0.isMark && model.lettering.glyphs == .ascii
        return !isVague && place.contains(shown($0)) && !known.contains($0)
      }
      // A word of a sign that is explained needs no entry of its own.
      let whole = signs.filter { sign in
        !known.union(signs).contains { $0.hasPrefix("\(sign) ") || $0.hasSuffix(" \(sign)") }
      }
      known.formUnion(whole)
      return whole.isEmpty ? nil : Entry(signs: whole, meaning: row.meaning)
    }
    entries = reasons + readings + signs
  }

  // Why depth does what it does, and why a number is not checked, which no small screen has a line for.
  private static func reasons(_ model: Model) -> [Entry] {
    if model.scene.view == .matrix, model.scene.pin == nil,
      let obstacle = model.matrix(.b)?.edgeObstacle
    {
      let reason = Phrase("glossary.unchecked.because", ["reason": .phrase(obstacle.phrase)])
      return [Entry(signs: ["?"], meaning: reason)]
    }
    guard model.scene.view == .propagation, let report = model.signal(.b) else { return [] }
    return [
      (Phrase("glossary.why.signal"), report.signalReason()),
      (Phrase("glossary.why.gradients"), report.gradientReason()),
    ].compactMap { name, reason in
      reason.map { Entry(signs: [model.words(name)], meaning: $0) }
    }
  }

  // What the numbers of the view may be, the layers' as they are named there.
  private static func names(_ model: Model) -> [Reading.Name] {
    switch model.scene.view {
    case .distribution: SampleName.allCases.map { .sample($0) }
    case .layers, .tensors: []
    case .matrix: SpectrumName.allCases.map { .spectrum($0) }
    case .propagation:
      LayerName.allCases.flatMap { name in
        model.namedLayers.map { .layer(name, $0) }
      } + NetworkName.allCases.map { .network($0) }
    }
  }
}

extension Model {
  // The last layer reached and the first.
  fileprivate var namedLayers: [Int] {
    let last = signal(.b).map { $0.layers.last?.layer ?? $0.request.network.depth }
    return [last, 1].compactMap(\.self)
  }
}

/// A row of the table of signs that are no readings.
///
/// The words are in the catalogue under the row's name: `glossary.chi` and, parted by semicolons,
/// `glossary.chi.signs`.
struct GlossaryRow: Sendable {
  let name: String
  /// The views in which the signs mean this.
  let views: Set<Scenes.View>
  /// Whether they mean it in the table of numbers alone.
  let isOfNumbers: Bool
  /// Whether that is the table of A and B, or that of one tensor; nil for either.
  let isOfComparison: Bool?

  private init(_ name: String, _ views: Scenes.View...) {
    (self.name, isOfNumbers, isOfComparison) = (name, false, nil)
    self.views = views.isEmpty ? Set(Scenes.View.allCases) : Set(views)
  }

  private init(_ name: String, isOfComparison: Bool?) {
    (self.name, isOfNumbers, self.isOfComparison) = (name, true, isOfComparison)
    views = Set(Scenes.View.allCases)
  }

  /// What they mean.
  var meaning: Phrase { Phrase("glossary.\(name)") }

  /// The signs as they stand on the screen.
  func signs(_ words: Catalogue) -> [String] {
    words(Phrase("glossary.\(name).signs")).split(separator: ";").map(String.init)
  }

  /// All rows, in the order in which they are explained.
  static let table: [GlossaryRow] =
    ["compared", "same", "alike", "differ"].map { GlossaryRow($0, isOfComparison: true) }
    + [
      "theory", "sample", "median", "agreement", "doubt", "alarm", "unchecked", "facts",
      "exact-gram",
    ].map { GlossaryRow($0, isOfComparison: false) }
    + [GlossaryRow("absent", isOfComparison: nil)]
    + ["sample-mark", "theory-line", "crosshair", "pinned-mark", "list"].map { GlossaryRow($0) }
    + [GlossaryRow("score", .distribution, .matrix)]
    + [
      "std-law", "law-mean", "spread", "bounds", "density-axis", "beyond",
      "rule", "chi-square", "p", "worst", "ks", "bandwidth", "ecdf", "no-difference", "ecdf-band",
      "qq",
      "qq-bands", "tails", "law", "fans", "gain", "cut", "ceiling",
    ].map { GlossaryRow($0, .distribution) }
    + [
      "signal", "gradient", "weight-gradient", "rms", "band", "departure", "batch", "plain",
      "by-chance",
      "weight-variance", "bias-variance", "length", "output", "slope", "chi", "chi-parallel",
      "fixed-point", "share",
    ].map { GlossaryRow($0, .propagation) }
    + [
      "cell", "density-axis", "edges", "sides", "marchenko", "tracy-widom", "edelman", "outlier",
      "spikes", "identity", "ks", "rule",
    ].map { GlossaryRow($0, .matrix) }
    + [
      "layer-std", "layer-gain", "layer-bias", "layer-fans", "layer-true", "layer-weights",
      "layer-cut",
    ].map { GlossaryRow($0, .layers) }
    + [
      "consistent", "confirmed", "trained", "too-few", "constant", "duplicate", "broken", "errors",
    ].map { GlossaryRow($0, .tensors) }
}

extension String {
  /// Whether it is one glyph that is no letter.
  fileprivate var isMark: Bool {
    unicodeScalars.count == 1 && unicodeScalars.allSatisfy { !$0.properties.isAlphabetic }
  }
}

/// What is written in a part of a frame, word by word.
private struct Signs {
  private var words: [[String]] = []
  private var lines: [String] = []
  private var scalars: Set<Unicode.Scalar> = []

  init(_ frame: Frame, in region: Region) {
    for row in region.row..<min(region.endRow, frame.size.rows) {
      var words = [""]
      for column in region.column..<min(region.endColumn, frame.size.columns) {
        let glyph = frame[column, row].glyph
        if glyph == Cell.continuation { continue }
        scalars.insert(glyph)
        if glyph == " " || glyph == "│" {
          words.append("")
        } else if glyph == "~" || glyph == "!", words.last?.last?.isNumber == true {
          // Behind a number it is a sign of its own.
          words += [String(glyph), ""]
        } else {
          words.append(words.removeLast() + String(glyph))
        }
      }
      self.words.append(words.filter { !$0.isEmpty })
      lines.append(words.joined(separator: " "))
    }
  }

  /// Whether a sign stands somewhere: whole words, or a mark that may touch others.
  func contains(_ sign: String) -> Bool {
    let parts = sign.split(separator: " ").map(String.init)
    if parts.count == 1, let scalar = sign.unicodeScalars.first, sign.unicodeScalars.count == 1,
      !scalar.isASCII, scalar != "·"
    {
      return scalars.contains(scalar)
    }
    // Chinese words stand beside each other without blanks.
    if sign.unicodeScalars.contains(where: { TextWidth.columns(of: $0) == 2 }) {
      return lines.contains { $0.contains(sign) }
    }
    return words.contains { words in
      words.indices.contains { start in
        start + parts.count <= words.count
          && zip(words[start...], parts).allSatisfy { Self.bare($0) == Self.bare($1) }
      }
    }
  }

  private static func bare(_ word: String) -> String {
    let punctuation: Set<Character> = [",", ";", ":", "(", ")", ".", "─", "-"]
    let bare = word.drop { punctuation.contains($0) }
    let end = bare.lastIndex { !punctuation.contains($0) }
    return end.map { String(bare[...$0]) } ?? word
  }
}

extension Glossary: PopupContent {
  var title: Phrase { Phrase("glossary.title") }

  private static let signColumns = 14

  func pages(in room: Size, _ lettering: Lettering) -> (columns: Int, pages: [[PopupLine]]) {
    let columns = min(room.columns, 80)
    let blocks = entries.map { entry -> [PopupLine] in
      let sign = lettering.shown(entry.signs.joined(separator: "  "))
      let signs = sign.wrapped(to: Self.signColumns, at: [" "])
      let text = lettering.shown(entry.meaning)
        .wrapped(to: columns - Self.signColumns - 1, at: [" "])
      return (0..<max(signs.count, text.count)).map { index in
        var line = PopupLine()
        if index < signs.count { line = line.adding(signs[index], at: 0, Style(.key, .bold)) }
        if index < text.count {
          line = line.adding(text[index], at: Self.signColumns + 1, .text)
        }
        return line
      }
    }
    return (columns, PopupLine.pages(of: blocks, rows: room.rows))
  }
}
