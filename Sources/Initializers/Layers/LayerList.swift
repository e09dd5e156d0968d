internal import Words

/// The tensors of a layer as they are written down, one after another.
struct LayerList {
  /// So far, in the framework's order.
  private(set) var tensors: [LayerTensor] = []
  private let framework: Framework
  // What has been drawn from a stream that all tensors share.
  private var drawn: [DrawPlace.Drawn] = []

  init(_ framework: Framework) { self.framework = framework }

  /// A call of the framework with parameters by their texts.
  func call(
    _ method: Method, _ parameters: [Parameter: String] = [:]
  ) throws(InitializerError) -> Initializer {
    var call = Initializer(method, of: framework)
    for (parameter, text) in parameters { try call.set(parameter, to: text) }
    return call
  }

  /// Adds a tensor.
  ///
  /// - Parameters:
  ///   - fanShape: the shape whose fans the initializer counts, where it is another.
  ///   - place: where it is drawn; nil after what was drawn before.
  /// - Throws: `LayerError.refused` if there is no such tensor.
  mutating func add(
    _ name: String, _ extents: [Int], _ method: Method, _ parameters: [Parameter: String] = [:],
    as role: LayerTensor.Role, fanShape: [Int]? = nil, at place: DrawPlace? = nil,
    note: Phrase? = nil
  ) throws(LayerError) {
    do throws(InitializerError) {
      let tensor = LayerTensor(
        name: name, initializer: try call(method, parameters), shape: try Shape(extents),
        role: role, note: note,
        fanShape: try fanShape.map { extents throws(InitializerError) in try Shape(extents) },
        place: place ?? DrawPlace(before: drawn))
      if place == nil { try pass(tensor) }
      tensors.append(tensor)
    } catch {
      throw .refused(name, error)
    }
  }

  /// Adds a tensor as it is.
  mutating func append(_ tensor: LayerTensor) { tensors.append(tensor) }

  /// Adds what is drawn and then overwritten.
  mutating func drop(
    _ extents: [Int], _ method: Method, _ parameters: [Parameter: String] = [:]
  ) throws(LayerError) {
    var list = LayerList(framework)
    list.drawn = drawn
    try list.add("_", extents, method, parameters, as: .bias)
    drawn = list.drawn
  }

  /// Puts a tensor before others that were drawn earlier.
  mutating func moveLast(to index: Int) {
    tensors.insert(tensors.removeLast(), at: index)
  }

  private mutating func pass(_ tensor: LayerTensor) throws(InitializerError) {
    let recipe = try tensor.recipe()
    guard recipe.usesSeed else { return }
    // Uniform numbers take a word each, so that one tensor behind another is passed as one.
    if case .uniform = recipe.draw, let last = drawn.last, last.draw == recipe.draw {
      drawn[drawn.count - 1] = DrawPlace.Drawn(
        draw: recipe.draw, count: last.count + recipe.shape.count)
      return
    }
    drawn.append(DrawPlace.Drawn(draw: recipe.draw, count: recipe.shape.count))
  }
}
