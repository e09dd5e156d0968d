private import Glibc

/// The law that the singular values of a matrix of independent entries follow as it grows.
///
/// For p ≤ n the sides, y = p/n and entries of mean 0 and standard deviation σ, the min(rows,
/// columns) singular values s fill [σ(√n − √p), σ(√n + √p)]; zeros beyond the smaller side are not
/// counted. Marchenko & Pastur 1967, doi:10.1070/SM1967v001n04ABEH001994, whose eigenvalues are
/// x = s²/(σ²n) with density √((b − x)(x − a))/(2πyx), a, b = (1 ∓ √y)².
package struct MarchenkoPastur: Hashable, Sendable {
  /// The matrix's rows.
  package let rows: Int
  /// The matrix's columns.
  package let columns: Int
  /// The standard deviation σ of an entry.
  package let std: Double

  /// Makes the law; nil for an empty matrix, or unless σ is positive and finite.
  package init?(rows: Int, columns: Int, std: Double) {
    guard rows > 0, columns > 0, std > 0, std.isFinite else { return nil }
    (self.rows, self.columns, self.std) = (rows, columns, std)
  }

  /// The lower edge, σ(√n − √p).
  package var lower: Double { std * (rootLong - rootShort) }

  /// The upper edge, σ(√n + √p).
  package var upper: Double { std * (rootLong + rootShort) }

  /// The ratio of the edges, (√n + √p)/(√n − √p); infinite for a square matrix.
  package var conditionNumber: Double {
    rows == columns ? .infinity : (rootLong + rootShort) / (rootLong - rootShort)
  }

  /// The density of the singular values, √((b − x)(x − a))/(πyu)/(σ√n) with u = √x = s/(σ√n).
  package func density(_ value: Double) -> Double {
    let place = place(of: value)
    guard place > -1, place < 1 else {
      // A square matrix's density does not vanish at 0: a quarter of a circle.
      return rows == columns && value == 0 ? 2 / (Double.pi * std * rootShort) : 0
    }
    let height: Double
    if rows == columns {
      height = ((1 - place) * (3 + place)).squareRoot() / 2
    } else {
      height = cosine(place) / (1 + ratio * place)
    }
    return 2 * height / (Double.pi * std * rootShort)
  }

  /// The share of the singular values up to a value, in closed form.
  package func distribution(_ value: Double) -> Double {
    let place = place(of: value)
    guard place > -1 else { return 0 }
    guard place < 1 else { return place.isNaN ? .nan : 1 }
    // With x = 1 + y + 2√y·sin α and cos β = (1 − y)·cos α/x the integral of the density is
    // ½ + (R + (1 + y)α − (1 − y)β)/(2πy), R = 2√y·cos α. For a long matrix the terms cancel to
    // the order of y, so α − β is found by itself.
    let y = ratio * ratio
    let sine = place + ratio * (place * place - 1) / 2
    let cosine = cosine(place)
    let alpha = atan2(sine, cosine)
    let difference = atan2(
      -2 * ratio * cosine * (1 + ratio * sine),
      1 - y + 2 * y * sine * sine + 2 * ratio * sine)
    let sum = 2 * ratio * cosine + (1 - y) * difference + 2 * y * alpha
    return min(1, max(0, 0.5 + sum / (2 * Double.pi * y)))
  }

  // Where a value lies between the edges, from −1 to 1.
  private func place(of value: Double) -> Double { (value / std - rootLong) / rootShort }

  // cos α = √(1 − sin²α), factored so that nothing cancels at the edges.
  private func cosine(_ place: Double) -> Double {
    let square =
      (1 - place) * (1 + place) * (1 + ratio * (place - 1) / 2) * (1 + ratio * (place + 1) / 2)
    return max(0, square).squareRoot()
  }

  private var rootShort: Double { Double(min(rows, columns)).squareRoot() }
  private var rootLong: Double { Double(max(rows, columns)).squareRoot() }
  // √y.
  private var ratio: Double { rootShort / rootLong }
}
