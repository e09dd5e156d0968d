private import Initializers
internal import Networks
internal import Statistics

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
