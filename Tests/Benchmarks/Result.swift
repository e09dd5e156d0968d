/// The times of one stage.
struct Result {
  let name: Stage.Name
  let count: Int
  let threads: Int
  /// Nanoseconds a weight of each run, in order of size.
  let times: [Double]

  init(name: Stage.Name, count: Int, threads: Int, times: [Double]) {
    self.name = name
    self.count = count
    self.threads = threads
    self.times = times.sorted()
  }

  /// A quantile of the times.
  func quantile(_ part: Double) -> Double { times[Int(part * Double(times.count - 1))] }

  /// The median with the quartiles, in columns.
  var row: String {
    let weights = String(count)
    return pad(name.rawValue, 18) + pad(weights, -10) + pad("\(threads)", -3)
      + pad(Self.digits(quantile(0.5)), -10) + " ns a weight  ("
      + Self.digits(quantile(0.25)) + "–" + Self.digits(quantile(0.75)) + ")"
  }

  /// One JSON object.
  var json: String {
    """
      {"stage": "\(name.rawValue)", "weights": \(count), "threads": \(threads), \
    "nsPerWeight": \(quantile(0.5)), "quartiles": [\(quantile(0.25)), \(quantile(0.75))]}
    """
  }

  private static func digits(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let fraction = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }

  private func pad(_ text: String, _ width: Int) -> String {
    let spaces = String(repeating: " ", count: max(0, abs(width) - text.count))
    return width < 0 ? spaces + text : text + spaces
  }
}
