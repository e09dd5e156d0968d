/// A row of the parameter form that is about the network.
enum NetworkField: String, CaseIterable, Sendable {
  case depth
  case width
  case activation
  case batch
  case input
  case bias
}
