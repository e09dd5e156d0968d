extension Role {
  /// The letter that stands for the role in `Frame.roles` and `Frame.fills`.
  public var letter: Unicode.Scalar {
    switch self {
    case .text: "t"
    case .dim: "d"
    case .bright: "b"
    case .title: "h"
    case .chrome: "c"
    case .selection: "s"
    case .key: "k"
    case .bar: "r"
    case .law: "l"
    case .sample: "p"
    case .pinned: "n"
    case .marker: "m"
    case .residualUp: "u"
    case .residualDown: "v"
    case .alert: "a"
    case .good: "g"
    case .code: "o"
    case .warning: "w"
    case .error: "e"
    }
  }
}
