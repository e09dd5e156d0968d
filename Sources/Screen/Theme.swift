/// A mapping from roles to palette colours and attributes.
package enum Theme: String, CaseIterable, Sendable {
  /// For dark backgrounds.
  case dark
  /// For light backgrounds.
  case light
  /// For projectors: few colours, strong contrast.
  case contrast
  /// No colour at all.
  case mono
  /// Mid tones that can be read on any background; used where the background is unknown.
  case neutral
}
