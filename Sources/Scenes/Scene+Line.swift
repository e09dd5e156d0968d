private import Initializers

extension Scene {
  /// The scene as the command line takes it, quoted for a shell; parsing it gives the same scene
  /// back.
  ///
  ///     kaiming_normal --shape 256,128 --mode fan_out --nonlinearity relu --seed 7 --view matrix
  package var line: String {
    var words = [tensor.line]
    if view != .distribution { words += ["--view", view.rawValue] }
    if let panel { words += ["--panel", panel.rawValue] }
    if bins != Scene.first.bins { words += ["--bins", bins.description] }
    words += network.words
    if let pin { words += ["--pin", "\"\(pin.line)\""] }
    return words.joined(separator: " ")
  }
}

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
