import Initializers
import Testing

/// A method's call with parameters as they are typed.
func call(
  _ method: String, _ parameters: [String: String], of framework: Framework = .pyTorch
) throws -> Initializer {
  var initializer = Initializer(try Method(parsing: method, in: framework), of: framework)
  for (name, text) in parameters {
    try initializer.set(try #require(Parameter(rawValue: name)), to: text)
  }
  return initializer
}
