internal import Initializers
package import MeanField

extension Tensor {
  /// The activation whose gain the call takes, if another one stands between the layers.
  ///
  /// `--gain tanh` is calculate_gain's number, which does not choose the activation.
  package func activationOfGain(besides activation: Activation) -> String? {
    guard case .gain(.calculated(let nonlinearity, _)) = initializer[.gain],
      let own = try? Activation(parsing: nonlinearity.rawValue), own.name != activation.name
    else { return nil }
    return own.name
  }
}
