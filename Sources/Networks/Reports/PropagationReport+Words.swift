internal import Initializers
package import Words

extension PropagationReport {
  /// What the layers are: "256×256".
  package var layerText: String {
    request.network.layer.weightExtents.map(String.init).joined(separator: "×")
  }

  /// The tensor's own shape, "64×3×7×7", where it is not that of a square layer.
  package var otherShapeText: String? {
    let extents = request.tensor.shape.extents
    guard extents.count != 2 || extents[0] != extents[1] else { return nil }
    return extents.isEmpty ? "scalar" : extents.map(String.init).joined(separator: "×")
  }

  /// A sentence for a tensor whose fans are not those of the layers that are made as it is.
  package var fansPhrase: Phrase? {
    guard let shape = otherShapeText else { return nil }
    guard let fans = try? request.tensor.fans() else {
      return Phrase("tensor.no-fans", ["shape": .text(shape)])
    }
    return Phrase(
      "tensor.own-fans",
      ["shape": .text(shape), "in": "\(fans.fanIn)", "out": "\(fans.fanOut)"])
  }
}
