/// A warning that a framework gives for a call that it carries out.
package enum InitializerWarning: Hashable, Sendable {
  /// A Kaiming method on a tensor without elements.
  case zeroElements
  /// trunc_normal with an interval far from the mean.
  case meanFarFromInterval
}
