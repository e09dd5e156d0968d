import Background
import Initializers
import Lectures
import Scenes
import Screen
import TestSupport
import Testing
import Words

@testable import Explorer

/// The notes of a lecture that is given elsewhere: what is on their screen.
@Suite struct `The notes of a lecture` {
  static let text = """
    # A lecture
    id: a
    lang: en
    minutes: 12

    ## First {#first}
    > xavier_normal --shape 32,32
    The std is {std:3}.
    % Let them read. Then `r`.
    % Ask what follows.

    ## Second step {#second}
    ? What is left?
    - all
    * a half
    !
    > --view propagation --depth 4 --width 32
    Of q {q 4 / q 1:2} is left.
    % The wrong answer is "none".

    ## Third {#third}
    ? How much?
    = sqrt(q 4/q 1), within a factor 2
    !
    So much.

    ## Last {#last}
    > zeros --shape 4,4
    > --shape 8,8
    """
  static let given = Result { try Lecture(parsing: Array(text.utf8)) }
  static let sizes = [
    Size(columns: 60, rows: 18), Size(columns: 80, rows: 24), Size(columns: 120, rows: 36),
    Size(columns: 160, rows: 50),
  ]

  /// The lecture after some keys.
  private func lecture(_ keys: [Key] = [], text: String = Self.text) throws -> Model {
    var model = Model()
    // Scenes take their time to be read.
    let given = text == Self.text ? try Self.given.get() : try Lecture(parsing: Array(text.utf8))
    model.begin(given)
    for key in keys { model.update(.key(key)) }
    return model
  }

  /// The notes of the lecture after some keys, with all their numbers.
  private func notes(
    _ keys: Key..., size: Size = Self.sizes[1], text: String = Self.text,
    words: Catalogue = .english
  ) throws -> NotesModel {
    var notes = NotesModel(following: nil, size: size, words: words)
    let state = try #require(try lecture(keys, text: text).lectureState)
    notes.update(.followed(state))
    measure(&notes)
    return notes
  }

  private func measure(_ notes: inout NotesModel) {
    for (slot, job) in notes.work { notes.update(.found(slot, job.answer())) }
    #expect(notes.isSettled)
  }

  private func text(_ notes: NotesModel) -> String { view(notes).text }

