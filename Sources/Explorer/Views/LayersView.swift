internal import Background
internal import Initializers
internal import Measurements
internal import Scenes
internal import Screen
internal import Words

extension ViewEntry {
  /// A layer's tensors, framework by framework, why they part, the chosen one's numbers.
  static let layers = ViewEntry(
    .layers, key: "4", study: .layers,
    subject: { $0.layerCall.line },
    fields: { $0.layerFields },
    sizeField: .layerWidth,
    job: { model, _ in Job(model.layerRequest) },
    content: { model, layout in
      let picture = LayersPicture(model, in: layout)
      let arrangement = picture.arrangement
      return ViewContent(
        Placed(picture.table, in: arrangement.table),
        Placed(picture.gains, in: arrangement.gains),
        Placed(FormulaPanel(picture.tensor), in: arrangement.formula),
        Placed(picture.notes, in: arrangement.notes),
        Placed(
          picture.row.map { LayerNumbers(row: $0, isWide: layout.hasWideNumbers) },
          in: layout.numbers))
    })
}

/// What the view of layers shows, made once for a frame, and where it lies.
struct LayersPicture {
  /// The chosen tensor.
  let tensor: Tensor
  /// Its numbers.
  let row: LayerMeasurement.Row?
  let table: LayerTable
  let gains: LayerGains?
  /// Why frameworks part, and what there is to say of the chosen tensor.
  let notes: LayerNotes?
  let arrangement: LayersArrangement

  init(_ model: Model, in layout: Layout) {
    let (measurement, tensor) = (model.layers, model.shownLayerTensor)
    self.tensor = tensor
    row = measurement.rows.first {
      $0.framework == tensor.framework && $0.tensor == tensor.layer?.tensor
    }
    let table = LayerTable(measurement, chosen: tensor)
    let gains = LayerGains(table)
    let notes = tensor.layer.map {
      LayerNotes($0, in: tensor.framework, among: measurement.request.frameworks)
    }
    arrangement = LayersArrangement(
      layout, tableRows: table.rows(in: layout.main, model.lettering), barRows: gains?.rows ?? 0,
      noteRows: { notes?.rows(columns: $0, in: model.lettering) ?? 0 })
    (self.table, self.gains, self.notes) = (table, gains, notes)
  }
}

/// Where the parts of the view of layers lie.
struct LayersArrangement: Equatable {
  let table: Region
  /// The bars of the gains, which only a large screen has.
  let gains: Region?
  let notes: Region
  /// The chosen tensor's equations, likewise.
  let formula: Region?

  // What a table takes that tells of one framework in full.
  private static let shortRows = 11
  // What code takes under the reason, which comes before bars.
  private static let codeRows = 4

  /// Divides a layout.
  ///
  /// - Parameters:
  ///   - tableRows: the rows that all tensors take.
  ///   - barRows: the rows that the gains take.
  ///   - noteRows: the rows that the notes take in so many columns.
  init(_ layout: Layout, tableRows: Int, barRows: Int, noteRows: (Int) -> Int) {
    let main = layout.main
    guard layout.stage != .small else {
      formula = nil
      notes = layout.formula ?? main.top(0)
      // In a hall the bars say more than all tensors of all frameworks.
      let hasBars = main.rows >= barRows + Self.shortRows
      table = hasBars ? main.top(main.rows - barRows - 1) : main
      gains = hasBars ? main.dropping(main.rows - barRows) : nil
      return
    }
    formula = layout.formula
    // All tensors have their place first, as long as the reason has one, too.
    let wanted = noteRows(main.columns)
    let lower = min(main.rows * 3 / 4, max(wanted, main.rows - tableRows - 1))
    table = main.top(main.rows - lower)
    let rest = main.dropping(main.rows - lower)
    let hasBars = barRows + wanted + 1 + Self.codeRows <= rest.rows
    gains = hasBars ? rest.top(barRows) : nil
    notes = hasBars ? rest.dropping(barRows + 1) : rest
  }
}

extension Model {
  /// The frameworks that are shown beside each other: one of each law, Keras on the backend that is chosen.
  var shownFrameworks: [Framework] {
    let chosen = scene.tensor.framework
    return Framework.ofDifferentLaws.map { $0.isKeras && chosen.isKeras ? chosen : $0 }
  }

  /// What the view of layers asks for.
  var layerRequest: LayerRequest {
    LayerRequest(scene.layerCall, in: shownFrameworks, seed: scene.seed)
  }

  /// The layer's numbers, as far as they have come; without any the laws alone.
  var layers: LayerMeasurement {
    let request = layerRequest
    if let found: LayerMeasurement = findings[Slot(.layers, .b)]?.report(),
      found.request == request
    {
      return found
    }
    return LayerMeasurement(request)
  }

  /// The layer's tensor that is shown in the other views, or would be.
  var shownLayerTensor: Tensor {
    guard scene.tensor.layer == nil else { return scene.tensor }
    var other = scene
    other.take(scene.layerCall)
    return other.tensor
  }

  /// Chooses a tensor of the layer for the other views.
  mutating func chooseTensor(_ name: String, of framework: String) {
    guard let framework = try? Framework.named(framework),
      let tensor = try? Tensor(
        of: scene.layerCall, named: name, in: framework, seed: scene.seed)
    else { return }
    var changed = scene
    changed.tensor = tensor
    adopt(changed)
  }

  /// Has the next framework make what is shown.
  mutating func switchFramework(up: Bool) {
    var changed = scene
    changed.stepFramework(up: up)
    adopt(changed)
    if refusal == nil, notice == nil {
      let framework = scene.tensor.framework
      notice = .remark(
        Phrase(
          "notice.framework",
          ["title": .text(framework.title), "version": .text(framework.version)]))
    }
  }

  /// Shows another kind of layer.
  mutating func select(_ kind: LayerKind) {
    var changed = scene
    changed.take(scene.layerCall.changing(to: kind))
    adopt(changed)
  }
}
