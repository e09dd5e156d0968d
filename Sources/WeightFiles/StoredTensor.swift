package import Initializers
internal import Words

/// A file's tensor as weights to be looked at.
package struct StoredTensor: StoredContent {
  private let entry: TensorEntry
  private let format: TensorFile.Format

  /// Takes a tensor of a file whose numbers can be read.
  package init(_ entry: TensorEntry, of file: TensorFile) {
    (self.entry, format) = (entry, file.format)
  }

  /// The extents, as the file has them.
  package var extents: [Int] { entry.shape }

  /// Tells the opened file from others.
  package var revision: Int { entry.revision }

  /// Whether numbers from the middle can be had without reading all before them.
  package var isSeekable: Bool { !entry.isCompressed && entry.isContiguous }

  /// The numbers of a range in their order, as float32.
  package func blocks(_ range: Range<Int>) -> any WeightBlocks { StoredBlocks(entry, range) }

  /// The code that reads the tensor, a statement a line.
  package var python: [String] {
    func quoted(_ text: String) -> String {
      let escaped = text.shown.map { "\\\"".contains($0) ? "\\\($0)" : "\($0)" }.joined()
      return "\"\(escaped)\""
    }
    let (path, key) = (quoted(entry.file), quoted(entry.name))
    return switch format {
    case .safetensors, .index:
      [
        "from safetensors import safe_open", "with safe_open(\(path), \"pt\") as file:",
        "    w = file.get_tensor(\(key))",
      ]
    case .npy: ["import numpy as np", "w = np.load(\(path))"]
    case .npz: ["import numpy as np", "w = np.load(\(path))[\(key)]"]
    case .torch: ["import torch", "w = torch.load(\(path), weights_only=True)[\(key)]"]
    }
  }
}

/// A file's numbers as blocks of weights.
private struct StoredBlocks: WeightBlocks {
  private let entry: TensorEntry
  private let range: Range<Int>
  private(set) var offset: Int
  private var values: TensorValues?

  init(_ entry: TensorEntry, _ range: Range<Int>) {
    (self.entry, self.range, offset) = (entry, range, range.lowerBound)
  }

  var remaining: Int { range.upperBound - offset }
  var isPrepared: Bool { values != nil || remaining == 0 }
  // Compressed bytes before the range are read first.
  var isUninterruptible: Bool { false }
  var end: (any Generator)? { nil }

  mutating func prepare() throws(InitializerError) {
    do throws(TensorFileError) {
      values = try entry.values(range)
    } catch {
      throw .unreadable(error.phrase)
    }
  }

  mutating func next(
    into block: UnsafeMutableBufferPointer<Float>
  ) throws(InitializerError) -> Int {
    if !isPrepared { try prepare() }
    do throws(TensorFileError) {
      let count = try values?.next(into: block) ?? 0
      offset += count
      // A file that ends before its tensor does says so.
      return count
    } catch {
      throw .unreadable(error.phrase)
    }
  }

  mutating func rewind() { (offset, values) = (range.lowerBound, nil) }
}
