import Glibc

/// The process's environment.
enum Environment {
  /// The value of a variable, empty when it is not set.
  static func value(of name: String) -> String {
    guard let value = getenv(name) else { return "" }
    return String(cString: value)
  }
}