  @Test(arguments: sizes)
  func `say all that whoever speaks needs`(size: Size) throws {
    let first = text(try notes(size: size))
    for said in [
      "A lecture", "1/4", "0:00 of 12 min", "1  First", "Let them read. Then `r`.",
      "Ask what follows.", "2  Second step", "Histogram",
    ] { #expect(first.contains(said), "\(said)\n\(first)") }
    let second = text(try notes(.pageDown, size: size))
    #expect(second.contains("2/4") && second.contains("click 1/2"))
    #expect(second.contains("The wrong answer is") && second.contains("3  Third"))
    // The answer is known to one before the hall has it, and what comes with it.
    #expect(second.contains("Answer: b a half"))
    let revealed = text(try notes(.pageDown, .pageDown, size: size))
    #expect(revealed.contains("click 2/2") && !revealed.contains("Answer:"))
    #expect(revealed.contains("Signal through depth"))
    let third = text(try notes(.pageDown, .pageDown, .pageDown, size: size))
    #expect(third.contains("the number") && third.contains("No notes"))
    let keys: [Key] = [.character("i"), .end, .enter]
    var last = NotesModel(following: nil, size: size)
    last.update(.followed(try #require(try lecture(keys).lectureState)))
    #expect(text(last).contains("shape 4×4 → 8×8") && text(last).contains("this is the last"))
  }

  @Test func `have the picture of the screen, as it is played too`() throws {
    let notes = try notes()
    #expect(notes.picture.scene == (try Scene(parsing: "xavier_normal --shape 32,32")))
    #expect(text(notes).contains("xavier_normal 32×32 seed 0") && !text(notes).contains("live"))
    let played = try self.notes(.character("r"))
    #expect(
      played.picture.scene.seed == Seed(1) && text(played).contains("played live"))
    #expect(text(played).contains("xavier_normal 32×32 seed 1"))
    #expect(text(played).contains("back to the lecture"))
    #expect(text(try self.notes(.character("b"))).contains("blank"))
    // What PyTorch refuses is refused here as well.
    let refused = try self.notes(.character(":"), .paste("trunc_normal --shape 5"), .enter, .down)
    #expect(refused.work.isEmpty && text(refused).contains("xavier_uniform"))
  }

  @Test func `show what the hall reads, with its numbers, where there is room`() throws {
    let size = Self.sizes[2]
    let first = try notes(size: size)
    let std = try #require(first.picture.number("std"))
    #expect(text(first).contains("The std is \(Numeral.typeset(std, digits: 3))."))
    let second = try notes(.pageDown, .pageDown, size: size)
    #expect(text(second).contains("✓ b a half") && !text(second).contains("…"))
    #expect(!text(try notes(.character("r"), size: size)).contains("What it says"))
    #expect(!text(try notes(.pageDown, .pageDown, size: Self.sizes[0])).contains("What it says"))
  }

  @Test func `keep the numbers that were told beside an earlier scene`() throws {
    let text = """
      # Two scenes
      id: b
      lang: en

      ## One {#one}
      > xavier_normal --shape 32,32
      First {std theory:3}.
      > --shape 8,8
      Then {std theory:3}.
      """
    var notes = NotesModel(following: nil, size: Self.sizes[2])
    for keys in [[], [.pageDown]] as [[Key]] {
      notes.update(.followed(try #require(try lecture(keys, text: text).lectureState)))
      measure(&notes)
    }
    #expect(self.text(notes).contains("First 0.177.") && self.text(notes).contains("Then 0.354."))
    // Who comes late has only what is there now.
    let late = try self.notes(.pageDown, size: Self.sizes[2], text: text)
    #expect(self.text(late).contains("First ….") && self.text(late).contains("Then 0.354."))
  }

  @Test func `count the time of the lecture`() throws {
    var notes = try notes()
    for (seconds, clock) in [
      (0, "0:00"), (59, "0:59"), (187, "3:07"), (3599, "59:59"), (3725, "1:02:05"),
      (360_000, "100:00:00"),
    ] {
      notes.update(.elapsed(seconds: seconds))
      let header = view(notes).text.split(separator: "\n")[0]
      #expect(header.hasSuffix("  \(clock) of 12 min"), "\(header)")
      let role = view(notes)[77, 0].style.foreground
      #expect(role == (seconds > 720 ? .caution : .chrome))
    }
  }

  @Test func `are cut with a sign where they do not fit, and else whole`() throws {
    let long = (0..<40).map { "% Note \($0) of forty, which has some words to fill a line.\n" }
    let text = Self.text + "\n" + long.joined()
    for size in Self.sizes {
      var notes = try notes(.character("i"), .end, .enter, size: size, text: text)
      func seen() -> [Int] {
        let shown = self.text(notes)
        return (0..<40).filter { shown.contains("Note \($0) of forty") }
      }
      let first = seen()
      #expect(first == Array(0..<first.count) && !first.isEmpty)
      #expect(self.text(notes).contains("more lines") == (first.count < 40))
      // The arrows go to the rest, and no further.
      for _ in 0..<100 { notes.update(.key(.down)) }
      let last = seen()
      #expect(last.last == 39 && last.count >= first.count - 1)
      #expect(self.text(notes).contains("lines above") == (first.count < 40))
      notes.update(.key(.up))
      #expect(self.text(notes).contains("1 more line") == (first.count < 40))
      notes.update(.resized(Size(columns: 160, rows: 100)))
      #expect(seen() == Array(0..<40))
      notes.update(.resized(size))
      for _ in 0..<100 { notes.update(.key(.up)) }
      #expect(seen() == first)
      notes.update(.key(.down))
      notes.update(.followed(try #require(try lecture([.pageDown]).lectureState)))
      #expect(self.text(notes).contains("The wrong answer"))
    }
    let word = Self.text + "\n% " + String(repeating: "W", count: 3000)
    for size in Self.sizes {
      let shown = self.text(try notes(.character("i"), .end, .enter, size: size, text: word))
      #expect(shown.contains("WWWW") && shown.split(separator: "\n").count == size.rows)
    }
  }

  @Test func `say that nothing is given, and what has ended`() throws {
    var notes = NotesModel(following: nil, size: Self.sizes[0])
    #expect(text(notes).contains("No lecture is being given."))
    #expect(text(notes).contains("initscope lecture why-he"))
    #expect(notes.work.isEmpty)
    notes.update(.obstructed(Phrase("error.socket.folder", ["path": "/x"])))
    #expect(text(notes).contains("/x is no folder"))
    notes.update(.obstructed(nil))
    #expect(!text(notes).contains("/x is no folder"))
    notes.update(.followed(try #require(try lecture().lectureState)))
    notes.update(.elapsed(seconds: 754))
    notes.update(.ended)
    #expect(text(notes).contains("A lecture has ended after 12:34.") && notes.work.isEmpty)
    #expect(text(notes).contains("No lecture is being given."))
    // One may end before it has begun.
    notes.update(.ended)
    notes.update(.followed(try #require(try lecture().lectureState)))
    #expect(!text(notes).contains("ended") && text(notes).contains("Let them read"))
    let named = NotesModel(following: "sqrt5", size: Self.sizes[0])
    #expect(text(named).contains("The lecture sqrt5 is not being given."))
    #expect(text(named).contains("initscope lecture sqrt5"))
  }

  @Test func `take a clicker's keys for the lecture, and their own`() throws {
    var notes = try notes()
    for key: Key in [.pageDown, .character(" "), .character("n")] { notes.update(.key(key)) }
    for key: Key in [.pageUp, .character("p")] { notes.update(.key(key)) }
    #expect(notes.takeClicks() == [.on, .on, .on, .back, .back] && notes.takeClicks().isEmpty)
    let others: [Key] = [
      .character("r"), .character("i"), .character("b"), .function(5), .escape, .enter, .down,
      .character(":"), .paste("normal"), .mouse(.press, column: 3, row: 3),
    ]
    for key in others { notes.update(.key(key)) }
    #expect(notes.takeClicks().isEmpty && !notes.isFinished)
    let theme = notes.capabilities.theme
    notes.update(.key(.character("t")))
    #expect(notes.capabilities.theme != theme)
    notes.update(.key(.character("g")))
    #expect(notes.capabilities.glyphs != .braille)
    for key: Key in [.character("q"), .control("c")] {
      var left = notes
      left.update(.key(key))
      #expect(left.isFinished)
    }
    var waiting = NotesModel(following: nil, size: Self.sizes[0])
    waiting.update(.key(.pageDown))
    #expect(waiting.takeClicks().isEmpty)
  }

  @Test func `ask for more room where there is too little`() throws {
    for size in [(39, 30), (80, 11), (1, 1), (0, 0), (10, 60)] {
      let size = Size(columns: size.0, rows: size.1)
      #expect(view(try notes(size: size)).size == size)
    }
    #expect(text(try notes(size: Size(columns: 30, rows: 30))).contains("40×12"))
    let state = try #require(try lecture([.pageDown]).lectureState)
    for columns in stride(from: 40, to: 170, by: 3) {
      for rows in [12, 13, 17, 18, 24, 40] {
        let size = Size(columns: columns, rows: rows)
        let layout = try #require(NotesLayout(size: size))
        let parts = [layout.picture, layout.next, layout.notes]
        for part in parts {
          #expect(part.endColumn <= columns && part.endRow <= layout.footer.row && part.row > 0)
        }
        #expect(layout.notes.rows >= 5 && layout.notes.columns >= 38)
        #expect(layout.picture.rows == 0 || layout.picture.rows >= 8)
        var notes = NotesModel(following: nil, size: size)
        notes.update(.followed(state))
        #expect(text(notes).contains("The wrong answer") && text(notes).contains("3  Third"))
      }
    }
  }

  @Test(arguments: sizes)
  func `say everything in Chinese, and are ASCII where they must`(size: Size) throws {
    let keys: [[Key]] = [
      [], [.pageDown], [.pageDown, .pageDown, .pageDown], [.character("r")], [.character("b")],
    ]
    let said = Set(["Next", "click", "step", "Now", "played", "of", "min", "on", "back", "quit"])
    for keys in keys {
      var notes = NotesModel(following: nil, size: size, words: .simplifiedChinese)
      #expect(!text(notes).contains("lecture is"))
      notes.update(.followed(try #require(try lecture(keys).lectureState)))
      measure(&notes)
      let own = text(notes).replacing(/Let them.*|Of q.*|.*step$|A lecture/, with: "")
      let words = Set(own.split { !$0.isLetter || !$0.isASCII }.map(String.init))
      #expect(words.intersection(said.subtracting(["step"])).isEmpty, "\(own)")
      var ascii = NotesModel(
        following: nil, size: size,
        capabilities: Capabilities(colors: .none, glyphs: .ascii, theme: .mono))
      ascii.update(.followed(try #require(try lecture(keys).lectureState)))
      measure(&ascii)
      #expect(text(ascii).allSatisfy { $0.isASCII })
    }
  }

  @Test func `survive whatever happens to the lecture and to them`() async throws {
    var followed = 0
    for seed in 0..<4 {
      var random = RandomEvents(seed: UInt64(seed))
      var model = random.model()
      let given = try Self.given.get()
      model.begin(given)
      var notes = NotesModel(following: nil, size: model.size, capabilities: model.capabilities)
      for _ in 0..<150 {
        await Task.yield()
        for message in random.next(for: model) {
          model.update(message)
          if model.isFinished {
            notes.update(.ended)
            model = random.model()
            model.begin(given)
          }
          switch message {
          case .key(let key): notes.update(.key(key))
          case .resized(let size): notes.update(.resized(size))
          case .background(let color): notes.update(.background(color))
          case .columns(let columns, let set): notes.update(.columns(columns, of: set))
          case .found(let slot, let finding): notes.update(.found(slot, finding))
          default: break
          }
          if let state = model.lectureState, state != notes.state {
            notes.update(.followed(state))
            followed += 1
          }
          #expect(view(notes).size == notes.size)
        }
      }
    }
    #expect(followed > 50, "\(followed)")
  }
}
