/// What the arrow keys move in.
enum Pane: CaseIterable, Sendable {
  case methods
  case form
  /// The crosshair over the histogram's bins.
  case chart
}
