internal import Initializers
internal import Scenes
internal import Screen
internal import WeightFiles
internal import Words

/// What a cell of the screen stands for, so that a mouse can point at it.
///
/// Panels say so while they draw: what is pointed at cannot be elsewhere than what is seen.
enum Target: Equatable, Sendable {
  /// A view's tab.
  case view(Scenes.View)
  /// A method in the list.
  case method(Initializers.Method)
  /// A kind of layer in the list.
  case kind(LayerKind)
  /// A layer's tensor, by the framework's name and its own.
  case tensor(String, String)
  /// A tensor of an open file, by the file's name and its own.
  case storedTensor(String, String)
  /// A row of the form, by its label.
  case field(String)
  /// A bin, from 0.
  case bin(Int)
  /// A layer, from 1.
  case layer(Int)
}

extension Model {
  /// What a cell stands for; nil where it is nothing to point at.
  func target(column: Int, row: Int) -> Target? {
    canvas(of: self).targets.last { $0.region.contains(column: column, row: row) }?.target
  }

  /// Does what a mouse asks for.
  mutating func press(_ action: MouseAction, column: Int, row: Int) {
    guard overlay == nil else { return overlay = nil }
    guard entry == nil, awaited == nil, let target = target(column: column, row: row) else {
      return
    }
    notice = nil
    switch action {
    case .press: choose(target)
    case .wheelUp: turn(target, up: true)
    case .wheelDown: turn(target, up: false)
    }
  }

  private mutating func choose(_ target: Target) {
    switch target {
    case .view(let view): show(view)
    case .method(let method):
      pane = .methods
      select(method)
    case .kind(let kind):
      pane = .methods
      select(kind)
    case .tensor(let framework, let name): chooseTensor(name, of: framework)
    case .storedTensor(let file, let name):
      guard
        let tensor = listedTensors.first(where: { $0.file.name == file && $0.entry.name == name })
      else { return }
      pane = .methods
      choose(tensor)
    case .field(let label): chooseField(label)
    case .bin(let bin):
      enterChart()
      moveCrosshair(to: bin)
    case .layer(let layer):
      enterChart()
      moveCrosshair(to: layer - 1)
    }
  }

  private mutating func chooseField(_ label: String) {
    guard let chosen = fields.first(where: { $0.label == label }) else { return }
    (pane, field) = (.form, chosen)
  }

  // The list goes the way the wheel does, a value grows away from the hand.
  private mutating func turn(_ target: Target, up: Bool) {
    switch target {
    case .view, .tensor: break
    case .method, .kind, .storedTensor:
      pane = .methods
      moveRow(by: up ? -1 : 1)
    case .field(let label):
      chooseField(label)
      step(.coarse, up: up)
    case .bin, .layer: if pane == .chart { moveCrosshair(by: up ? 1 : -1) }
    }
  }

  /// Has the mouse listened to, or left to the terminal again.
  mutating func switchMouse() {
    isMouseOn.toggle()
    effects.append(.mouse(isOn: isMouseOn))
    notice = .remark(isMouseOn ? Phrase("notice.mouse") : Phrase("notice.no-mouse"))
  }
}

extension Region {
  fileprivate func contains(column: Int, row: Int) -> Bool {
    (self.column..<endColumn).contains(column) && (self.row..<endRow).contains(row)
  }
}
