public import ArgumentParser

/// All the words of a scene, shared by the command line, the `:` prompt and files of scenes.
///
/// It is a command, so that a line is parsed without one around it: each level of groups multiplies what
/// the parser checks of itself in debug builds.
public struct SceneArguments: SceneWords, ParsableCommand {
  /// The words for the tensor.
  @OptionGroup(title: "Tensor") public var tensor: TensorArguments
  /// The words for the network.
  @OptionGroup(title: "Network") public var network: NetworkArguments
  /// The words for what is shown.
  @OptionGroup(title: "Showing") public var showing: ShowingArguments

  /// Makes arguments that parsing fills.
  public init() {}
}

/// The words of a scene of which only the tensor is used; the others are known so that they can be
/// refused.
public struct TensorSceneArguments: SceneWords {
  /// The words for the tensor.
  @OptionGroup(title: "Tensor") public var tensor: TensorArguments
  /// The words for the network.
  @OptionGroup(visibility: .hidden) public var network: NetworkArguments
  /// The words for what is shown.
  @OptionGroup(visibility: .hidden) public var showing: ShowingArguments

  /// Makes arguments that parsing fills.
  public init() {}
}

/// The words of a scene of which the tensor and the network are used; the others are known so that
/// they can be refused.
public struct NetworkSceneArguments: SceneWords {
  /// The words for the tensor.
  @OptionGroup(title: "Tensor") public var tensor: TensorArguments
  /// The words for the network.
  @OptionGroup(title: "Network") public var network: NetworkArguments
  /// The words for what is shown.
  @OptionGroup(visibility: .hidden) public var showing: ShowingArguments

  /// Makes arguments that parsing fills.
  public init() {}
}
