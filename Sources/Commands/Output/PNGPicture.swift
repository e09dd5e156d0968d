internal import Screen
internal import Words

/// A frame as a PNG file's bytes.
enum PNGPicture {
  /// What a cell's 8 by 16 pixels are multiplied by: a usual frame then fills a slide.
  static let standardScale = 2.5

  /// The bytes.
  ///
  /// - Throws: `PictureError.tooLarge`.
  static func bytes(
    _ frame: Frame, theme: Theme, scale: Double? = nil, title: String
  ) throws(PictureError) -> [UInt8] {
    guard let bytes = frame.png(theme: theme, scale: scale ?? standardScale, title: title) else {
      throw .tooLarge
    }
    return bytes
  }
}

/// Why there is no picture.
enum PictureError: Error, Hashable, Worded {
  /// A scale for what has no pixels.
  case scale
  /// Too many pixels.
  case tooLarge
  /// Pixels would go to a terminal.
  case toTerminal

  var phrase: Phrase {
    switch self {
    case .scale: Phrase("error.picture.scale")
    case .tooLarge: Phrase("error.picture.large", ["most": "\(Frame.mostPixels / 1_000_000)"])
    case .toTerminal: Phrase("error.picture.terminal")
    }
  }
}
