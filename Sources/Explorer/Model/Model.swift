package import Attribution
package import Background
package import Initializers
package import Scenes
package import Screen
package import Words

/// All that the explorer knows; `update` changes it and `view` shows it.
package struct Model: Sendable {
  /// The scene on the screen, or about to be.
  package internal(set) var scene: Scene
  /// The screen's size.
  package var size: Size
  /// The glyphs, colours and theme in use.
  package var capabilities: Capabilities
  /// The way to the clipboard; nil where the terminal has none.
  package let clipboard: Clipboard?
  /// The language of all that is said.
  package var words: Catalogue
  /// The newest numbers that have come for each kind and scene.
  package internal(set) var findings: [Slot: Finding] = [:]
  /// What PyTorch says against the scene, if it refuses it.
  package internal(set) var refusal: InitializerError?
  /// The part that is shown alone, if one is.
  package var only: Part?
  /// Whether a new seed is drawn at every tick.
  package internal(set) var isPlaying = false
  /// The samples of many seeds added up, if they are.
  var sum: SampleSum?
  /// How far the signal has come while its way through the layers is played.
  var growth: SignalGrowth?
  /// Whether chart, formula and verdict stand alone, for a hall.
  var isPresenting = false
  /// What a key has changed, still in sight for a moment.
  var ghost: Ghost?
  /// What is asked of the world outside and not yet taken.
  package internal(set) var effects: [Effect] = []
  /// Whether the user has asked to leave.
  package internal(set) var isFinished = false

  var pane = Pane.methods
  var field = Field.shape
  var entry: Entry?
  var notice: Notice?
  var overlay: Overlay? { didSet { overlayPage = 0 } }
  /// The page of it that is shown, from 0, where it has pages.
  var overlayPage = 0
  /// The lines given to the prompt so far, the newest last.
  var lines: [String] = []
  /// The scenes of the file that is stepped through; empty without one.
  let steps: [Scene]
  /// The lecture that is given; nil without one.
  package internal(set) var lecturing: Lecturing?
  /// How long it has been going on.
  var elapsedMinutes: Int?
  /// Which of them was shown last, from 0.
  var step = 0
  /// The files that are open.
  package internal(set) var shelf: FileShelf { didSet { listTensors() } }
  /// Which of their tensors are listed, and in what order.
  var tensorList = TensorList() { didSet { listTensors() } }
  /// What was found of the seeds of their tensors.
  var births: [StoredWeights: BirthState] = [:] { didSet { listTensors() } }
  /// The tensors that are listed, in their order.
  var listedTensors: [ListedTensor] = []
  var listNeeds = ListNeeds([])
  /// The tensor whose seed is searched for.
  var sought: SoughtBirth?
  /// The scenes shown so far.
  var history: History
  /// The scenes that were given a letter.
  var marks: [Character: Scene] = [:]
  /// Whether the terminal reports the mouse.
  var isMouseOn = false
  /// What the next key, a letter, is for.
  var awaited: MarkPurpose?
  /// The value under the crosshair; it stays where it is when the bins change.
  var crosshair: Double?
  /// The file that is being written.
  var fileBeingSaved: FileBeingSaved?
  /// The layer under the crosshair, from 1; it stays when the depth changes.
  var crosshairLayer: Int?
  // What each method's parameters were when it was last shown.
  var remembered: [Initializers.Method: Initializer] = [:]

  /// Makes the explorer's first state.
  ///
  /// - Parameters:
  ///   - steps: the scenes of a file, the first of which is shown.
  ///   - files: the files of tensors that are open.
  ///   - note: a sentence shown until the first key.
  package init(
    scene: Scene = .first, steps: [Scene] = [], files: FileShelf = FileShelf(),
    size: Size = Size(columns: 100, rows: 30),
    capabilities: Capabilities = .plain, clipboard: Clipboard? = nil,
    words: Catalogue = .english, note: Phrase? = nil
  ) {
    notice = note.map(Notice.remark)
    self.scene = scene
    self.size = size
    self.capabilities = capabilities
    self.clipboard = clipboard
    self.words = words
    self.steps = steps
    shelf = files
    history = History(Moment(scene: scene, step: 0))
    field = firstField
    findRefusal()
    listTensors()
  }

  /// Finds out whether PyTorch refuses the scene, and why.
  mutating func findRefusal() {
    do {
      _ = try scene.recipe()
      refusal = nil
    } catch {
      refusal = error
    }
  }

  /// The view on the screen.
  var viewEntry: ViewEntry { .of(scene.view) }

  /// The fields of the parameter form for the present method, from top to bottom.
  var fields: [Field] { viewEntry.fields(scene) }

  /// The field that is chosen where none was: the shape, or in a view without it the first.
  var firstField: Field { fields.contains(.shape) ? .shape : fields.first ?? .seed }

  /// The methods that are listed: the framework's, and one that only a layer has while it is shown.
  var methods: [Initializers.Method] {
    let own = scene.tensor.framework.methods
    let method = scene.initializer.method
    return own.contains(method) ? own : own + [method]
  }

  /// The rows of the list that methods, or kinds of layers, are chosen from.
  var listCount: Int {
    switch scene.view {
    case .layers: LayerKind.allCases.count
    case .tensors: listedTensors.count
    case .distribution, .propagation, .matrix: methods.count
    }
  }

  /// Where the panels lie; nil on a screen that is too small.
  var layout: Layout? {
    Layout(
      size: size, fieldCount: fields.count, methodCount: viewEntry.hasLists ? listCount : 0,
      isComparing: scene.pinned != nil, hasLists: viewEntry.hasLists, isPresenting: isPresenting,
      only: only)
  }

  /// Whether colours tell values apart.
  var usesColor: Bool { capabilities.colors != .none && capabilities.theme != .mono }
}

/// A part of a view that can be shown without the others.
package enum Part: String, CaseIterable, Sendable {
  /// The pictures.
  case chart
  /// The equations, and what they mean.
  case formula
  /// The table of numbers.
  case numbers
}

/// What the arrow keys move in.
enum Pane: CaseIterable, Sendable {
  case methods
  case form
  /// The crosshair over the histogram's bins, or over the layers.
  case chart
}

/// What lies over the view.
enum Overlay: Equatable, Sendable {
  case keys
  /// What the signs mean.
  case glossary
  case copy
  case gains
}

/// The numbers that were on the screen before a key changed them, whose line lingers and fades.
struct Ghost: Sendable {
  let finding: Finding
  /// Whether it is about to go.
  var isFading = false
}

/// A sentence for the user, shown until the next key.
enum Notice: Equatable, Sendable {
  case error(Phrase)
  case remark(Phrase)
}
