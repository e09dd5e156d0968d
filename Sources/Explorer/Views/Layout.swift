package import Screen

/// Where the parts that every view has lie at a size.
struct Layout: Equatable {
  /// How much a screen has room for.
  enum Stage: Equatable {
    /// One picture, the formula and the numbers.
    case small
    /// The lists, and one picture over the equations.
    case compact
    /// The lists and two pictures.
    case medium
    /// All pictures at once.
    case large
  }

  /// The least size that shows anything but a word about the size.
  static func minimum(isPresenting: Bool, only part: Part? = nil) -> Size {
    switch part {
    case .chart: Size(columns: 30, rows: 8)
    case .formula: Size(columns: 20, rows: 1)
    case .numbers: Size(columns: 28, rows: 4)
    case nil: isPresenting ? Size(columns: 40, rows: 12) : Size(columns: 60, rows: 18)
    }
  }

  // Beside the lists, for two pictures with axes.
  private static let twoPictures = 60

  let stage: Stage
  /// Whether chart, formula and verdict stand alone, with large figures for numbers.
  let isPresenting: Bool
  /// The part that has all the room, if one has.
  let only: Part?
  let header: Region
  let footer: Region
  /// The view's pictures.
  let main: Region
  let numbers: Region
  /// The formula's own place; nil where it shares the main part.
  let formula: Region?
  /// What A and B have in common, if there is an A.
  let comparison: Region?
  /// The panels that only a larger screen has.
  let methods: Region?
  let form: Region?
  /// The one line that stands for methods and form on a small screen.
  let strip: Region?
  /// The column of the rule between the two sides.
  let divider: Int?

