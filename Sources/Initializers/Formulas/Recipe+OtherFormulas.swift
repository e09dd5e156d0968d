extension Recipe {
  var truncatedFormulas: [Formula] {
    guard case .truncatedNormal(let cut) = law else { return [] }
    let mean = negatable(initializer[.mean].description)
    let std = initializer[.std].description
    return [
      Formula(
        name: "α", symbolic: "(a − mean)/std",
        substituted: "(\(Numeral.typeset(cut.low)) − \(mean))/\(std)",
        result: (cut.low - cut.location) / cut.scale),
      Formula(
        name: "β", symbolic: "(b − mean)/std",
        substituted: "(\(Numeral.typeset(cut.high)) − \(mean))/\(std)",
        result: (cut.high - cut.location) / cut.scale),
      Formula(
        name: "std W", symbolic: "std·√(1+(α·φ(α)−β·φ(β))/Z−((φ(α)−φ(β))/Z)²)",
        substituted: "\(std)·\(Numeral.typeset(cut.std / cut.scale))", result: cut.std),
    ]
  }

  var orthogonalFormulas: [Formula] {
    guard case .sphere(let sphere) = law else { return [] }
    let rows = shape.extents.first ?? 0
    let columns = rows > 0 ? shape.count / rows : 0
    var formulas: [Formula] = []
    if case .gain(.calculated(let nonlinearity, let slope)) = initializer[.gain] {
      formulas.append(gainFormula(nonlinearity, slope: slope?.value ?? 0.01))
    }
    return formulas + [
      Formula(
        name: "rms", symbolic: "gain/√max(rows, cols)",
        substituted: "\(Numeral.typeset(gain ?? 1))/√max(\(rows), \(columns))",
        result: sphere.radius / Double(sphere.dimension).squareRoot())
    ]
  }

  var sparseFormulas: [Formula] {
    guard case .sparse(let std, let zeros, let rows) = law else { return [] }
    let sparsity = initializer[.sparsity].description
    let share = initializer.number(.sparsity)
    // A negative slice end counts from the last row, and one past it stops there.
    let (symbols, numbers) =
      share < 0
      ? ("rows+⌈sparsity·rows⌉", "\(rows)+⌈\(sparsity)·\(rows)⌉")
      : share > 1
        ? ("min(rows, ⌈sparsity·rows⌉)", "min(\(rows), ⌈\(sparsity)·\(rows)⌉)")
        : ("⌈sparsity·rows⌉", "⌈\(sparsity)·\(rows)⌉")
    return [
      Formula(name: "zeros", symbolic: symbols, substituted: numbers, result: Double(zeros)),
      Formula(
        name: "std W", symbolic: "std·√(1−zeros/rows)",
        substituted: "\(Numeral.typeset(std))·√(1−\(zeros)/\(rows))", result: law.std),
    ]
  }

  var onesFormulas: [Formula] {
    guard case .ones(let count, _) = law else { return [] }
    if initializer.method == .eye {
      let sizes = shape.extents.map(String.init).joined(separator: ", ")
      return [
        Formula(
          name: "ones", symbolic: "min(rows, cols)", substituted: "min(\(sizes))",
          result: Double(count))
      ]
    }
    let groups = initializer.groups
    let (out, into) = (shape.extents[0], shape.extents[1])
    return [
      Formula(
        name: "ones", symbolic: "groups·min(out/groups, in)",
        substituted: "\(groups)·min(\(out)/\(groups), \(into))", result: Double(count))
    ]
  }
}
