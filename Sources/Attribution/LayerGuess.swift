internal import Initializers

/// The layers that a tensor may be of, by its shape alone.
///
/// A framework's fans follow from the shape, so that sizes the shape does not tell (groups, strides,
/// the inputs of a recurrent kernel) need no guess.
enum LayerGuess {
  /// The layers that hold a tensor of a shape in some framework.
  static func calls(holding shape: Shape) -> [LayerCall] {
    let extents = shape.extents
    guard extents.allSatisfy({ $0 > 0 }) else { return [] }
    var found: [LayerCall] = []
    for row in rows {
      for sizes in row.sizes(extents) {
        guard let call = try? LayerCall(row.kind, sizes), !found.contains(call) else { continue }
        found.append(call)
      }
    }
    return found
  }

  private struct Row: Sendable {
    let kind: LayerKind
    /// The sizes that extents may mean.
    let sizes: @Sendable ([Int]) -> [[LayerSize: Int]]
  }

  private static let rows: [Row] =
    [
      Row(kind: .dense) { extents in
        pair(extents).map { [.in: $0.1, .out: $0.0] }
      },
      Row(kind: .embedding) { extents in
        extents.count == 2 ? [[.in: extents[0], .out: extents[1]]] : []
      },
      Row(kind: .attention) { extents in
        switch extents.count {
        // PyTorch's three in one, and the projection of the outputs.
        case 2 where extents[0] == 3 * extents[1] || extents[0] == extents[1]:
          [[.in: extents[1], .heads: 1]]
        // Keras and flax keep heads apart, before or behind the inputs.
        case 3 where extents[0] == extents[1] * extents[2]: [[.in: extents[0], .heads: extents[1]]]
        case 3 where extents[2] == extents[0] * extents[1]: [[.in: extents[2], .heads: extents[0]]]
        default: []
        }
      },
      Row(kind: .separable) { extents in
        switch extents.count {
        case 4 where extents[0] == extents[1] && extents[3] == 1:
          [[.in: extents[2], .out: extents[2], .kernel: extents[0]]]
        // Of the other kernel's size nothing is seen.
        case 4 where extents[0] == 1 && extents[1] == 1:
          [[.in: extents[2], .out: extents[3], .kernel: 3]]
        default: []
        }
      },
      Row(kind: .bilinear) { extents in
        extents.count == 3 ? [[.in: extents[1], .in2: extents[2], .out: extents[0]]] : []
      },
    ]
    + [LayerKind.lstm, .gru, .rnn].map { kind in
      Row(kind: kind) { extents in
        let gates = kind.gates ?? 1
        let stacked = pair(extents).compactMap { rows, columns -> [LayerSize: Int]? in
          rows.isMultiple(of: gates) ? [.in: columns, .out: rows / gates] : nil
        }
        // flax.linen has a kernel for each gate.
        return stacked + (gates > 1 ? pair(extents).map { [.in: $0.0, .out: $0.1] } : [])
      }
    }
    + [LayerKind.conv1d, .conv2d, .conv3d, .convTranspose1d, .convTranspose2d, .convTranspose3d]
    .map { kind in
      Row(kind: kind) { extents in convolutions(extents, kind.spatialDimensions) }
    }

  // Both ways round.
  private static func pair(_ extents: [Int]) -> [(Int, Int)] {
    guard extents.count == 2 else { return [] }
    return [(extents[0], extents[1]), (extents[1], extents[0])]
  }

  // The channels before the kernel, as in PyTorch, or behind it; which is which is tried both ways.
  private static func convolutions(_ extents: [Int], _ dimensions: Int) -> [[LayerSize: Int]] {
    guard extents.count == dimensions + 2 else { return [] }
    let splits = [
      (extents.prefix(2), extents.dropFirst(2)), (extents.suffix(2), extents.dropLast(2)),
    ]
    return splits.flatMap { channels, kernel -> [[LayerSize: Int]] in
      guard let edge = kernel.first, kernel.allSatisfy({ $0 == edge }),
        let first = channels.first, let last = channels.last
      else { return [] }
      return [(first, last), (last, first)].map { [.in: $0.0, .out: $0.1, .kernel: edge] }
    }
  }
}
