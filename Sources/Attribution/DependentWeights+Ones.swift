internal import Initializers
internal import Statistics
internal import WeightFiles

extension DependentWeights {
  /// The law of ones among zeros: a forget gate's, a diagonal's, a kernel's middle.
  ///
  /// - Throws: `TensorFileError`.
  static func onesMatch(
    _ entry: TensorEntry, _ summary: TensorSummary
  ) throws -> Verdict.Match? {
    guard summary.moments.minimum == 0, summary.moments.maximum == 1, summary.zeroCount > 0,
      let shape = try? Shape(entry.shape)
    else { return nil }
    var found: LawCandidate?
    for (origin, tensor) in patterns(shape) {
      guard let law = try? tensor.recipe().law, case .ones(let count, _) = law,
        count == entry.count - summary.zeroCount, try entry.hasNumbers(of: tensor)
      else { continue }
      if found == nil { found = LawCandidate(law: law, origins: []) }
      found?.origins.append(origin)
    }
    return found.map { Verdict.Match(candidate: $0, z: .nan, pValue: .nan) }
  }

  // What draws nothing at random.
  private static func patterns(_ shape: Shape) -> [(LawCandidate.Origin, Tensor)] {
    if shape.extents.count == 1 {
      let units = shape.count / 4
      guard shape.count == 4 * units, let call = try? LayerCall(.lstm, [.in: units, .out: units]),
        let tensor = try? call.tensors(in: Framework.keras[0]).first(where: { $0.role == .bias })
      else { return [] }
      return [(.layer(tensor, of: call), Tensor(tensor, of: call, seed: Seed(0)))]
    }
    return [Framework.pyTorch, Framework.keras[0], .flax].flatMap { framework in
      [Method.eye, .dirac].filter(framework.methods.contains).map { method in
        let call = Initializer(method, of: framework)
        return (.call(call), Tensor(initializer: call, shape: shape, seed: Seed(0)))
      }
    }
  }
}

extension TensorEntry {
  fileprivate func hasNumbers(of tensor: Tensor) throws -> Bool {
    guard let drawn = try? DrawnWeights(tensor) else { return false }
    var own = try values()
    var blocks = drawn.weights()
    let size = 1 << 13
    return try withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * size) { memory in
      let first = UnsafeMutableBufferPointer(rebasing: memory[..<size])
      while true {
        let count = try own.fill(first)
        if count == 0 { return true }
        var done = 0
        while done < count {
          let next = UnsafeMutableBufferPointer(rebasing: memory[(size + done)..<(size + count)])
          guard let some = try? blocks.next(into: next), some > 0 else { return false }
          done += some
        }
        for index in 0..<count where first[index] != memory[size + index] { return false }
      }
    }
  }
}
