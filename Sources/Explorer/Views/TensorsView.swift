internal import Attribution
internal import Background
internal import Scenes
internal import Screen
internal import Words

extension ViewEntry {
  /// The tensors of open files: what they are, what law they have, how they were born.
  static let tensors = ViewEntry(
    .tensors, key: "5", study: .survey, hasLists: false,
    job: { model, _ in model.shelf.isEmpty ? nil : Job(SurveyRequest(model.shelf)) },
    content: { model, layout in
      guard !model.shelf.isEmpty else {
        return ViewContent(
          Placed(
            MessagePanel(
              title: Phrase("tensors.title"), sentence: Phrase("tensors.none"),
              hint: Phrase("tensors.none.hint")), in: layout.main))
      }
      let listed = model.listedTensors
      let chosen = listed.first { $0.holds(model.scene.tensor) }
      return ViewContent(
        Placed(TensorTable(listed, of: model), in: layout.main),
        Placed(
          chosen.map { TensorDetail($0, of: model) },
          in: layout.numbers))
    })
}
