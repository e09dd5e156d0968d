import Foundation
import PseudoTerminals
import Testing

/// Lectures, given in a real pseudo-terminal.
@Suite struct `A lecture that is given` {
  static let ids = [
    "why-he", "sqrt5", "three-frameworks", "which-fan", "tanh-and-gelu", "band", "residual",
    "embedding", "orthogonal", "memory", "seeds", "birth",
  ]
  static let folder = Initscope.readme.deletingLastPathComponent()
    .appending(path: "Resources/lectures")
  static let on = "\u{1B}[6~"
  static let start = "\u{1B}[15~"

  /// The headings of its steps, as its file has them.
  private func headings(_ id: String, _ language: String) throws -> [String] {
    let file = Self.folder.appending(path: "\(id).\(language).lecture")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap {
      $0.firstMatch(of: /^## (.*) \{#/).map { String($0.1) }
    }
  }

  @Test(arguments: ids, [("en", "This is the last step"), ("zh-Hans", "这是最后一步")])
  func `is played through to its end`(id: String, language: (String, String)) throws {
    let headings = try headings(id, language.0)
    let terminal = try Initscope.open(
      ["lecture", id, "--lang", language.0], columns: 80, rows: 24)
    var (seen, clicks) = ([0], 0)
    while clicks < 60 {
      let step = seen[seen.count - 1]
      let progress = "\(step + 1)/\(headings.count)"
      try #require(
        terminal.wait {
          $0.lines[0].contains(headings[step]) && $0.lines[0].hasSuffix(progress)
        }, "\(progress) \(headings[step])\n\(terminal.screen.text)")
      terminal.send(Self.on)
      clicks += 1
      let next = step + 1 < headings.count ? headings[step + 1] : language.1
      // Another click of this step, the next step, or the end.
      let before = terminal.screen.text
      try #require(
        terminal.wait { $0.text != before || $0.text.contains(next) }, "\(terminal.screen.text)")
      terminal.readUntilStill(for: .milliseconds(40))
      if terminal.screen.text.contains(language.1) { break }
      if terminal.screen.lines[0].hasSuffix("\(step + 2)/\(headings.count)") {
        seen.append(step + 1)
      }
    }
    #expect(seen == Array(headings.indices), "\(seen) after \(clicks) clicks")
    #expect(terminal.screen.lines.allSatisfy { !$0.contains("nan") })
    quit(terminal)
  }

  @Test func `is taken over and comes back as it was`() throws {
    let terminal = try Initscope.open(["lecture", "why-he", "--lang", "en"], columns: 80, rows: 24)
    terminal.send(Self.on + Self.on)
    try #require(terminal.wait { $0.lines[0].hasSuffix("2/7") && !$0.text.contains("…") })
    terminal.readUntilStill()
    let step = terminal.screen.lines
    terminal.send("\u{1B}[B")
    #expect(terminal.wait { $0.lines[0].hasPrefix(" PgDn 2/7") }, "\(terminal.screen.text)")
    terminal.send("rr")
    #expect(terminal.wait { $0.lines[0].hasSuffix("seed 2") }, "\(terminal.screen.text)")
    let played = terminal.screen.lines[0]
    terminal.send(Self.on)
    #expect(terminal.wait { $0.lines.dropLast() == step.dropLast() }, "\(terminal.screen.text)")
    terminal.send("'")
    #expect(terminal.wait { $0.lines[0] == played }, "\(terminal.screen.text)")
    terminal.send(Self.on + ".")
    #expect(terminal.wait { $0.text.allSatisfy(\.isWhitespace) })
    // Whatever a clicker sends brings the picture back, and Escape never ends a lecture.
    terminal.send("\u{1B}")
    #expect(terminal.wait { $0.lines.dropLast() == step.dropLast() }, "\(terminal.screen.text)")
    terminal.send("\u{1B}")
    terminal.readUntilStill()
    #expect(terminal.screen.lines[0] == step[0])
    quit(terminal)
  }

  @Test func `takes its file anew whenever it is saved`() throws {
    let folder = try Initscope.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "own.lecture")
    func write(_ words: String) throws {
      let text = "# Own\nid: own\nlang: en\n\n## One {#one}\nFirst.\n\n## Two {#two}\n\(words)\n"
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    try write("Second words.")
    let terminal = try Initscope.open(["lecture", file.path])
    try #require(terminal.wait(for: "First."), "\(terminal.screen.text)")
    terminal.send(Self.on)
    #expect(terminal.wait(for: "Second words."))
    try write("Other words, and more.")
    #expect(terminal.wait(for: "Other words, and more."), "\(terminal.screen.text)")
    #expect(terminal.screen.lines[0].hasSuffix("2/2"))
    try write("A {number")
    // The sentence may go on in the next line.
    let place = terminal.wait { $0.text.split(separator: /\s+/).joined().contains("line9,column3") }
    #expect(place, "\(terminal.screen.text)")
    #expect(terminal.screen.text.contains("Other words, and more."))
    try write("Mended.")
    #expect(terminal.wait { $0.text.contains("Mended.") && !$0.text.contains("column 3") })
    quit(terminal)
  }

  @Test func `is recorded as players take it`() throws {
    let folder = try Initscope.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let cast = folder.appending(path: "why.cast").path
    let terminal = try Initscope.open(
      ["lecture", "why-he", "--lang", "en", "--record", cast], columns: 80, rows: 24)
    try #require(terminal.wait { $0.lines[0].hasSuffix("1/7") })
    terminal.send(Self.on)
    try #require(terminal.wait { $0.lines[0].hasSuffix("2/7") })
    terminal.resize(columns: 100, rows: 30)
    try #require(terminal.wait { $0.lines.count == 30 && $0.lines[0].hasSuffix("2/7") })
    terminal.send(Self.on + Self.on)
    try #require(terminal.wait { $0.lines[0].hasSuffix("3/7") && !$0.text.contains("…") })
    terminal.readUntilStill()
    let last = terminal.screen.lines
    quit(terminal)
    let lines = try String(contentsOfFile: cast, encoding: .utf8).split(separator: "\n")
    let objects = try lines.map {
      try JSONSerialization.jsonObject(with: Data($0.utf8))
    }
    let header = try #require(objects.first as? [String: Any])
    #expect(header["version"] as? Int == 2 && header["title"] as? String == "Why He for ReLU")
    #expect(header["width"] as? Int == 80 && header["height"] as? Int == 24)
    var (time, markers) = (0.0, [String]())
    var screen = ScreenReader(columns: 80, rows: 24)
    for object in objects.dropFirst() {
      let event = try #require(object as? [Any])
      let (at, kind) = (try #require(event[0] as? Double), try #require(event[1] as? String))
      let data = try #require(event[2] as? String)
      #expect(event.count == 3 && at >= time)
      time = at
      switch kind {
      case "o":
        let bytes = Array(data.utf8)
        screen.feed(bytes[...])
      case "m": markers.append(data)
      case "r": screen.resize(columns: 100, rows: 30)
      default: Issue.record("\(kind)")
      }
    }
    #expect(
      markers == ["1 One layer keeps the size", "2 ReLU throws half away", "3 Thirty layers"])
    #expect(screen.lines == last)
  }

  @Test func `goes on by itself`() throws {
    let folder = try Initscope.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "own.lecture")
    try """
    # Own
    id: own
    lang: en
    ## One {#one}
    First.
    ~ 1
    ## Two {#two}
    Second.
    """.write(to: file, atomically: true, encoding: .utf8)
    let terminal = try Initscope.open(["lecture", file.path, "--auto"])
    try #require(terminal.wait(for: "First."))
    #expect(terminal.wait(for: "Second."), "\(terminal.screen.text)")
    quit(terminal)
  }

  @Test func `is written as the guide says`() throws {
    let guide = try String(
      contentsOf: Self.folder.appending(path: "README.md"), encoding: .utf8)
    let examples = guide.matches(of: /```lecture\n(?s)(.*?)```/).map { String($0.1) }
    #expect(examples.count == 2)
    let folder = try Initscope.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for example in examples {
      let file = folder.appending(path: "example.lecture")
      try example.write(to: file, atomically: true, encoding: .utf8)
      let checked = try Initscope.run(["lecture", "check", file.path])
      #expect(checked.status == .exited(0), "\(checked.text)\(checked.errorText)")
    }
    // Every name in its table of numbers is one.
    let table = guide.split(separator: "\n").filter {
      $0.firstMatch(of: /^\| (the weights|the matrix|a layer|the network|the activation|the seed)/)
        != nil
    }
    #expect(table.count == 7)
    let numbers = table.flatMap { $0.matches(of: /`([^`]+)`/).map { String($0.1) } }
    #expect(numbers.count > 40)
    let text = "# N\nid: n\nlang: en\n## N {#n}\n> normal --view propagation\n"
    let lines = numbers.map { "must \($0) < 1\n" }
    for group in stride(from: 0, to: lines.count, by: 40) {
      let file = folder.appending(path: "numbers.lecture")
      try (text + lines[group...].prefix(40).joined())
        .write(to: file, atomically: true, encoding: .utf8)
      let listed = try Initscope.run(["lecture", "check", file.path])
      #expect(listed.errorText.isEmpty && !listed.text.isEmpty, "\(listed.errorText)")
    }
  }

  // What PyTorch was seeded with for the file, and the rows that training left alone: 150 of 32 numbers.
  @Test func `finds who made a tensor while it is given`() throws {
    let terminal = try Initscope.open(["lecture", "birth", "--lang", "en"], columns: 80, rows: 24)
    try #require(terminal.wait { $0.lines[0].hasSuffix("1/8") })
    terminal.send("i8\r")
    try #require(terminal.wait(for: "An embedding of 256 rows"), "\(terminal.screen.text)")
    #expect(!terminal.screen.text.contains("20240601"))
    terminal.send(Self.on)
    try #require(terminal.wait(for: "bits of seed 20240601"), "\(terminal.screen.text)")
    #expect(terminal.screen.text.contains("4800 of 8192 numbers"))
    #expect(terminal.screen.text.contains("torch.manual_seed(20240601)"))
    quit(terminal)
  }

  @Test func `takes files of tensors beside it, and says which one is not there`() throws {
    let folder = try Initscope.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "own.lecture")
    try """
    # Own
    id: own
    lang: en
    ## One {#one}
    > model.safetensors --tensor classifier.weight
    Seed {birth_seed}.
    must birth_seed within 0.1 of 42
    """.write(to: file, atomically: true, encoding: .utf8)
    let missing = try Initscope.run(["lecture", "check", file.path])
    #expect(missing.status != .exited(0) && missing.errorText.contains("model.safetensors"))
    try FileManager.default.copyItem(
      at: Self.folder.appending(path: "birth.safetensors"),
      to: folder.appending(path: "model.safetensors"))
    let checked = try Initscope.run(["lecture", "check", file.path])
    #expect(checked.text == "own (en): steps 1, claims 1, no fault\n", "\(checked.errorText)")
    let output = folder.appending(path: "out").path
    #expect(try Initscope.run(["lecture", "export", "birth", "-o", output]).status == .exited(0))
    let handed = try Initscope.run(["check", "\(output)/birth.safetensors", "--birth"])
    #expect(handed.text.contains("classifier.weight: torch.manual_seed(42), after 1000 words"))
  }

  @Test func `is listed, checked and handed out`() throws {
    let list = try Initscope.run(["lecture", "list", "--lang", "zh-Hans"])
    #expect(list.text.split(separator: "\n").count == Self.ids.count)
    for id in Self.ids { #expect(list.text.contains("\(id) ")) }
    let folder = try Initscope.makeFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "own.lecture")
    let text = """
      # Own
      id: own
      lang: en
      ## One {#one}
      > normal --shape 8,8
      It is {std theory:2}.
      must std theory within 1% of 1
      """
    try text.write(to: file, atomically: true, encoding: .utf8)
    let good = try Initscope.run(["lecture", "check", file.path])
    #expect(good.status == .exited(0) && good.text == "own (en): steps 1, claims 1, no fault\n")
    try "\(text)\nmust std theory > 2\n".write(to: file, atomically: true, encoding: .utf8)
    let bad = try Initscope.run(["lecture", "check", file.path])
    #expect(bad.status == .exited(1))
    #expect(bad.text.contains("step one, line 8: std theory > 2: does not hold, 1 against 2"))
    try "\(text)\n}\n".write(to: file, atomically: true, encoding: .utf8)
    let unknown = try Initscope.run(["lecture", "why-hee"])
    #expect(unknown.status != .exited(0))
    #expect(
      unknown.errorText
        == "initscope: There is no lecture called 'why-hee', nor a file; see lecture list.\n")
    let unread = try Initscope.run(["lecture", "check", file.path])
    #expect(unread.status != .exited(0) && unread.errorText.contains("line 8, column 1"))
    let output = folder.appending(path: "out").path
    let export = try Initscope.run(["lecture", "export", "seeds", "--lang", "en", "-o", output])
    #expect(export.status == .exited(0), "\(export.errorText)")
    let page = try String(contentsOfFile: "\(output)/seeds.md", encoding: .utf8)
    let pictures = page.matches(of: /!\[[^\]]*\]\(([^)]+)\)/).map { String($0.1) }
    let files = try FileManager.default.contentsOfDirectory(atPath: output)
    #expect(Set(files) == Set(pictures + ["seeds.md"]) && pictures.count >= 5)
    for heading in try headings("seeds", "en") { #expect(page.contains(". \(heading)\n")) }
    #expect(!page.contains("…") && !page.contains("{"))
  }
}
