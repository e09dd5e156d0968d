/// The catalogues of what the program says, as `Words` reads them.
package enum Texts {
  /// What it says in English.
  package static var english: String { String(decoding: PackageResources.en_txt, as: UTF8.self) }
}
