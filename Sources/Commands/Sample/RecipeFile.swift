private import Glibc
internal import Initializers
internal import Scenes
internal import WeightFiles
internal import Words

/// A model's recipe as a file.
enum RecipeFile {
  private static let largest = 1 << 24

  /// Reads a recipe; `-` is standard input.
  ///
  /// - Throws: `RecipeFileError`.
  static func read(_ path: String) throws(RecipeFileError) -> ModelRecipe {
    let bytes = try bytes(of: path)
    do { return try ModelRecipe(parsing: bytes) } catch { throw .invalid(path, error) }
  }

  private static func bytes(of path: String) throws(RecipeFileError) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotRead(path, code: errno) }
    defer { if path != "-" { close(descriptor) } }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw .cannotRead(path, code: errno)
      }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= largest else { throw .tooLarge(path) }
    }
  }
}

/// Why a recipe cannot be drawn.
enum RecipeFileError: Error, Hashable, Worded {
  /// The file cannot be read; `code` is errno.
  case cannotRead(String, code: Int32)
  /// More than 16 MiB.
  case tooLarge(String)
  /// The text is no recipe.
  case invalid(String, ModelRecipeError)
  /// A format for one tensor.
  case format(WeightFormat)

  var phrase: Phrase {
    switch self {
    case .cannotRead(let path, let code):
      Phrase(
        "error.input.read",
        ["path": .phrase(Self.name(path)), "reason": .text(String(cString: strerror(code)))])
    case .tooLarge(let path): Phrase("error.recipe.large", ["path": .phrase(Self.name(path))])
    case .invalid(let path, let error):
      Phrase(
        "error.recipe.file", ["path": .phrase(Self.name(path)), "problem": .phrase(error.phrase)])
    case .format(let format):
      Phrase("error.recipe.format", ["format": .text(format.rawValue)])
    }
  }

  private static func name(_ path: String) -> Phrase {
    path == "-" ? Phrase("standard-input") : .verbatim("'\(path)'")
  }
}
