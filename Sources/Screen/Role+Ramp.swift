extension Role {
  /// The diverging ramp from the lowest step to the highest, zero in the middle.
  package static let diverging: [Role] = [
    .diverging0, .diverging1, .diverging2, .diverging3, .diverging4, .diverging5, .diverging6,
    .diverging7, .diverging8, .diverging9, .diverging10,
  ]

  /// The sequential ramp from the lowest step to the highest.
  package static let sequential: [Role] = [
    .sequential0, .sequential1, .sequential2, .sequential3, .sequential4, .sequential5,
    .sequential6, .sequential7,
  ]
}
