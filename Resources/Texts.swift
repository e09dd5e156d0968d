/// Texts that other modules read: what the program says, as `Words` reads it.
package enum Texts {
  /// What it says in English.
  package static var english: String { String(decoding: PackageResources.en_txt, as: UTF8.self) }
  /// What it says in Chinese, in simplified characters.
  package static var simplifiedChinese: String {
    String(decoding: PackageResources.zh_Hans_txt, as: UTF8.self)
  }
  /// The letters of pictures as strokes of a pen, as `Screen` reads them.
  package static var strokes: String {
    String(decoding: PackageResources.strokes_txt, as: UTF8.self)
  }
}
