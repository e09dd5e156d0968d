private import Expressions

extension Tensor {
  /// The tensor as the command line takes it, quoted for a shell.
  package var line: String {
    var words = [initializer.name]
    words += ["--shape", shape.description]
    for parameter in initializer.changedParameters {
      words += ["--\(parameter.rawValue)", initializer[parameter].description.quotedForShell]
    }
    if framework != Framework.all.first { words += ["--framework", framework.name] }
    words += ["--seed", seed.description]
    return words.joined(separator: " ")
  }

  /// The code that makes the tensor, a statement a line; a remark where the framework has no such
  /// method.
  package var python: [String] {
    framework.has(initializer.method) ? framework.code(self) : [initializer.python]
  }
}
