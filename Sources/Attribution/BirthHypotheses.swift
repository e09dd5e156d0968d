internal import Births
internal import Initializers
internal import WeightFiles

/// What may have drawn a tensor.
struct BirthHypotheses: Sendable {
  /// What is tried with every seed.
  var all: [BirthHypothesis] = []
  /// What is tried only with the seeds of other tensors of the file.
  var besideOthers: [BirthHypothesis] = []
}

extension FileSurvey {
  /// What may have drawn a tensor: what its numbers agree with, else all that has its shape, of which
  /// training may have left some numbers alone.
  ///
  /// Seeds are not tried for these unless all are: what is left of PyTorch's stream tells by itself.
  ///
  /// - Parameter births: those of other tensors of the file.
  func hypotheses(of index: Int, near births: [Birth], isExhaustive: Bool) -> BirthHypotheses {
    let row = rows[index]
    guard let shape = try? Shape(row.entry.shape) else { return BirthHypotheses() }
    var candidates: [LawCandidate] = []
    if case .consistent(let matches)? = row.verdict { candidates = matches.map(\.candidate) }
    if candidates.isEmpty {
      candidates = LawCandidate.all(of: shape)
      if shape.extents.count == 1 { candidates += biases(of: shape, beside: index) }
    }
    var all = candidates.flatMap(\.origins).compactMap { origin in
      switch origin {
      case .layer(let tensor, let call): BirthHypothesis(tensor, of: call)
      case .call(let call): try? BirthHypothesis(call, shape: shape)
      }
    }
    if row.isTrained, !isExhaustive {
      return BirthHypotheses(
        all: all.filter { $0.framework.drawsInSequence && !$0.framework.isKeras })
    }
    // What is named as a model's is one first of all.
    all = all.flatMap { $0.held(byModulesOf: row.entry.name) } + all
    // Keras draws the same laws with the generator of its backend.
    all += all.filter { $0.framework.isKeras }.flatMap(\.onOtherBackends)
    let frameworks = Set(births.map(\.hypothesis.framework))
    let ofNNX = frameworks.contains(.nnx) ? all.flatMap(\.amongOthers) : []
    let ofJAX = frameworks.contains(.flax) ? all.flatMap(\.behindSplits) : []
    return BirthHypotheses(all: all, besideOthers: ofNNX + ofJAX)
  }
}

extension BirthHypothesis {
  // Parameters of a module that have a number of their own, most of which have two.
  private static let mostParameters = 4

  // The same in the modules that a tensor's name has before the layer's own, of flax.linen; whatever initializer is
  // called there.
  fileprivate func held(byModulesOf name: String) -> [BirthHypothesis] {
    guard framework == .flax else { return [] }
    func parts(_ name: String) -> [String] {
      name.split(whereSeparator: { "./".contains($0) }).map(String.init)
    }
    let all = parts(name)
    func modules(without own: Int) -> [String] {
      let before = all.dropLast(own)
      return Array(before.first == "params" ? before.dropFirst() : before)
    }
    switch origin {
    case .layer(let tensor, let call):
      let own = parts(tensor.name)
      guard all.count > own.count, all.suffix(own.count).elementsEqual(own) else { return [] }
      let modules = modules(without: own.count)
      return modules.isEmpty ? [] : [BirthHypothesis(tensor.held(by: modules), of: call)]
    case .call(let call):
      return (1...Self.mostParameters).compactMap { number in
        let folds = framework.keyFolds(in: modules(without: 1), number: number)
        return try? BirthHypothesis(call, shape: shape, keyFolds: folds)
      }
    }
  }

  // Models of more have others beside each.
  private static let mostDraws = 256

  // The same behind other draws of one model, of flax.nnx.
  fileprivate var amongOthers: [BirthHypothesis] {
    guard framework == .nnx else { return [] }
    return (0...Self.mostDraws).compactMap { draws in
      switch origin {
      case .layer(let tensor, let call):
        draws == 0 ? nil : BirthHypothesis(tensor.made(after: draws), of: call)
      case .call(let call):
        try? BirthHypothesis(call, shape: shape, keyFolds: framework.keyFolds(after: draws))
      }
    }
  }

  // The same with one of the keys that a program may have split off before, of JAX.
  fileprivate var behindSplits: [BirthHypothesis] {
    guard framework == .flax else { return [] }
    return KeySplits.besideOthers.map(splitting)
  }

  // The same on Keras's other backends.
  fileprivate var onOtherBackends: [BirthHypothesis] {
    Framework.keras.filter { $0.name != framework.name }.compactMap { other in
      switch origin {
      case .layer(let tensor, let call):
        return (try? call.tensors(in: other))?.first { $0.name == tensor.name }
          .map { BirthHypothesis($0, of: call) }
      case .call(let call):
        var same = Initializer(call.method, of: other)
        for parameter in call.parameters { same[parameter] = call[parameter] }
        return try? BirthHypothesis(same, shape: shape)
      }
    }
  }
}
