internal import Lectures
internal import Scenes
package import Screen
internal import Words

/// Draws a lecture's notes: the whole screen as a value, without side effects.
package func view(_ notes: NotesModel) -> Frame {
  var whole = notes.picture
  (whole.size, whole.only) = (notes.size, nil)
  var canvas = Canvas(whole)
  guard let layout = NotesLayout(size: notes.size) else {
    canvas.drawTooSmall(notes.size, NotesLayout.least)
    return canvas.frame
  }
  canvas.fill(layout.header, Style(.chrome, on: .chrome))
  canvas.fill(layout.footer, Style(.chrome, on: .chrome))
  if let state = notes.state {
    canvas.drawHeader(of: notes, state, in: layout.header)
    canvas.drawPicture(of: notes, in: layout)
    canvas.drawPlace(of: notes, state, in: layout.next)
    canvas.drawNotes(of: notes, state, in: layout.notes)
  } else {
    canvas.put(
      Phrase("notes.title"), column: 1, row: layout.header.row,
      Style(.chrome, on: .chrome, .bold))
    canvas.drawWaiting(of: notes)
  }
  canvas.drawKeys(isFollowing: notes.state != nil, in: layout.footer)
  return canvas.frame
}

extension Canvas {
  // The lecture, where it is, and the clock, which no title pushes off.
  fileprivate mutating func drawHeader(
    of notes: NotesModel, _ state: LectureState, in region: Region
  ) {
    let time = Self.clock(notes.seconds)
    let minutes = state.lecture.minutes
    let clock = words(
      minutes.map { Phrase("notes.clock.of", ["time": .text(time), "minutes": "\($0)"]) }
        ?? .verbatim(time))
    let isLate = minutes.map { notes.seconds > 60 * $0 } ?? false
    put(
      clock, endColumn: region.endColumn - 1, row: region.row,
      Style(isLate ? .caution : .chrome, on: .chrome, .bold))
    var end = region.endColumn - 1 - columns(of: clock) - 2
    let place = "\(state.place.step + 1)/\(state.lecture.steps.count)"
    put(place, endColumn: end, row: region.row, Style(.chrome, on: .chrome))
    end -= columns(of: place) + 2
    put(
      cut(state.lecture.title, to: end - 1), column: 1, row: region.row,
      Style(.chrome, on: .chrome, .bold))
  }

  // The text, or as much of it as there is room for, with a sign.
  private func cut(_ text: String, to room: Int) -> String {
    guard columns(of: text) > room else { return text }
    return (shown(text).wrapped(to: room - columns(of: "…"), at: []).first ?? "") + "…"
  }

  /// Seconds as a clock has them: 3:07, 1:02:05.
  static func clock(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (minutes, rest) = (seconds / 60, two(seconds % 60))
    return minutes < 60 ? "\(minutes):\(rest)" : "\(minutes / 60):\(two(minutes % 60)):\(rest)"
  }

  fileprivate mutating func drawPicture(of notes: NotesModel, in layout: NotesLayout) {
    if let divider = layout.divider {
      for row in layout.header.endRow..<layout.footer.row {
        put("│", column: divider, row: row, Style(.dim))
      }
    }
    guard layout.picture.rows > 0 else { return }
    draw(ownCanvas(of: notes.picture).frame, in: layout.picture)
  }

  // What is on the screen, with a sign where that is not the lecture's own picture; the next click, the
  // next step.
  fileprivate mutating func drawPlace(
    of notes: NotesModel, _ state: LectureState, in region: Region
  ) {
    let signs: [Phrase] =
      switch state.activity {
      case .shown: []
      case .played: [Phrase("notes.played")]
      case .blank: [Phrase("notes.blank")]
      }
    var next = region
    // Where there is little room what comes is of more use than what is there.
    let isNowShown = region.rows >= 7
    if isNowShown {
      heading(Phrase("notes.now"), warnings: signs, in: region.top(1))
      let scene = notes.picture.scene.inShort
      let rows = putLines(
        scene, in: region.dropping(1), state.activity == .played ? .text : Style(.dim))
      next = region.dropping(1 + rows)
      if next.rows >= 6 { next = next.dropping(1) }
    }
    heading(Phrase("notes.next"), warnings: isNowShown ? [] : signs, in: next.top(1))
    drawNext(of: notes, state, in: next.dropping(1))
  }

