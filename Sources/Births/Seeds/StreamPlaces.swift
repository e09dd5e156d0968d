internal import Initializers
private import Synchronization

/// Generators along the streams of known seeds, so that none is walked from its beginning for every tensor.
package final class StreamPlaces: Sendable {
  private struct Stream: Hashable {
    let framework: String
    let seed: Seed
  }

  fileprivate struct Place: Sendable {
    let draws: Int
    let generator: any Generator
  }

  // In the order of their draws.
  private let kept = Mutex<[Stream: [Place]]>([:])

  // Of some 2.5 KB each.
  private static let most = 4096
  // Nearer ones are walked to.
  private static let step = 1 << 14

  /// Knows no place yet.
  package init() {}

  /// The generator where a tensor begins.
  func generator(of origin: Origin) -> any Generator {
    let hypothesis = origin.hypothesis
    guard hypothesis.framework.drawsInSequence, origin.source == .program else {
      return origin.generator
    }
    let stream = Stream(framework: hypothesis.framework.name, seed: origin.seed)
    return kept.withLock { kept in
      var places = kept[stream] ?? []
      let next = places.partition { $0.draws > origin.draws }
      let known = next > 0 ? places[next - 1] : nil
      guard var generator = known?.generator else {
        let generator = origin.generator
        kept[stream] = [Place(draws: origin.draws, generator: generator)] + places
        return generator
      }
      let distance = origin.draws - (known?.draws ?? 0)
      generator.skip(distance)
      if distance >= Self.step, places.count < Self.most {
        places.insert(Place(draws: origin.draws, generator: generator), at: next)
        kept[stream] = places
      }
      return generator
    }
  }
}

extension [StreamPlaces.Place] {
  // The first of which something holds that holds of all behind it.
  fileprivate func partition(_ holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