  /// Lays the parts out; nil under the minimum.
  ///
  /// - Parameters:
  ///   - fieldCount: the rows of the parameter form.
  ///   - methodCount: the rows of the method list.
  ///   - isComparing: whether there is a pinned scene to speak of.
  ///   - hasLists: whether methods and form stand beside the view.
  ///   - isPresenting: whether lists and tables are left out.
  ///   - part: the part beside which nothing is shown.
  init?(
    size: Size, fieldCount: Int, methodCount: Int, isComparing: Bool, hasLists: Bool = true,
    isPresenting: Bool = false, only part: Part? = nil
  ) {
    let minimum = Self.minimum(isPresenting: isPresenting, only: part)
    guard size.columns >= minimum.columns, size.rows >= minimum.rows else { return nil }
    (self.isPresenting, only) = (isPresenting, part)
    if let part {
      let whole = Region(column: 0, row: 0, columns: size.columns, rows: size.rows)
      // A picture of A and B says which they are, for nothing beside it does; a formula is B's alone.
      let isNaming = isComparing && part != .formula && size.rows > minimum.rows
      comparison =
        isNaming ? Region(column: 1, row: 0, columns: size.columns - 2, rows: 1) : nil
      let all = whole.dropping(isNaming ? 1 : 0)
      (header, footer) = (whole.top(0), whole.top(0))
      (stage, methods, form, strip, divider) = (.small, nil, nil, nil, nil)
      main = part == .chart ? all : all.top(0)
      // Label and number are not to stray from each other.
      numbers =
        part == .numbers
        ? Region(
          column: 0, row: all.row, columns: all.rows < 7 ? size.columns : min(44, size.columns),
          rows: all.rows) : all.top(0)
      formula = part == .formula ? all : all.top(0)
      return
    }
    header = Region(column: 0, row: 0, columns: size.columns, rows: 1)
    footer = Region(column: 0, row: size.rows - 1, columns: size.columns, rows: 1)
    if isPresenting {
      // The bottom bar lies over the last row only when it has something to say.
      (stage, methods, form, strip, divider) = (.small, nil, nil, nil, nil)
      comparison = isComparing ? Region(column: 1, row: 1, columns: size.columns - 2, rows: 1) : nil
      let top = isComparing ? 2 : 1
      let numbersRows = size.rows >= 36 ? 6 : size.rows >= 22 ? 4 : 1
      let formulaRows = size.rows >= 22 ? 4 : 1
      let numbersRow = size.rows - numbersRows
      numbers = Region(column: 0, row: numbersRow, columns: size.columns, rows: numbersRows)
      formula = Region(
        column: 0, row: numbersRow - formulaRows, columns: size.columns, rows: formulaRows)
      main = Region(
        column: 0, row: top, columns: size.columns, rows: numbersRow - formulaRows - top)
      return
    }
    guard hasLists else {
      (stage, methods, form, strip, divider) = (.small, nil, nil, nil, nil)
      formula = nil
      comparison = isComparing ? Region(column: 1, row: 1, columns: size.columns - 2, rows: 1) : nil
      let top = isComparing ? 2 : 1
      let numbersRows = min(12, max(5, size.rows / 3))
      let end = size.rows - 1
      numbers = Region(
        column: 0, row: end - numbersRows, columns: size.columns, rows: numbersRows)
      main = Region(column: 0, row: top, columns: size.columns, rows: end - numbersRows - top)
      return
    }
    guard size.columns >= 80 && size.rows >= 24 else {
      stage = .small
      (methods, form, divider) = (nil, nil, nil)
      strip = Region(column: 0, row: 1, columns: size.columns, rows: 1)
      comparison = isComparing ? Region(column: 1, row: 2, columns: size.columns - 2, rows: 1) : nil
      let top = isComparing ? 3 : 2
      let end = size.rows - 1
      numbers = Region(column: 0, row: end - 4, columns: size.columns, rows: 4)
      // Beside another sample the one equation that matters must do.
      let formulaRows = isComparing ? 1 : 3
      formula = Region(
        column: 0, row: end - 4 - formulaRows, columns: size.columns, rows: formulaRows)
      main = Region(column: 0, row: top, columns: size.columns, rows: end - 4 - formulaRows - top)
      return
    }
    let left = min(36, max(29, size.columns / 4))
    let body = size.rows - 2
    // Methods, form and numbers from the top; the room left over separates them.
    let used = 1 + methodCount + 1 + fieldCount + 1 + 6
    let methodRows = max(4, methodCount - max(0, used - body))
    let spare = max(0, body - used)
    let gap = min(1, spare / 2)
    methods = Region(column: 0, row: 1, columns: left, rows: 1 + methodRows)
    let formRow = 2 + methodRows + gap
    form = Region(column: 0, row: formRow, columns: left, rows: 1 + fieldCount)
    let numbersRow = formRow + 1 + fieldCount + gap
    let room = size.rows - 1 - numbersRow
    let isLarge = size.columns >= 140 && room >= 20
    stage = isLarge ? .large : size.columns - left < Self.twoPictures ? .compact : .medium
    numbers = Region(
      column: 0, row: numbersRow, columns: left, rows: isLarge ? (isComparing ? 11 : 8) : room)
    formula =
      isLarge
      ? Region(
        column: 0, row: numbers.endRow + 1, columns: left - 1, rows: size.rows - 2 - numbers.endRow)
      : nil
    divider = left
    strip = nil
    let column = left + 2
    let columns = size.columns - column - 1
    comparison = isComparing ? Region(column: column, row: 1, columns: columns, rows: 1) : nil
    let top = isComparing ? 2 : 1
    main = Region(column: column, row: top, columns: columns, rows: size.rows - 1 - top)
  }
}

extension Layout {
  /// Whether the numbers lie in a few long lines.
  var hasWideNumbers: Bool { only == .numbers ? numbers.rows < 7 : stage == .small }
}

/// A picture and the formula beside it, under the main picture of a medium screen.
struct LowerRow: Equatable {
  let upper: Region
  let panel: Region
  let formula: Region

  /// The columns a panel of equations needs so that none is broken.
  private static let formulaColumns = 36

  /// Divides the main part; a layout with a place of its own for the formula keeps that.
  init(_ layout: Layout) {
    let main = layout.main
    let rows = max(7, (main.rows + (layout.comparison == nil ? 0 : 1)) * 3 / 8)
    upper = main.top(main.rows - rows)
    let lower = main.dropping(main.rows - rows)
    if let formula = layout.formula {
      (panel, self.formula) = (lower, formula)
    } else {
      let columns = max(28, min(Self.formulaColumns + main.columns / 20, main.columns / 2))
      (panel, formula) = lower.split(after: main.columns - columns - 1)
    }
  }
}

extension Model {
  /// The smallest screen that the explorer is shown on.
  package static var leastSize: Size { Layout.minimum(isPresenting: false) }
}
