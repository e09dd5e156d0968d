internal import Initializers
internal import Networks
internal import Scenes

/// One row of the parameter form.
enum Field: Hashable, Sendable {
  case shape
  case parameter(Parameter)
  case seed
  case fanIn
  case fanOut
  case network(NetworkField)

  /// The label, which is also the command line's word for it.
  var label: String {
    switch self {
    case .shape: "shape"
    case .parameter(let parameter): parameter.rawValue
    case .seed: "seed"
    case .fanIn: "fan_in"
    case .fanOut: "fan_out"
    case .network(let field): field.rawValue
    }
  }
}
