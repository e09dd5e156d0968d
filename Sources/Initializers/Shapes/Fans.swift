/// The number of inputs and outputs that a weight tensor connects.
package struct Fans: Hashable, Sendable {
  /// The inputs each output sees.
  package let fanIn: Int
  /// The outputs each input reaches.
  package let fanOut: Int
  /// The elements of one kernel, 1 for a matrix.
  package let receptiveField: Int

  /// The fan that a mode keeps.
  package func fan(_ mode: FanMode) -> Int { mode == .fanIn ? fanIn : fanOut }
}
