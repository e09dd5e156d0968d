import Initializers
import Testing

/// A method's call with parameters as they are typed.
func call(_ method: String, _ parameters: [String: String]) throws -> Initializer {
  var initializer = Initializer(try Method(parsing: method))
  for (name, text) in parameters {
    try initializer.set(try #require(Parameter(rawValue: name)), to: text)
  }
  return initializer
}
