internal import Initializers
internal import Networks
internal import Scenes

extension Model {
  /// How far one key press goes.
  enum Stride {
    case coarse
    case fine
  }

  mutating func step(_ stride: Stride, up: Bool) {
    if pane == .chart {
      return moveCrosshair(by: (up ? 1 : -1) * (stride == .coarse ? 1 : 10))
    }
    guard pane == .form else {
      pane = .form
      return
    }
    var changed = scene
    switch field {
    case .shape: return resize(up: up)
    case .seed: changed.seed = scene.seed.advanced(by: up ? 1 : -1)
    case .fanIn: return scale([1], up: up)
    case .fanOut: return scale([0], up: up)
    case .parameter(let parameter):
      changed.initializer[parameter] = stepped(parameter, stride, up: up)
    case .network(let field): changed.network = stepped(field, stride, up: up)
    }
    adopt(changed)
  }

  /// Doubles or halves what the tensor connects: its first two dimensions.
  ///
  /// In a network its width is what its layers connect.
  mutating func resize(up: Bool) {
    if scene.view == .propagation {
      scene.network = stepped(.width, .coarse, up: up)
    } else {
      scale([0, 1], up: up)
    }
  }

  private mutating func scale(_ dimensions: [Int], up: Bool) {
    var extents = scene.shape.extents
    for dimension in dimensions where dimension < extents.count {
      let extent = extents[dimension]
      let doubled = extent.multipliedReportingOverflow(by: 2)
      extents[dimension] =
        up ? (doubled.overflow ? extent : max(1, doubled.partialValue)) : max(1, extent / 2)
    }
    do {
      var changed = scene
      changed.shape = try Shape(extents)
      adopt(changed)
    } catch {
      notice = .error(error.description)
    }
  }

  private func stepped(_ parameter: Parameter, _ stride: Stride, up: Bool) -> ParameterValue {
    let value = scene.initializer[parameter]
    switch value {
    case .mode(let mode): return .mode(mode == .fanIn ? .fanOut : .fanIn)
    case .nonlinearity(let nonlinearity):
      let all = Nonlinearity.allCases
      let index = all.firstIndex(of: nonlinearity) ?? 0
      return .nonlinearity(all[(index + (up ? 1 : all.count - 1)) % all.count])
    case .count(let count): return .count(divisor(after: count, up: up))
    case .quantity(let quantity):
      return .quantity(
        Quantity(Stepping.next(quantity.value, stride, up: up, isScale: parameter == .std)))
    case .gain(let gain):
      return .gain(.number(Quantity(Stepping.next(gain.value, stride, up: up, isScale: false))))
    }
  }

  // Groups divide the first dimension; a step goes to the next number that does.
  private func divisor(after count: Int, up: Bool) -> Int {
    let extent = scene.shape.extents.first ?? 0
    guard extent > 0 else { return count }
    // Far outside the extent there is no divisor to step to, nor room to count.
    let count = min(max(count, 0), extent)
    let candidates =
      up
      ? Array(count + 1...max(count + 1, min(extent, count + 10_000)))
      : Array((1...max(1, count - 1)).reversed().prefix(10_000))
    return candidates.first { extent.isMultiple(of: $0) } ?? count
  }
}
