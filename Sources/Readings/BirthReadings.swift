package import Births
internal import Initializers

/// What there is to read of a tensor's birth.
package enum BirthName: String, CaseIterable, Sendable {
  case seed = "birth_seed"
  case place = "birth_draws"
  case intact = "birth_intact"
  case distance = "birth_distance"
}

/// The readings of a tensor's birth.
package struct BirthReadings {
  private let birth: Birth

  /// Reads a birth.
  package init(_ birth: Birth) { self.birth = birth }

  /// One reading.
  package subscript(name: BirthName) -> Reading {
    func reading(_ unit: Reading.Unit, isScale: Bool = false, _ sample: Double) -> Reading {
      Reading(name: .birth(name), unit: unit, isScale: isScale, sample: sample)
    }
    switch name {
    case .seed: return reading(.none, Double(birth.seed.bits))
    case .place: return reading(.count, Double(birth.draws))
    case .intact: return reading(.count, Double(birth.intact))
    case .distance: return reading(.weight, isScale: true, birth.distance)
    }
  }
}
