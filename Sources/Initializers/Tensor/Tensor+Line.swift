private import Expressions

extension Tensor {
  /// The tensor as the command line takes it, quoted for a shell.
  package var line: String {
    var words = [initializer.method.rawValue]
    words += ["--shape", shape.description]
    for parameter in initializer.changedParameters {
      words += ["--\(parameter.rawValue)", initializer[parameter].description.quotedForShell]
    }
    words += ["--seed", seed.description]
    return words.joined(separator: " ")
  }

  /// The PyTorch code that makes the tensor, a statement a line.
  package var python: [String] {
    let call = initializer.python
    return (call.contains("math.") ? ["import math"] : []) + [
      "torch.manual_seed(\(seed))",
      "w = torch.empty(\(shape.pythonArguments))",
      call,
    ]
  }
}
