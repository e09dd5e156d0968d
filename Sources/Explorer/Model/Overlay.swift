/// What lies over the view.
enum Overlay: Sendable {
  case keys
  case copy
  case gains
}
