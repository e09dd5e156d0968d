internal import Expressions
internal import Initializers
internal import Lectures
internal import Scenes
internal import Screen
internal import Terminal
internal import TestSupport
internal import WeightFiles
internal import Words

/// A reader of what comes from outside, and what must hold whatever that is.
package enum FuzzedParser: String, CaseIterable, Sendable {
  /// Numbers as they are typed.
  case expression
  /// A scene's line.
  case scene
  /// A file of scenes.
  case scenes
  /// A model's recipe.
  case recipe
  /// A layer's constructor as it stands in code.
  case constructor
  /// A lecture.
  case lecture
  /// A terminal's bytes.
  case keys
  /// A file of tensors.
  case tensors
  /// The pickle in a file of PyTorch's.
  case pickle

  /// Something that should hold and does not.
  package struct Fault: Error, CustomStringConvertible {
    /// What it is, with what was read.
    package let description: String
  }

  /// Reads bytes and looks at what comes of them.
  package func check(_ bytes: [UInt8]) throws(Fault) {
    switch self {
    case .expression: try Self.checkExpression(String(decoding: bytes, as: UTF8.self))
    case .scene: try Self.checkScene(String(decoding: bytes, as: UTF8.self))
    case .scenes: try Self.checkScenes(bytes)
    case .recipe: try Self.checkRecipe(bytes)
    case .constructor: try Self.checkConstructor(String(decoding: bytes, as: UTF8.self))
    case .lecture: try Self.checkLecture(bytes)
    case .keys: try Self.checkKeys(bytes)
    case .tensors: try Self.checkTensors(bytes)
    case .pickle:
      // The storages of the examples.
      let storages = [8, 4, 32, 4, 2].enumerated().map { ("\($0)", Array(0..<UInt8($1))) }
      try Self.checkTensors(
        Files.torch(bytes, storages: Dictionary(uniqueKeysWithValues: storages)))
    }
  }

  private static func expect(
    _ condition: Bool, _ fault: @autoclosure () -> String
  ) throws(Fault) {
    if !condition { throw Fault(description: fault()) }
  }

  // A sentence; whoever shows it drops what steers terminals from the words that it quotes.
  private static func checkSentence(_ text: String) throws(Fault) {
    try expect(!text.isEmpty, "a refusal without a sentence")
  }

  private static func checkExpression(_ text: String) throws(Fault) {
    _ = (Int(evaluating: text), UInt64(evaluating: text))
    guard let expression = Expression(parsing: text) else { return }
    let fans: [Expression.Variable: Int] = [.fanIn: Int.max, .fanOut: 0]
    _ = (expression.value(), expression.value(fans), expression.wholeValue(fans))
    _ = (expression.python(fans), expression.substituting(fans).description)
    let printed = expression.description
    guard printed.unicodeScalars.count <= Expression.longest else { return }
    try expect(Expression(parsing: printed) == expression, "\(text) is not \(printed)")
  }

  private static func checkScene(_ text: String) throws(Fault) {
    _ = Scene.notes(on: text)
    let scene: Scene
    do throws(SceneError) { scene = try Scene(parsing: text) } catch {
      return try checkSentence(error.description)
    }
    try expectSame(scene, printed: scene.line) { line throws(SceneError) in
      try Scene(parsing: line)
    }
  }

  private static func checkConstructor(_ text: String) throws(Fault) {
    for given in [[:], [LayerSize.in: 24]] {
      let call: LayerCall
      do throws(LayerError) { call = try LayerCall(parsing: text, sizes: given) } catch {
        try checkSentence(Catalogue.english(error.phrase))
        continue
      }
      for framework in Framework.all {
        guard let tensors = try? call.tensors(in: framework) else { continue }
        try expect(!tensors.isEmpty, "\(call.line) is nothing in \(framework.name)")
        // What the framework's own code makes is the same layer.
        let code = call.code(in: framework, seed: Seed(0)).joined(separator: "\n")
        let pattern = /(?:nnx?|keras\.layers)\.(?!Rngs)[A-Z][^\n]*?\)(?=$|\n|\.init|\["params)/
        guard let own = code.firstMatch(of: pattern)?.output else {
          throw Fault(description: "no constructor in \(code)")
        }
        // Some do not say what does not change the weights, or is given by the input.
        let sizes = [LayerSize.in: call[.in], .stride: call[.stride], .padding: call[.padding]]
          .filter { call.kind.sizes.contains($0.key) }
        let again = try? LayerCall(parsing: String(own), sizes: sizes)
        try expect(again == call, "\(own) is not \(call.line)")
      }
    }
  }

  // What is printed is read as the same again, unless it is longer than what may be typed.
  private static func expectSame<Value: Equatable, Failure: Error>(
    _ value: Value, printed: String, reading: (String) throws(Failure) -> Value
  ) throws(Fault) {
    guard printed.split(separator: "\n").allSatisfy({ $0.utf8.count <= Scene.longestLine })
    else { return }
    let same: Value
    do throws(Failure) { same = try reading(printed) } catch {
      throw Fault(description: "\(printed.debugDescription) is not read: \(error)")
    }
    try expect(same == value, "\(printed.debugDescription) is another one")
  }

  private static func checkScenes(_ bytes: [UInt8]) throws(Fault) {
    do throws(SceneFileError) {
      let scenes = try SceneFile(parsing: bytes).scenes
      for scene in scenes { _ = try? scene.recipe() }
    } catch {
      try checkSentence(error.description)
      guard case .line(let number, let column, _) = error else { return }
      try checkPlace(line: number, column: column, in: bytes)
    }
  }

  // A place that there is.
  private static func checkPlace(
    line number: Int, column: Int, in bytes: [UInt8]
  ) throws(Fault) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    try expect((1...lines.count).contains(number), "line \(number) of \(lines.count)")
    let row = String(decoding: lines[number - 1], as: UTF8.self)
    let most = row.unicodeScalars.count + 1
    try expect((1...most).contains(column), "column \(column) of \(row.debugDescription)")
  }

  private static func checkLecture(_ bytes: [UInt8]) throws(Fault) {
    let lecture: Lecture
    do throws(LectureError) { lecture = try Lecture(parsing: bytes) } catch {
      try checkSentence(Catalogue.english(error.phrase))
      return try checkPlace(line: error.line, column: error.column, in: bytes)
    }
    try expect(!lecture.steps.isEmpty, "no step")
    try expect(Set(lecture.steps.map(\.name)).count == lecture.steps.count, "a name twice")
    for step in lecture.steps {
      let said = step.beats.map(\.blockCount)
      try expect(!said.isEmpty && said == said.sorted(), "what has been said is unsaid")
      try expect(said.last == step.blocks.count, "something is never said")
      _ = step.claims.map { $0.holds { _ in 1 } }
    }
    // Nothing in it steers a terminal.
    let texts =
      [lecture.title, lecture.id, lecture.language] + lecture.sources
      + lecture.steps.flatMap { [$0.title, $0.name] + $0.notes + $0.blocks.flatMap(\.texts) }
    for text in texts {
      try expect(
        text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control },
        "a control character in \(text.debugDescription)")
    }
  }

  private static func checkRecipe(_ bytes: [UInt8]) throws(Fault) {
    let recipe: ModelRecipe
    do throws(ModelRecipeError) { recipe = try ModelRecipe(parsing: bytes) } catch {
      return try checkSentence(error.description)
    }
    try expectSame(recipe, printed: recipe.text) { text throws(ModelRecipeError) in
      try ModelRecipe(parsing: Array(text.utf8))
    }
  }

  private static func checkKeys(_ bytes: [UInt8]) throws(Fault) {
    var decoder = KeyDecoder()
    let keys = decoder.keys(from: bytes)
    for case .character(let character) in keys {
      let isPrintable = character.unicodeScalars.allSatisfy {
        $0.properties.generalCategory != .control
      }
      try expect(isPrintable, "a control character among \(keys)")
    }
    // Wherever what arrives is split, it is the same.
    var pieces = KeyDecoder()
    try expect(bytes.flatMap { pieces.keys(from: [$0]) } == keys, "byte by byte not \(keys)")
    for middle in [bytes.count / 3, bytes.count / 2] {
      var halves = KeyDecoder()
      let first = halves.keys(from: Array(bytes[..<middle]))
      let both = first + halves.keys(from: Array(bytes[middle...]))
      try expect(both == keys, "split at \(middle): \(both), not \(keys)")
    }
    // Nothing that has begun keeps later keys from being heard.
    _ = (decoder.giveUp(), decoder.giveUp())
    try expect(decoder.patience == nil, "still waiting")
    try expect(decoder.keys(from: [0x6A]) == [.character("j")], "a key is not heard")
  }
}

