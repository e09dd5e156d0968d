internal import ArgumentParser
internal import Explorer
internal import Scenes
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

/// What a screen is written as.
enum FrameFormat: String, ExpressibleByArgument, FileFormat {
  case text
  case ansi
  case svg
  case png
  /// What it shows, a labelled value a line.
  case words

  /// Whether it is the same wherever it is made.
  var isPicture: Bool { self == .svg || self == .png }

  var ending: String { self == .text ? "txt" : rawValue }

  /// What a frame in this format can show, of what a terminal or a picture can.
  func capabilities(_ own: Capabilities) -> Capabilities {
    var capabilities = own
    switch self {
    // What colour would say must be said by shapes.
    case .text, .words: capabilities.colors = .none
    case .ansi: break
    // A picture has all colours, whatever the terminal has.
    case .svg, .png: capabilities.colors = .palette
    }
    if self == .png { capabilities.theme = capabilities.theme.onPaper }
    return capabilities
  }

  /// A screen's bytes, once it has all its numbers.
  ///
  /// - Throws: the error PyTorch raises for the scene; `PictureError.tooLarge`.
  func bytes(of screen: Model, scale: Double? = nil) throws -> [UInt8] {
    var screen = self == .words ? screen.spoken : screen
    screen.capabilities = capabilities(screen.capabilities)
    try screen.finishWork()
    let (capabilities, theme) = (screen.capabilities, screen.capabilities.theme)
    let title = "initscope \(screen.scene.line)"
    switch self {
    case .text: return Array(view(screen).text.utf8)
    case .ansi:
      let text = view(screen).ansi(
        theme: theme, colors: capabilities.colors, onPaper: capabilities.isOnPaper)
      return Array(text.utf8)
    case .svg: return Array(view(screen).svg(theme: theme, title: title).utf8)
    case .png:
      // The pen that draws its letters knows no Chinese characters.
      screen.words = .english
      return try PNGPicture.bytes(view(screen), theme: theme, scale: scale, title: title)
    case .words:
      let paragraphs = statements(of: screen).map { statements in
        statements.map { $0.line + "\n" }.joined()
      }
      return Array(paragraphs.joined(separator: "\n").utf8)
    }
  }
}
