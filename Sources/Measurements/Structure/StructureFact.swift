/// What a tensor must be exactly, and whether it is.
public struct StructureFact: Equatable, Sendable {
  /// What is compared: `zeros a column`.
  public let name: String
  /// What the method promises.
  public let theory: String
  /// What the tensor has.
  public let sample: String
  /// Whether they agree.
  public let holds: Bool
}
