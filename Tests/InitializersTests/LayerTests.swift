import Initializers
import TestSupport
import Testing

/// Whole layers against the frameworks' own: names, shapes, order, and every bit.
// One case after another: others, which have time limits, wait for the same threads.
@Suite(.serialized) struct `Layers by name` {
  // Stacked ones of PyTorch 2.13.0.
  private static let stacked = LayerFixture.recorded("stacked-layers")
  private static let all =
    LayerFixture.recorded("layers") + LayerFixture.recorded("more-layers") + stacked

  @Test func `there are all that were recorded`() {
    #expect(LayerFixture.recorded("layers").count == 168)
    #expect(LayerFixture.recorded("more-layers").count == 156)
    #expect(Self.stacked.count == 12)
  }

  @Test(arguments: all)
  func `are drawn as their framework draws them`(recorded: LayerFixture) async throws {
    await Task.yield()
    let framework = try Framework.named(recorded.framework)
    let call = try recorded.call
    guard !recorded.tensors.isEmpty else {
      #expect(throws: LayerError.notThere(call.kind, framework)) {
        try call.tensors(in: framework)
      }
      return
    }
    let tensors = try call.tensors(in: framework)
    #expect(tensors.map(\.name) == recorded.tensors.map(\.name))
    let seed = try Seed(parsing: "\(recorded.seed)")
    for (tensor, expected) in zip(tensors, recorded.tensors) {
      #expect(tensor.shape.extents == expected.shape)
      let source = try DrawnWeights(Tensor(tensor, of: call, seed: seed))
      let weights = try source.all()
      if tensor.initializer.method == .orthogonal {
        // The rounding of a factorization is LAPACK's, not the framework's.
        for (own, value) in zip(weights, expected.values) {
          #expect(abs(Double(own) - value) < 5e-6)
        }
      } else {
        #expect(SHA256.hexDigest(weights.bytes) == expected.sha256, "\(tensor.name)")
      }
    }
  }

  @Test(arguments: all.filter { $0.layer.contains("lstm") || $0.layer.contains("embedding") })
  func `are the same in shares`(recorded: LayerFixture) async throws {
    await Task.yield()
    let framework = try Framework.named(recorded.framework)
    let call = try recorded.call
    for tensor in try call.tensors(in: framework) {
      let source = try DrawnWeights(
        Tensor(tensor, of: call, seed: Seed(parsing: "\(recorded.seed)")))
      let whole = try source.all()
      var parts = [Float](repeating: .nan, count: whole.count)
      for var share in source.shares(3) {
        try withUnsafeTemporaryAllocation(of: Float.self, capacity: 8192) { block in
          while true {
            let offset = share.offset
            let count = try share.next(into: block)
            if count == 0 { break }
            for index in 0..<count { parts[offset + index] = block[index] }
          }
        }
      }
      #expect(parts.map(\.bitPattern) == whole.map(\.bitPattern))
    }
  }

  // Their uniform numbers take a word each, in the order of `reset_parameters`.
  @Test(arguments: stacked)
  func `begin where those before them end`(recorded: LayerFixture) throws {
    let tensors = try recorded.call.tensors(in: .pyTorch)
    var words = 0
    for (tensor, expected) in zip(tensors, recorded.tensors) {
      #expect(tensor.wordsBefore == words, "\(tensor.name)")
      words += expected.shape.reduce(1, *)
    }
  }

  @Test(arguments: stacked)
  func `are PyTorch's alone where they are stacked`(recorded: LayerFixture) throws {
    let call = try recorded.call
    let sizes = [LayerSize.layers, .directions, .projection]
    let size = try #require(sizes.first { call[$0] != call.kind.defaultValue(of: $0) ?? 1 })
    for framework in Framework.all where framework != .pyTorch {
      #expect(throws: LayerError.fixedSize(size, call[size], call.kind, framework)) {
        try call.tensors(in: framework)
      }
    }
  }

  @Test func `have one place in each framework's table of methods`() {
    for framework in Framework.all {
      #expect(Set(framework.methods).count == framework.methods.count)
      let names = framework.methods.map { framework.entry(of: $0).name }
      #expect(Set(names).count == names.count)
    }
  }
}

extension [Float] {
  /// The numbers as they are stored, little-endian.
  fileprivate var bytes: [UInt8] {
    flatMap { number in
      (0..<4).map { UInt8(truncatingIfNeeded: number.bitPattern >> (8 * UInt32($0))) }
    }
  }
}

extension DrawnWeights {
  /// All weights at once.
  func all() throws -> [Float] {
    var blocks = weights()
    var all: [Float] = []
    try withUnsafeTemporaryAllocation(of: Float.self, capacity: 8192) { block in
      while true {
        let count = try blocks.next(into: block)
        if count == 0 { break }
        all += block[..<count]
      }
    }
    return all
  }
}
