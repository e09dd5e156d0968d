/// How a tensor's elements come about, as PyTorch's in-place functions make them.
package enum Draw: Hashable, Sendable {
  /// `tensor.uniform_(low, high)`; both ends are rounded to float32 first.
  case uniform(low: Double, high: Double)
  /// `tensor.normal_(mean, std)`.
  case normal(mean: Double, std: Double)
  /// `trunc_normal_`: normals, or where few would be kept uniforms, drawn again until they fit.
  case truncatedNormal(TruncatedNormal)
  /// `orthogonal_`: the Q of a Gaussian matrix, times the gain.
  case orthogonal(rows: Int, columns: Int, gain: Double)
  /// `sparse_`: normals, of which so many in every column become 0.
  case sparse(rows: Int, columns: Int, zeros: Int, std: Double)
  /// One value everywhere.
  case constant(Float)
  /// Ones at these ascending positions in storage order, zeros elsewhere.
  case ones(OnesPattern)
  /// Nothing is drawn: a tensor that PyTorch leaves as it is.
  case nothing
}
