import Lectures
import Scenes
import Screen
import Testing
import Words

@testable import Explorer

/// A lecture given in the explorer: its clicks, and what is played in between.
@Suite struct `A lecture in the explorer` {
  static let text = """
    # Title
    id: a
    lang: en

    ## One {#one}
    > xavier_normal --shape 32,32
    The std is {std:3}, theory {std theory:3}; kept for {fan_in:1} inputs.
    > --seed 7
    Another seed.

    ## Two {#two}
    ? What is left?
    - all
    * half
    !
    > --view propagation --depth 4 --width 32
    Of *q* {q 4 / q 1:2} is left, `A` has {A q 4:2}.

    ## Three {#three}
    ? By how much?
    = sqrt(q 4/q 1), within a factor 2
    !
    > --pin "kaiming_normal --depth 4 --width 32"
    So much: {A q 4:2}.
    """

  func lecturing(_ size: Size = Size(columns: 100, rows: 30)) throws -> Model {
    var model = Model(size: size)
    model.begin(try Lecture(parsing: Array(Self.text.utf8)))
    return model
  }

  /// The scene of the present click.
  func wanted(_ model: Model) throws -> Scene { try #require(model.lecturing).beat.scene }

  static let on: [Key] = [.pageDown, .character(" "), .character("n")]
  static let back: [Key] = [.pageUp, .character("p")]

  @Test(arguments: on, back)
  func `goes on and back by a clicker's keys`(on: Key, back: Key) throws {
    var model = try lecturing()
    var places = [try #require(model.lecturing).place]
    for _ in 0..<5 {
      model.update(.key(on))
      let lecturing = try #require(model.lecturing)
      #expect(model.scene == lecturing.beat.scene && !lecturing.isTakenOver)
      places.append(lecturing.place)
    }
    #expect(places.map(\.step) == [0, 0, 1, 1, 2, 2] && places.map(\.beat) == [0, 1, 0, 1, 0, 1])
    let last = model.pressing(on)
    #expect(last.lecturing?.place == places.last)
    #expect(last.notice?.sentence == "This is the last step of the lecture.")
    for place in places.dropLast().reversed() {
      model.update(.key(back))
      #expect(model.lecturing?.place == place)
      #expect(model.scene == (try wanted(model)))
    }
    let first = model.pressing(back)
    #expect(first.notice?.sentence == "This is the first step of the lecture.")
  }

  @Test func `shows its words with the numbers of its scene, the answer when it is given`() throws {
    var model = try lecturing().measured()
    let std = try #require(model.number("std"))
    #expect(
      view(model).text.contains("The std is \(Numeral.told(std, digits: 3)), theory 0.177"))
    #expect(view(model).text.contains("kept for 32 inputs"))
    model = try model.pressing(.pageDown, .pageDown).measured()
    #expect(view(model).text.contains("What is left?") && view(model).text.contains("b half"))
    #expect(!view(model).text.contains("✓ b half"))
    model = try model.pressing(.pageDown).measured()
    #expect(view(model).text.contains("✓ b half") && view(model).text.contains("is left"))
    // What is not known yet is an ellipsis, never another scene's number.
    #expect(view(model).text.contains("A has …"))
    model = model.pressing(.pageDown)
    #expect(view(model).text.contains("Your guess counts if it is within a factor of 2."))
    model = try model.pressing(.pageDown).measured()
    let (a, b) = (try #require(model.number("A q 4")), try #require(model.number("q 4")))
    #expect(a > b)
    #expect(view(model).text.contains("So much: \(Numeral.told(a, digits: 2))."))
  }

  @Test func `keeps the numbers of a sentence as they were beside its scene`() throws {
    var model = try lecturing().measured()
    let first = Numeral.told(try #require(model.number("std")), digits: 3)
    model = try model.pressing(.pageDown).measured()
    let second = Numeral.told(try #require(model.number("std")), digits: 3)
    try #require(first != second)
    #expect(view(model).text.contains("The std is \(first), theory 0.177"))
    // Whoever has not been there does not know.
    model = try model.pressing(.pageDown, .pageUp).measured()
    #expect(view(model).text.contains("The std is \(first)"))
    var other = try lecturing().pressing(.character("i"), .down, .enter, .pageUp).measured()
    #expect(other.lecturing?.place == .init(step: 0, beat: 1))
    #expect(view(other).text.contains("The std is …"))
    other = try other.pressing(.pageUp).measured().pressing(.pageDown)
    #expect(view(other).text.contains("The std is \(first)"))
    // What is played leaves no trace.
    other = try other.pressing(.character("r")).measured().pressing(.pageDown)
    #expect(view(other).text.contains("The std is \(first)"))
  }

  @Test func `is taken over by any other key, and comes back as it was`() throws {
    let model = try lecturing().pressing(.pageDown)
    let wanted = try wanted(model)
    for key: Key in [
      .down, .character("r"), .character("2"), .tab, .character(":"), .character("f"),
    ] {
      let played = model.pressing(key)
      #expect(played.lecturing?.isTakenOver == true, "\(key)")
      #expect(view(played).text.prefix { $0 != "\n" }.contains("PgDn 1/3"), "\(key)")
      for back: Key in [.pageDown, .pageUp, .function(5)] {
        let returned = played.pressing(back)
        #expect(returned.scene == wanted && returned.isLecturing, "\(key) \(back)")
        #expect(returned.lecturing?.place == model.lecturing?.place)
        #expect(returned.entry == nil && !returned.isPresenting && returned.pane == .methods)
      }
    }
    // While it is taken over, keys mean what they mean in the explorer.
    let played = model.pressing(.character("r"), .character(" "))
    #expect(played.isPlaying)
    let pinned = model.pressing(.character("r"), .character("p"))
    #expect(pinned.scene.pinned != nil)
    // What was played comes back by its key.
    let again = pinned.pressing(.pageDown, .character("'"))
    #expect(again.scene == pinned.scene && again.lecturing?.isTakenOver == true)
    #expect(
      model.pressing(.character("'")).notice?.sentence
        == "Nothing has been played yet: any other key takes over the live program.")
  }

  @Test func `keeps its step while only the look changes`() throws {
    let model = try lecturing()
    for key: Key in [.character("t"), .character("g"), .escape, .character("?"), .character("G")] {
      let other = model.pressing(key)
      #expect(other.isLecturing && other.scene == model.scene && !other.isFinished, "\(key)")
    }
    #expect(model.pressing(.character("?"), .escape).isLecturing)
    #expect(model.pressing(.character("q")).isFinished)
  }

  @Test func `lists its own keys, and what the others do`() throws {
    let text = view(try lecturing().pressing(.character("?"))).text
    for words in ["PgDn space n", "the click before", "anything else: the live program", "leave"] {
      #expect(text.contains(words), "\(words)")
    }
    #expect(!text.contains("play seeds"))
    let played = view(try lecturing().pressing(.down, .character("?"))).text
    #expect(played.contains("play seeds") && !played.contains("the click before"))
  }

  @Test func `says what is not the method's default`() throws {
    var model = Model(size: Size(columns: 80, rows: 24))
    model = model.pressing(.character(":")).typing("xavier_normal --gain 5/3")
      .pressing(.enter, .character("f"))
    #expect(view(model).text.hasPrefix(" xavier_normal gain 5/3"), "\(view(model).text)")
  }

  @Test func `can be blank, so that all look at who speaks`() throws {
    let model = try lecturing()
    for key: Key in [.character("."), .character("b")] {
      let blank = model.pressing(key)
      #expect(view(blank).text.allSatisfy { $0 == " " || $0.isNewline })
      for other: Key in [.character("."), .pageDown, .escape, .character("q")] {
        let back = blank.pressing(other)
        #expect(view(back) == view(model) && !back.isFinished)
      }
    }
  }

  @Test func `has an index to go to any step`() throws {
    let model = try lecturing().pressing(.character("i"))
    for title in ["1  One", "2  Two", "3  Three"] { #expect(view(model).text.contains(title)) }
    #expect(view(model).text.contains("▸ 1  One"), "not by colour alone")
    #expect(view(model.pressing(.down)).text.contains("▸ 2  Two"))
    #expect(model.pressing(.character("3"), .enter).lecturing?.place == .init(step: 2))
    #expect(model.pressing(.down, .enter).lecturing?.place == .init(step: 1))
    #expect(model.pressing(.end, .up, .enter).lecturing?.place == .init(step: 1))
    #expect(model.pressing(.character("9"), .character("9"), .enter).lecturing?.place.step == 2)
    let closed = model.pressing(.escape)
    #expect(closed.lecturing?.index == nil && closed.lecturing?.place == .init())
  }

  @Test(arguments: [
    Size(columns: 60, rows: 18), Size(columns: 80, rows: 24), Size(columns: 120, rows: 36),
    Size(columns: 160, rows: 50),
  ])
  func `shows all that is said at every size`(size: Size) throws {
    var model = try lecturing(size)
    for _ in 0..<6 {
      model = try model.measured()
      let text = view(model).text
      #expect(view(model).size == size)
      let prose = try #require(model.prose)
      let layout = try #require(model.lectureLayout)
      let lines = prose.lines(columns: layout.prose.columns)
      #expect(lines.count <= layout.prose.rows)
      for line in lines {
        #expect(
          text.contains(String(line.map(\.0).joined().reversed().drop { $0 == " " }.reversed())))
      }
      model = model.pressing(.pageDown)
    }
  }

  @Test func `is found without fault where there is none`() throws {
    let lecture = try Lecture(parsing: Array(Self.text.utf8))
    #expect(
      lecture.faults(in: .english).map { Catalogue.english($0.phrase) }
        == ["step two, click 2: A q 4 is not known there"])
    let claims = Self.text + "\nmust q 4 < 0\nmust A q 4 within 90% of 1\nmust sigma_max < 1e9\n"
    let wrong = try Lecture(parsing: Array(claims.utf8))
    let sentences = wrong.faults(in: .english).map { Catalogue.english($0.phrase) }
    #expect(sentences.count == 2)
    #expect(
      sentences.last?.hasPrefix("step three, line 25: q 4 < 0: does not hold, 0.") == true)
    #expect(sentences.last?.hasSuffix(" against 0") == true)
  }

  @Test func `comes back to its step after anything`() async throws {
    var (events, taken) = (0, 0)
    for seed in 0..<6 {
      var random = RandomEvents(seed: UInt64(seed))
      var model = random.model()
      model.begin(try Lecture(parsing: Array(Self.text.utf8)))
      for _ in 0..<300 {
        await Task.yield()
        for message in random.next(for: model) {
          model.update(message)
          _ = view(model)
          events += 1
          // Whoever has left gives the lecture anew.
          if model.isFinished {
            model = random.model()
            model.begin(try Lecture(parsing: Array(Self.text.utf8)))
          }
        }
        guard model.lecturing?.isTakenOver == true else {
          #expect(model.scene == (try wanted(model)), "seed \(seed)")
          continue
        }
        taken += 1
        let place = model.lecturing?.place
        model.update(.key(.pageDown))
        #expect(model.scene == (try wanted(model)) && model.isLecturing, "seed \(seed)")
        #expect(model.lecturing?.place == place && model.entry == nil && model.overlay == nil)
      }
    }
    #expect(events > 2000 && taken > 100)
  }
}
