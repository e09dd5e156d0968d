package import Initializers
private import Synchronization

/// A whole tensor's weights in memory.
package enum TensorFill {
  /// Fills a tensor with the weights of a draw, on the threads of a team.
  ///
  /// - Parameter visit: called for each block as soon as it is drawn, with the number of the
  ///   thread, on that thread.
  /// - Throws: what `WeightStream.prepare()` throws.
  package static func fill(
    _ tensor: UnsafeMutableBufferPointer<Float>, with draw: Draw, generator: any Generator,
    on team: WorkerTeam,
    visit: @Sendable (Int, UnsafeBufferPointer<Float>) -> Void = { _, _ in }
  ) throws(InitializerError) {
    let partCount = tensor.count < WorkerTeam.leastWeights ? 1 : team.size
    nonisolated(unsafe) let tensor = tensor
    @Sendable func drawPart(_ index: Int) throws(InitializerError) {
      var part = StreamPart(
        draw, count: tensor.count, generator: generator, index: index, of: partCount)
      while true {
        let offset = part.offset
        let end = min(tensor.count, offset + SplitBlock.size)
        let count = try part.next(into: UnsafeMutableBufferPointer(rebasing: tensor[offset..<end]))
        if count == 0 { return }
        visit(index, UnsafeBufferPointer(rebasing: tensor[offset..<offset + count]))
      }
    }
    if partCount == 1 { return try drawPart(0) }
    let failure = Mutex<InitializerError?>(nil)
    team.run { part in
      do throws(InitializerError) { try drawPart(part) } catch {
        failure.withLock { $0 = error }
      }
    }
    if let error = failure.withLock(\.self) { throw error }
  }
}
