/// The number of inputs and outputs that a weight tensor connects.
///
/// fan_in = size(1)·∏size[2:], fan_out = size(0)·∏size[2:].
/// Source: `torch.nn.init._calculate_fan_in_and_fan_out`.
package struct Fans: Hashable, Sendable {
  /// The inputs each output sees.
  package let fanIn: Int
  /// The outputs each input reaches.
  package let fanOut: Int
  /// The elements of one kernel, 1 for a matrix.
  package let receptiveField: Int

  /// The fans of a shape.
  ///
  /// - Throws: `InitializerError.tooFewDimensionsForFans` under two dimensions.
  package init(_ shape: Shape) throws(InitializerError) {
    guard shape.extents.count >= 2 else { throw .tooFewDimensionsForFans }
    let field = shape.extents.dropFirst(2).reduce(1, *)
    receptiveField = field
    fanIn = shape.extents[1] * field
    fanOut = shape.extents[0] * field
  }

  /// The fan that a mode keeps.
  package func fan(_ mode: FanMode) -> Int { mode == .fanIn ? fanIn : fanOut }
}