  private mutating func drawNext(
    of notes: NotesModel, _ state: LectureState, in region: Region
  ) {
    let steps = state.lecture.steps
    let next = state.place.step + 1
    let clicks = words(notes.nextClick(state))
    let step =
      next < steps.count ? "\(next + 1)  \(steps[next].title)" : words(Phrase("notes.next.end"))
    let rows = [
      (label: words(Phrase("notes.next.click")), text: clicks, style: Style.text),
      (label: words(Phrase("notes.next.step")), text: step, style: Style(.text, .bold)),
    ].filter { !$0.text.isEmpty }
    let indent = (rows.map { columns(of: $0.label) }.max() ?? 0) + 2
    var row = region.row
    for (index, (label, text, style)) in rows.enumerated() {
      let lines = shown(text).wrapped(to: region.columns - indent, at: [" "])
      // Each keeps a row for those that follow.
      let room = max(0, region.endRow - row - (rows.count - 1 - index))
      if room > 0 { put(label, column: region.column, row: row, Style(.dim)) }
      for (index, line) in lines.prefix(room).enumerated() {
        let isCut = index == room - 1 && lines.count > room
        put(
          isCut ? cut(line + " …", to: region.columns - indent) : line,
          column: region.column + indent, row: row, style)
        row += 1
      }
    }
  }

  fileprivate mutating func drawNotes(
    of notes: NotesModel, _ state: LectureState, in region: Region
  ) {
    let count = state.step.beats.count
    let click = Phrase(
      "notes.click", ["click": "\(state.place.beat + 1)", "clicks": "\(count)"])
    let title = "\(state.place.step + 1)  \(state.step.title)"
    heading(
      .verbatim(cut(title, to: region.columns)), count > 1 ? [click] : [], in: region.top(1))
    let left = region.dropping(1)
    guard !state.step.notes.isEmpty else {
      let rows = putLines(Phrase("notes.empty"), in: left, Style(.dim))
      drawProse(of: notes, state, in: left.dropping(rows))
      return
    }
    let lines = notes.lines
    let isCut = lines.count > left.rows
    let seen = isCut ? left.rows - 1 : lines.count
    for (row, line) in lines.dropFirst(notes.skipped).prefix(seen).enumerated() {
      put(line, column: left.column, row: left.row + row, Style(.bright))
    }
    if isCut {
      let below = lines.count - notes.skipped - seen
      put(
        below > 0
          ? Phrase("notes.below", count: below) : Phrase("notes.above", count: notes.skipped),
        column: left.column, row: left.row + seen, Style(.caution))
    } else {
      drawProse(of: notes, state, in: left.dropping(seen))
    }
  }

  // What the hall reads, where there is room for all of it.
  private mutating func drawProse(
    of notes: NotesModel, _ state: LectureState, in region: Region
  ) {
    guard state.activity != .played else { return }
    let prose = LectureProse(step: state.step, beat: state.beat, lettering: lettering) {
      notes.number($0, beside: $1)
    }
    // As many as there will be, so that it does not come and go.
    guard prose.mostLines(columns: region.columns) + 2 <= region.rows else { return }
    heading(Phrase("notes.words"), in: region.dropping(1).top(1))
    for (row, runs) in prose.lines(columns: region.columns).enumerated() {
      put(runs, column: region.column, row: region.row + 2 + row, limit: region.columns)
    }
  }

