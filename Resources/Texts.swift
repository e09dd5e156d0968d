/// Texts that other modules read: what the program says, as `Words` reads it.
package enum Texts {
  /// What it says in English.
  package static var english: String { String(decoding: PackageResources.en_txt, as: UTF8.self) }
  /// The lectures, as `Lectures` reads them.
  package static var lectures: [String] {
    [PackageResources.why_he_en_lecture].map { String(decoding: $0, as: UTF8.self) }
  }
  /// The letters of pictures as strokes of a pen, as `Screen` reads them.
  package static var strokes: String {
    String(decoding: PackageResources.strokes_txt, as: UTF8.self)
  }
}
