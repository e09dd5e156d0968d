/// Texts that other modules read: what the program says, as `Words` reads it.
package enum Texts {
  /// What it says in English.
  package static var english: String { String(decoding: PackageResources.en_txt, as: UTF8.self) }
  /// What it says in Chinese, in simplified characters.
  package static var simplifiedChinese: String {
    String(decoding: PackageResources.zh_Hans_txt, as: UTF8.self)
  }
  /// The lectures, as `Lectures` reads them, each in all languages.
  package static var lectures: [[UInt8]] {
    [
      PackageResources.why_he_en_lecture, PackageResources.why_he_zh_Hans_lecture,
      PackageResources.sqrt5_en_lecture, PackageResources.sqrt5_zh_Hans_lecture,
      PackageResources.three_frameworks_en_lecture,
      PackageResources.three_frameworks_zh_Hans_lecture,
      PackageResources.which_fan_en_lecture, PackageResources.which_fan_zh_Hans_lecture,
      PackageResources.tanh_and_gelu_en_lecture, PackageResources.tanh_and_gelu_zh_Hans_lecture,
      PackageResources.band_en_lecture, PackageResources.band_zh_Hans_lecture,
      PackageResources.residual_en_lecture, PackageResources.residual_zh_Hans_lecture,
      PackageResources.embedding_en_lecture, PackageResources.embedding_zh_Hans_lecture,
      PackageResources.orthogonal_en_lecture, PackageResources.orthogonal_zh_Hans_lecture,
      PackageResources.memory_en_lecture, PackageResources.memory_zh_Hans_lecture,
      PackageResources.seeds_en_lecture, PackageResources.seeds_zh_Hans_lecture,
      PackageResources.birth_en_lecture, PackageResources.birth_zh_Hans_lecture,
    ]
  }
  /// The files of tensors that lectures are about, by their names.
  package static var tensorFiles: [String: [UInt8]] {
    ["birth.safetensors": PackageResources.birth_safetensors]
  }
  /// The letters of pictures as strokes of a pen, as `Screen` reads them.
  package static var strokes: String {
    String(decoding: PackageResources.strokes_txt, as: UTF8.self)
  }
}
