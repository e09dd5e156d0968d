package import ArgumentParser
internal import Words

/// All the words of a scene, shared by the command line, the `:` prompt and files of scenes.
///
/// It is a command, so that a line is parsed without one around it: each level of groups multiplies what
/// the parser checks of itself in debug builds.
package struct SceneArguments: SceneWords, ParsableCommand {
  /// The words for the tensor.
  @OptionGroup(title: .said(Phrase("help.group.tensor"))) package var tensor: TensorArguments
  /// The words for the network.
  @OptionGroup(title: .said(Phrase("help.group.network"))) package var network: NetworkArguments
  /// The words for what is shown.
  @OptionGroup(title: .said(Phrase("help.group.showing"))) package var showing: ShowingArguments

  /// Makes arguments that parsing fills.
  package init() {}
}

/// The words of a scene of which only the tensor is used; the others are known so that they can be
/// refused.
package struct TensorSceneArguments: SceneWords {
  /// The words for the tensor.
  @OptionGroup(title: .said(Phrase("help.group.tensor"))) package var tensor: TensorArguments
  /// The words for the network.
  @OptionGroup(visibility: .hidden) package var network: NetworkArguments
  /// The words for what is shown.
  @OptionGroup(visibility: .hidden) package var showing: ShowingArguments

  /// Makes arguments that parsing fills.
  package init() {}
}

/// The words of a scene of which the tensor and the network are used; the others are known so that
/// they can be refused.
package struct NetworkSceneArguments: SceneWords {
  /// The words for the tensor.
  @OptionGroup(title: .said(Phrase("help.group.tensor"))) package var tensor: TensorArguments
  /// The words for the network.
  @OptionGroup(title: .said(Phrase("help.group.network"))) package var network: NetworkArguments
  /// The words for what is shown.
  @OptionGroup(visibility: .hidden) package var showing: ShowingArguments

  /// Makes arguments that parsing fills.
  package init() {}
}