  fileprivate mutating func drawWaiting(of notes: NotesModel) {
    let ended = notes.ended.map { lecture, seconds in
      Phrase(
        "notes.ended",
        ["title": .text(lecture.title), "time": .text(Self.clock(seconds))])
    }
    let none = notes.name.map { Phrase("notes.none.named", ["name": .text($0)]) }
    let command = "initscope lecture \(notes.name ?? "why-he")"
    let sentences: [(Phrase?, Style)] = [
      (ended, Style(.text, .bold)), (none ?? Phrase("notes.none"), Style(.text, .bold)),
      (Phrase("notes.begin", ["command": .text(command)]), Style(.dim)),
      (notes.obstacle, Style(.error, .bold)),
    ]
    let columns = min(64, notes.size.columns - 4)
    let blocks = sentences.compactMap { phrase, style in
      phrase.map { (shown($0).wrapped(to: columns, at: [" "]), style) }
    }
    var row = max(2, (notes.size.rows - blocks.reduce(-1) { $0 + $1.0.count + 1 }) / 2)
    for (lines, style) in blocks {
      for line in lines where row < notes.size.rows - 1 {
        put(
          line, column: (notes.size.columns - self.columns(of: line)) / 2, row: row, style)
        row += 1
      }
      row += 1
    }
  }

  fileprivate mutating func drawKeys(isFollowing: Bool, in region: Region) {
    let clicks = LectureKey.table.filter { LectureClick(rawValue: $0.name) != nil }
    let keys: [(String, Phrase)] =
      (isFollowing ? clicks.map { ($0.signs[0], $0.footer) } : [])
      + [("q", Phrase("key.quit.footer"))]
    var column = region.column + 1
    for (sign, label) in keys {
      column += put(
        [
          (sign, Style(.key, on: .chrome, .bold)),
          (" \(words(label))  ", Style(.chrome, on: .chrome)),
        ], column: column, row: region.row)
    }
  }
}

extension NotesModel {
  /// The notes of the step as lines that fit: with a blank line between two of them where there is room
  /// for all, else with all lines but their first ones indented.
  var lines: [String] {
    guard let state, let region = NotesLayout(size: size)?.notes else { return [] }
    func lines(indent: Int) -> [[String]] {
      state.step.notes.map {
        picture.lettering.shown($0).wrapped(to: region.columns, at: [" "], indent: indent)
      }
    }
    let airy = Array(lines(indent: 0).joined(separator: [""]))
    return airy.count <= region.rows - 1 ? airy : lines(indent: 2).flatMap(\.self)
  }

  /// The most lines that may be passed over so that the last one is seen.
  var mostSkipped: Int {
    let rows = (NotesLayout(size: size)?.notes.rows ?? 0) - 1
    return lines.count > rows ? lines.count - (rows - 1) : 0
  }

  /// What the next click brings in the same step; nothing at its last one.
  fileprivate func nextClick(_ state: LectureState) -> Phrase {
    if state.activity == .played { return Phrase("notes.next.back") }
    guard state.place.beat + 1 < state.step.beats.count else { return .verbatim("") }
    let (beat, next) = (state.beat, state.step.beats[state.place.beat + 1])
    let answer = !beat.isRevealed && next.isRevealed ? answer(state.step) : nil
    let change = SceneChange.phrase(from: beat.scene, to: next.scene)
    guard let answer, let change else { return answer ?? change ?? Phrase("notes.next.words") }
    return Phrase("remark.two", ["first": .phrase(answer), "second": .phrase(change)])
  }

  // The right answers of a question to choose; a number is only known when its scene is shown.
  private func answer(_ step: Lecture.Step) -> Phrase? {
    for block in step.blocks {
      switch block {
      case .prose: continue
      case .choice(_, let options):
        let right = options.enumerated().filter(\.element.isRight).map { index, option in
          "\(Model.letter(index)) \(plain(option.text))"
        }
        return Phrase("lecture.answer", ["answer": .text(right.joined(separator: ", "))])
      case .estimate: return Phrase("notes.next.number")
      }
    }
    return nil
  }

  private func plain(_ spans: [Lecture.Span]) -> String {
    spans.map { span in
      switch span {
      case .text(let words), .emphasis(let words), .code(let words): words
      case .number(let live): live.text { picture.number($0) }
      }
    }.joined()
  }
}
