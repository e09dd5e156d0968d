internal import Initializers

/// The calls of initializers that people write, with the parameters that they give.
enum CallGuess {
  /// All of them.
  static let all: [Initializer] = rows.flatMap { row in
    row.frameworks.flatMap { framework in
      row.values.compactMap { values in call(row.method, of: framework, values) }
    }
  }

  private struct Row: Sendable {
    let method: Method
    let frameworks: [Framework]
    let values: [[(Parameter, String)]]
  }

  private static let rows: [Row] = [
    // Gain 1, √2 (relu) and 5/3 (tanh).
    Row(method: .xavierUniform, frameworks: torch, values: gains),
    Row(method: .xavierNormal, frameworks: torch, values: gains),
    Row(method: .kaimingUniform, frameworks: torch, values: modes + slopes),
    Row(method: .kaimingNormal, frameworks: torch, values: modes + slopes),
    Row(method: .normal, frameworks: torch, values: deviations + residual),
    Row(method: .normal, frameworks: [Framework.keras[0], .flax], values: deviations),
    Row(
      method: .uniform, frameworks: torch,
      values: [[(.a, "0"), (.b, "1")]] + ["1", "0.1", "0.08", "0.05", "0.01", "0.001"].map(ends)),
    Row(
      method: .uniform, frameworks: [Framework.keras[0]],
      values: [[(.a, "0"), (.b, "1")]] + ["1", "0.1", "0.05", "0.01"].map(ends)),
    Row(method: .uniform, frameworks: [.flax], values: ["0.01", "0.1"].map { [(.scale, $0)] }),
    Row(method: .truncNormal, frameworks: torch, values: cut),
    // Policies end in 0.01, value functions in 1.
    Row(
      method: .orthogonal, frameworks: [.pyTorch, Framework.keras[0], .flax],
      values: gains + ["2", "0.1", "0.01"].map { [(.gain, $0)] }),
    Row(
      method: .varianceScaling, frameworks: [Framework.keras[0]],
      values: scalings("untruncated_normal")),
    Row(method: .varianceScaling, frameworks: [.flax], values: scalings("normal")),
    Row(method: .normal, frameworks: [Framework.keras[0], .flax], values: deviations),
    Row(method: .truncNormal, frameworks: [Framework.keras[0], .flax], values: deviations),
  ]

  private static let torch: [Framework] = [.pyTorch]
  private static let gains: [[(Parameter, String)]] =
    ["1", "sqrt(2)", "5/3"].map { [(.gain, $0)] }
  private static let modes: [[(Parameter, String)]] =
    ["fan_in", "fan_out"].flatMap { mode in
      ["relu", "linear", "tanh", "selu"].map { [(.mode, mode), (.nonlinearity, $0)] }
    }
  // √5 for the bound 1/√fan_in.
  private static let slopes: [[(Parameter, String)]] =
    ["fan_in", "fan_out"].flatMap { mode in
      ["sqrt(5)", "0.2"].map { [(.mode, mode), (.a, $0)] }
    }
  private static let deviations: [[(Parameter, String)]] =
    ["1", "0.02", "0.01", "0.05", "0.006", "0.1", "0.001"].map { [(.std, $0)] }
  // GPT-2's, 0.02/√(2·layers).
  private static let residual: [[(Parameter, String)]] =
    [6, 12, 24, 36, 48].map { [(.std, "0.02/sqrt(\(2 * $0))")] }
  // Ends at two standard deviations.
  private static let cut: [[(Parameter, String)]] =
    [("1", "2"), ("0.02", "0.04"), ("0.01", "0.02"), ("0.05", "0.1"), ("0.1", "0.2")].map {
      [(.std, $0.0), (.a, "-\($0.1)"), (.b, $0.1)]
    }
  private static func scalings(_ normal: String) -> [[(Parameter, String)]] {
    ["1", "2", "1/3"].flatMap { scale in
      ["fan_in", "fan_out", "fan_avg"].flatMap { mode in
        ["uniform", normal, "truncated_normal"].map {
          [(.scale, scale), (.mode, mode), (.distribution, $0)]
        }
      }
    }
  }

  private static func ends(_ end: String) -> [(Parameter, String)] { [(.a, "-\(end)"), (.b, end)] }

  private static func call(
    _ method: Method, of framework: Framework, _ values: [(Parameter, String)]
  ) -> Initializer? {
    var call = Initializer(method, of: framework)
    for (parameter, text) in values {
      guard (try? call.set(parameter, to: text)) != nil else { return nil }
    }
    return call
  }
}
