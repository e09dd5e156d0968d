internal import ArgumentParser
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

/// What a frame is written as.
enum FrameFormat: String, ExpressibleByArgument, FileFormat {
  case text
  case ansi
  case svg
  case png

  /// Whether it is the same wherever it is made.
  var isPicture: Bool { self == .svg || self == .png }

  var ending: String { self == .text ? "txt" : rawValue }

  /// What a frame in this format can show, of what a terminal or a picture can.
  func capabilities(_ own: Capabilities) -> Capabilities {
    var capabilities = own
    switch self {
    // What colour would say must be said by shapes.
    case .text: capabilities.colors = .none
    case .ansi: break
    // A picture has all colours, whatever the terminal has.
    case .svg, .png: capabilities.colors = .palette
    }
    if self == .png { capabilities.theme = capabilities.theme.onPaper }
    return capabilities
  }

  /// A frame's bytes.
  ///
  /// - Throws: `PictureError.tooLarge`.
  func bytes(
    of frame: Frame, _ capabilities: Capabilities, scale: Double? = nil, title: String
  ) throws(PictureError) -> [UInt8] {
    let theme = capabilities.theme
    switch self {
    case .text: return Array(frame.text.utf8)
    case .ansi:
      let text = frame.ansi(
        theme: theme, colors: capabilities.colors, onPaper: capabilities.isOnPaper)
      return Array(text.utf8)
    case .svg: return Array(frame.svg(theme: theme, title: title).utf8)
    case .png: return try PNGPicture.bytes(frame, theme: theme, scale: scale, title: title)
    }
  }
}