extension FuzzedParser {
  private static func checkTensors(_ bytes: [UInt8]) throws(Fault) {
    let file: TensorFile
    do throws(TensorFileError) { file = try TensorFile(bytes: bytes, name: "file") } catch {
      try checkSentence(error.description)
      return try checkPlain(error.description)
    }
    for entry in file.entries { try checkEntry(entry, of: bytes.count) }
  }

  // Files are shown as they are, so nothing that steers terminals may be left.
  private static func checkPlain(_ text: String) throws(Fault) {
    try expect(
      !text.unicodeScalars.contains { $0.steersTerminals }, "\(text.debugDescription) steers")
  }

  private static func checkEntry(_ entry: TensorEntry, of size: Int) throws(Fault) {
    try checkPlain(entry.shownName)
    let range = entry.byteRange
    try expect(
      range.lowerBound >= 0 && range.upperBound <= size, "\(range) of \(size) bytes")
    try expect(entry.shape.reduce(1, *) == entry.count, "\(entry.count) of \(entry.shape)")
    // The first numbers, the last, and some in between, the same however they are read.
    for start in [0, entry.count / 2, max(0, entry.count - 300)] {
      let numbers: (whole: [Double], pieces: [Double])
      do {
        numbers = try Self.numbers(of: entry, start..<min(entry.count, start + 300))
      } catch {
        guard let error = error as? TensorFileError else { throw Fault(description: "\(error)") }
        try checkSentence(error.description)
        continue
      }
      let isSame = zip(numbers.whole, numbers.pieces).allSatisfy {
        $0 == $1 || $0.isNaN && $1.isNaN
      }
      try expect(
        isSame && numbers.whole.count == numbers.pieces.count,
        "\(numbers.whole) in one, \(numbers.pieces) in pieces")
    }
  }

  private static func numbers(
    of entry: TensorEntry, _ range: Range<Int>
  ) throws -> (whole: [Double], pieces: [Double]) {
    var whole = [Double](repeating: 0, count: range.count)
    try whole.withUnsafeMutableBufferPointer {
      try entry.read(from: range.lowerBound, into: $0)
    }
    var values = try entry.values(range)
    var pieces: [Double] = []
    var piece = [Double](repeating: 0, count: 7)
    while case let count = try piece.withUnsafeMutableBufferPointer({ try values.next(into: $0) }),
      count > 0
    {
      pieces += piece[..<count]
    }
    return (whole, pieces)
  }
}

extension Lecture.Block {
  /// All words in it.
  fileprivate var texts: [String] {
    switch self {
    case .prose(let spans): spans.texts
    case .choice(let question, let options): question.texts + options.flatMap(\.text.texts)
    case .estimate(let question, _, _): question.texts
    }
  }
}

extension [Lecture.Span] {
  fileprivate var texts: [String] {
    compactMap { span in
      switch span {
      case .text(let words), .emphasis(let words), .code(let words): words
      case .number: nil
      }
    }
  }
}
