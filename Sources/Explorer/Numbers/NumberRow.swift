/// A row of a table that gives way to more important ones where there is no room.
protocol NumberRow {
  /// The lower, the sooner it is left out where there is no room.
  var importance: Int { get }
}

extension Array where Element: NumberRow {
  /// The most important rows that fit, in their order.
  func mostImportant(_ room: Int) -> [Element] {
    let least = map(\.importance).sorted(by: >).prefix(Swift.max(0, room)).last ?? .max
    return filter { $0.importance >= least }
  }
}
