internal import Initializers
internal import Lectures
internal import MeanField
internal import Scenes
internal import Screen
internal import Words

/// A row of the table of keys: the keys that belong together, what each does, and what the footer,
/// the help and the front page say of them.
///
/// The words are in the catalogue under the row's name: `key.seed.footer`, `key.seed.help` and
/// `key.seed.page`.
struct Binding: Sendable {
  /// What one or more keys do.
  struct Stroke: Sendable {
    let keys: [Key]
    let perform: @Sendable (inout Model) -> Void

    init(_ keys: Key..., perform: @escaping @Sendable (inout Model) -> Void) {
      (self.keys, self.perform) = (keys, perform)
    }
  }

  /// What the footer says of a row.
  enum Footer: Sendable {
    /// Nothing.
    case none
    /// Its first sign and its words.
    case plain
    /// A sign and words that depend on what is going on; nil where it has no use.
    case changing(@Sendable (Model) -> (sign: String, label: Phrase)?)
  }

  /// The row's name in the catalogue.
  let name: String
  /// The keys as the user reads them.
  let signs: [String]
  /// The view that alone has a use for them; nil for all.
  var view: Scenes.View?
  var footer = Footer.none
  /// Whether the keys do no more over an overlay than close it.
  var closesOverlays = false
  private(set) var strokes: [Stroke]

  init(
    _ name: String, _ signs: [String], view: Scenes.View? = nil, footer: Footer = .none,
    closesOverlays: Bool = false, _ strokes: Stroke...
  ) {
    (self.name, self.signs, self.view) = (name, signs, view)
    (self.footer, self.closesOverlays, self.strokes) = (footer, closesOverlays, strokes)
  }

  /// All keys of the row.
  var keys: [Key] { strokes.flatMap(\.keys) }

  /// The keys as the help has them.
  var keyText: String { signs.joined(separator: " ") }

  /// Whether it is the row of the help itself.
  var opensHelp: Bool { keys.contains(.character("?")) }

  /// The help's words.
  var help: Phrase { Phrase("key.\(name).help") }

  /// The front page's words.
  var page: Phrase { Phrase("key.\(name).page") }

  /// The sign and the words of the footer; nil where there are none.
  func hint(_ model: Model) -> (sign: String, label: Phrase)? {
    if let view, view != model.scene.view { return nil }
    switch footer {
    case .none: return nil
    case .plain: return (signs[0], Phrase("key.\(name).footer"))
    case .changing(let hint): return hint(model)
    }
  }

  /// The row of the view keys, from the table of views.
  private static let views: Binding = {
    var binding = Binding("views", ViewEntry.all.map { "\($0.key)" })
    binding.strokes = ViewEntry.all.map { entry in
      Stroke(.character(entry.key)) { $0.show(entry.view) }
    }
    return binding
  }()

