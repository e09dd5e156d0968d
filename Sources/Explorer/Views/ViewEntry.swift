internal import Background
internal import Initializers
internal import Scenes
internal import Words

/// A row of the table of views: what a view is called, which numbers it needs and what it shows.
///
/// Its title is in the catalogue: `view.distribution`.
final class ViewEntry: Sendable {
  /// The view, by the command line's word for it.
  let view: Scenes.View
  /// The key that shows it.
  let key: Character
  /// The kind of work that makes its numbers.
  let study: Study
  /// Whether methods and form stand beside it.
  let hasLists: Bool
  /// What is shown of the scene in short, besides the method and the seed: its shape, its network.
  let subject: @Sendable (Scene) -> String
  /// The fields of its form, from top to bottom.
  let fields: @Sendable (Scene) -> [Field]
  /// The field that the keys for the size change.
  let sizeField: Field
  /// What it asks for of a scene; nil if the scene's numbers make nothing to ask for.
  let job: @Sendable (Model, Pin) -> Job?
  /// What is compared where there is a pinned scene.
  let differences: @Sendable (Pin, Pin) -> Differences
  /// What lies in the main part and in the place for numbers.
  let content: @Sendable (Model, Layout) -> ViewContent

  /// All views, in the order of their keys.
  static let all = Scenes.View.allCases.map(of)

  /// The row of a view.
  static func of(_ view: Scenes.View) -> ViewEntry {
    switch view {
    case .distribution: .distribution
    case .propagation: .propagation
    case .matrix: .matrix
    case .layers: .layers
    case .tensors: .tensors
    }
  }

  init(
    _ view: Scenes.View, key: Character, study: Study, hasLists: Bool = true,
    subject: @escaping @Sendable (Scene) -> String = { $0.shape.typeset },
    fields: @escaping @Sendable (Scene) -> [Field] = { $0.tensorFields },
    sizeField: Field = .shape,
    differences: @escaping @Sendable (Pin, Pin) -> Differences = {
      Differences($0.tensor, $1.tensor)
    },
    job: @escaping @Sendable (Model, Pin) -> Job?,
    content: @escaping @Sendable (Model, Layout) -> ViewContent
  ) {
    (self.view, self.key, self.study) = (view, key, study)
    self.hasLists = hasLists
    (self.subject, self.fields, self.sizeField) = (subject, fields, sizeField)
    (self.differences, self.job, self.content) = (differences, job, content)
  }

  /// What the tab says.
  var title: Phrase { Phrase("view.\(view.rawValue)") }
}

/// What a view has to show.
struct ViewContent: Sendable {
  let panels: [Placed]
  /// What stands in the footer in place of the keys, the fullest first; nothing where there is none.
  var status: [Phrase] = []

  init(_ panels: Placed?...) { self.panels = panels.compactMap(\.self) }

  /// A heading alone with what is going on, while there are no numbers.
  init(awaiting title: Phrase, _ remark: Phrase = Phrase("drawing"), in layout: Layout) {
    self.init(Placed(MessagePanel(title: title, remark: remark), in: layout.main))
  }

  init(_ panels: [Placed], status: [Phrase] = []) { (self.panels, self.status) = (panels, status) }
}

extension ViewEntry {
  /// What the arrows go through, for the footer.
  var listItem: Phrase {
    switch view {
    case .layers: Phrase("footer.kind")
    case .tensors: Phrase("footer.tensor")
    case .distribution, .propagation, .matrix: Phrase("footer.method")
    }
  }
}

extension Scene {
  /// The fields of a tensor: its shape and what follows from it, the parameters, the seed.
  var tensorFields: [Field] {
    let parameters = initializer.parameters.map(Field.parameter)
    // A file's shape is as it is, and its weights have no seed.
    let drawn: [Field] = tensor.stored == nil ? [.shape] + parameters + [.seed] : parameters
    return drawn + (shape.extents.count >= 2 ? [.fanIn, .fanOut] : []) + [.framework]
  }
}
