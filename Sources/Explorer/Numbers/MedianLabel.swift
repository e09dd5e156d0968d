/// How a table says that its theory is the median of what chance gives, not its mean.
enum MedianLabel {
  /// The sign of a median beside a quantity's name.
  static let sign = "Md"

  /// What the sign means.
  static let legend = "Md: median"

  /// A quantity's name with the word, or in a table too narrow for it with the sign.
  static func text(_ name: String, columns: Int) -> String {
    "\(name) \(columns >= 36 ? "median" : sign)"
  }
}
