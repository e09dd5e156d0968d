private import Initializers

extension Scene {
  /// The scene as the command line takes it, quoted for a shell; parsing it gives the same scene
  /// back.
  ///
  ///     kaiming_normal --shape 256,128 --mode fan_out --nonlinearity relu --seed 7
  public var line: String {
    var words = [initializer.method.rawValue]
    words += ["--shape", shape.description]
    for parameter in initializer.changedParameters {
      words += ["--\(parameter.rawValue)", initializer[parameter].description.quotedForShell]
    }
    words += ["--seed", seed.description]
    return words.joined(separator: " ")
  }

  /// The PyTorch code that makes the scene's tensor, a statement a line.
  public var python: [String] {
    let call = initializer.python
    return (call.contains("math.") ? ["import math"] : []) + [
      "torch.manual_seed(\(seed))",
      "w = torch.empty(\(shape.pythonArguments))",
      call,
    ]
  }
}