  /// The one table that decides what keys do, the footer, the help and the front page.
  static let table: [Binding] = [
    Binding(
      "rows", ["↑↓", "kj"],
      Stroke(.up, .character("k")) { $0.moveRow(by: -1) },
      Stroke(.down, .character("j")) { $0.moveRow(by: 1) }),
    Binding(
      "far", ["Pg", "Home"],
      footer: .changing { model in
        if let lecturing = model.lecturing, lecturing.isTakenOver {
          return ("PgDn", Phrase("key.far.lecture", ["place": .text(lecturing.progress)]))
        }
        guard !model.steps.isEmpty else { return nil }
        let places: [String: Phrase.Part] = [
          "step": "\(model.step + 1)", "count": "\(model.steps.count)",
        ]
        return ("PgDn", Phrase("key.far.footer", places))
      },
      Stroke(.home) { $0.moveFar(.first) },
      Stroke(.end) { $0.moveFar(.last) },
      Stroke(.pageUp) { $0.moveFar(.pageUp) },
      Stroke(.pageDown) { $0.moveFar(.pageDown) }),
    Binding(
      "values", ["←→", "hl"],
      Stroke(.left, .character("h")) { $0.step(.coarse, up: false) },
      Stroke(.right, .character("l")) { $0.step(.coarse, up: true) }),
    Binding(
      "pane", ["Tab"],
      footer: .changing { model in
        guard model.viewEntry.hasLists else { return nil }
        return switch model.nextPane() {
        case .methods: ("Tab", Phrase("key.pane.back"))
        case .form: ("Tab", Phrase("key.pane.footer"))
        case .chart: ("Tab", Phrase("key.pane.chart"))
        }
      }, closesOverlays: true,
      Stroke(.tab) { $0.switchPane() },
      Stroke(.backTab) { $0.switchPane(backwards: true) }),
    Binding(
      "finely", ["[", "]"],
      Stroke(.character("[")) { $0.step(.fine, up: false) },
      Stroke(.character("]")) { $0.step(.fine, up: true) }),
    Binding(
      "type", ["⏎", "e"],
      footer: .changing { model in
        if !model.viewEntry.hasLists { return ("⏎", Phrase("key.type.look")) }
        return model.pane == .methods ? nil : ("⏎", Phrase("key.type.footer"))
      },
      closesOverlays: true,
      Stroke(.enter, .character("e")) { $0.beginTyping() }),
    Binding("reset", ["⌫"], Stroke(.backspace, .delete) { $0.resetField() }),
    Binding(
      "seed", ["r", "R"],
      footer: .changing { $0.drawsScene ? ("r", Phrase("key.seed.footer")) : nil },
      Stroke(.character("r")) { $0.changeSeed(by: 1) },
      Stroke(.character("R")) { $0.changeSeed(by: -1) }),
    Binding(
      "play", ["space"],
      footer: .changing { model in
        guard model.drawsScene else { return nil }
        return ("space", model.isPlaying ? Phrase("key.play.stop") : Phrase("key.play.footer"))
      },
      Stroke(.character(" ")) { $0.play() }),
    Binding("sum", ["a"], view: .distribution, Stroke(.character("a")) { $0.addUp() }),
    Binding(
      // One hint stands for the pair.
      "size", ["+", "−"],
      footer: .changing { $0.drawsScene ? ("+−", Phrase("key.size.footer")) : nil },
      Stroke(.character("+"), .character("=")) { $0.resize(up: true) },
      Stroke(.character("-"), .character("_")) { $0.resize(up: false) }),
    views,
    Binding(
      "panel", ["d", "D"], view: .distribution, footer: .plain,
      Stroke(.character("d")) { $0.switchPanel(by: 1) },
      Stroke(.character("D")) { $0.switchPanel(by: -1) }),
    Binding(
      "crosshair", ["c"],
      footer: .changing {
        [.matrix, .layers, .tensors].contains($0.scene.view)
          ? nil : ("c", Phrase("key.crosshair.footer"))
      },
      Stroke(.character("c")) { $0.pane == .chart ? $0.leaveChart() : $0.enterChart() }),
    Binding(
      "bins", ["b", "B"], view: .distribution, footer: .plain,
      Stroke(.character("b")) { $0.switchBins(by: 1) },
      Stroke(.character("B")) { $0.switchBins(by: -1) }),
    Binding(
      "pin", ["p", "P"],
      footer: .changing { model in
        model.scene.pinned == nil ? ("p", Phrase("key.pin.footer")) : ("P", Phrase("key.pin.unpin"))
      },
      Stroke(.character("p")) { $0.pin() },
      Stroke(.character("P")) { $0.unpin() }),
    Binding(
      "framework", ["w", "W"],
      Stroke(.character("w")) { $0.switchFramework(up: true) },
      Stroke(.character("W")) { $0.switchFramework(up: false) }),
    Binding(
      "order", ["n", "N"], view: .tensors, footer: .plain,
      Stroke(.character("n")) { $0.switchOrder(by: 1) },
      Stroke(.character("N")) { $0.switchOrder(by: -1) }),
    Binding(
      "verdict", ["v", "V"], view: .tensors, footer: .plain,
      Stroke(.character("v")) { $0.switchVerdict(by: 1) },
      Stroke(.character("V")) { $0.switchVerdict(by: -1) }),
    Binding(
      "birth", ["i"], view: .tensors, footer: .plain,
      Stroke(.character("i")) { $0.seekBirth() }),
    Binding(
      "namesake", ["A"], view: .tensors,
      footer: .changing { model in
        guard model.hasSeveralFiles else { return nil }
        return (
          "A",
          model.tensorList.pinsNamesake
            ? Phrase("key.namesake.unpin") : Phrase("key.namesake.footer")
        )
      },
      Stroke(.character("A")) { $0.comparesFiles() }),
    Binding(
      "find", ["/"], view: .tensors, footer: .plain, closesOverlays: true,
      Stroke(.character("/")) { model in
        model.entry = Entry(.find, text: model.tensorList.search, isProposed: true)
      }),
    Binding("present", ["f"], Stroke(.character("f")) { $0.present() }),
    Binding("exchange", ["x"], Stroke(.character("x")) { $0.exchange() }),
    Binding(
      "undo", ["u", "U"],
      Stroke(.character("u")) { $0.undo() },
      Stroke(.character("U")) { $0.redo() }),
    Binding(
      "marks", ["m", "'"],
      Stroke(.character("m")) { $0.awaited = .setting },
      Stroke(.character("'")) { $0.awaited = .going }),
    Binding(
      "solve", ["o", "O"],
      Stroke(.character("o")) { $0.keep(.forward) },
      Stroke(.character("O")) { $0.keep(.backward) }),
    Binding("mouse", ["M"], Stroke(.character("M")) { $0.switchMouse() }),
    Binding("glyphs", ["g"], Stroke(.character("g")) { $0.switchGlyphs() }),
    Binding("theme", ["t"], Stroke(.character("t")) { $0.switchTheme() }),
    Binding(
      "scene", [":"], footer: .plain,
      Stroke(.character(":")) { $0.entry = Entry(.scene, text: "") }),
    Binding(
      "copy", ["y"], footer: .plain, closesOverlays: true,
      Stroke(.character("y")) { $0.copy() }),
    Binding("save", ["s"], closesOverlays: true, Stroke(.character("s")) { $0.beginSaving() }),
    Binding("gains", ["G"], closesOverlays: true, Stroke(.character("G")) { $0.overlay = .gains }),
    Binding(
      "keys", ["?"], footer: .plain, closesOverlays: true,
      Stroke(.character("?"), .function(1)) { $0.overlay = .keys }),
    Binding(
      "quit", ["q"], footer: .plain, closesOverlays: true,
      Stroke(.character("q"), .control("c")) { $0.leave() }),
  ]

  private static let strokes: [Key: (binding: Binding, perform: @Sendable (inout Model) -> Void)] =
    Dictionary(
      table.flatMap { binding in
        binding.strokes.flatMap { stroke in
          stroke.keys.map { ($0, (binding, stroke.perform)) }
        }
      }, uniquingKeysWith: { first, _ in first })

  /// What a key is bound to: its row, and what it does.
  static func of(
    _ key: Key
  ) -> (binding: Binding, perform: @Sendable (inout Model) -> Void)? { strokes[key] }
}
