internal import Initializers

extension PropagationReport {
  /// What the layers are: "256×256".
  package var layerText: String { "\(request.network.width)×\(request.network.width)" }

  /// The tensor's own shape, "64×3×7×7", where it is not that of a square layer.
  package var otherShapeText: String? {
    let extents = request.tensor.shape.extents
    guard extents.count != 2 || extents[0] != extents[1] else { return nil }
    return extents.isEmpty ? "scalar" : extents.map(String.init).joined(separator: "×")
  }

  /// A sentence for a tensor whose fans are not those of the layers that are made as it is.
  package var fansText: String? {
    guard let shape = otherShapeText else { return nil }
    guard let fans = try? request.tensor.fans() else {
      return "the tensor, \(shape), has no fans"
    }
    return "the tensor, \(shape), has fan_in \(fans.fanIn)"
      + " and fan_out \(fans.fanOut) of its own"
  }
}
