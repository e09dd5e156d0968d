import Plots
import Screen
import TestSupport
import Testing

/// A file of recorded pictures of one kind of plot: glyphs, roles and fills.
struct Golden: CustomTestStringConvertible, Sendable {
  /// A plot at a size.
  struct Picture: Sendable {
    let subject: String
    let size: Size
    var variants = GlyphSet.allCases
    let frame: @Sendable (Size, GlyphSet) throws -> Frame
  }

  let name: String
  let title: String
  let pictures: [Picture]

  static let file = #filePath
  var testDescription: String { name }

  /// What a test must report: nothing if all pictures are as recorded.
  func problems() throws -> [String] {
    let sections = try pictures.flatMap { picture in
      try picture.variants.map { glyphs in
        let frame = try picture.frame(picture.size, glyphs)
        var text = frame.text + "\nroles\n" + frame.roles
        if frame.fills.contains(where: { !$0.isWhitespace }) { text += "\nfills\n" + frame.fills }
        return GoldenFile.Section(
          size: "\(picture.size.columns)x\(picture.size.rows)", variant: glyphs.rawValue,
          subject: picture.subject, text: text)
      }
    }
    return try GoldenFile(name, title: title, sections: sections, besides: Self.file).problems()
  }
}
