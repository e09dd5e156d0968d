internal import Initializers
internal import Plots
internal import Scenes
internal import Screen
internal import Statistics

extension Binning {
  /// The bins, their width, and the choice behind them unless it is the standard one and kept:
  /// "60 bins of 0.0045 (sqrt wants 182)".
  func text(width: Double, choice: BinChoice, in glyphs: GlyphSet) -> String {
    let bins = count == 1 ? "1 bin" : "\(count) bins"
    let size = NumberText.significant(width, digits: 3, in: glyphs)
    return "\(bins) of \(size)" + (remark(choice, in: glyphs).map { " (\($0))" } ?? "")
  }

  private func remark(_ choice: BinChoice, in glyphs: GlyphSet) -> String? {
    let number = NumberText.grouped(wanted, in: glyphs)
    switch choice {
    case .count: return count == wanted ? nil : "\(number) wanted"
    case .columns: return "\(choice)"
    case .rule:
      if isCapped { return "\(choice) wants \(number)" }
      return choice == .standard ? nil : "\(choice)"
    }
  }
}
