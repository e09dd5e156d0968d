/// A sentence for the user, shown until the next key.
enum Notice: Equatable, Sendable {
  case error(String)
  case remark(String)

  /// The words.
  var sentence: String {
    switch self {
    case .error(let sentence), .remark(let sentence): sentence
    }
  }
}
