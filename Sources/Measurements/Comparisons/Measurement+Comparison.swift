internal import Initializers
package import Statistics

extension Measurement {
  /// What rules for bins need to know of the weights; of a sparse tensor those that are not zero.
  package var summary: SampleSummary { SampleSummary(moments, histogram) }

  /// The law whose distribution function the weights can be compared with; nil for weights that
  /// depend on each other, for a law without a density and before anything is drawn.
  var comparedLaw: Law? {
    let law = self.law.ofDrawnWeights
    return law.isIndependent && !law.isDegenerate && histogram.total > 0 ? law : nil
  }
}
