private import Expressions
package import Initializers
package import Networks
package import Statistics

/// Everything that decides what is on the screen; its text is the command line.
package struct Scene: Hashable, Sendable {
  /// The tensor whose weights are shown.
  package var tensor: Tensor
  /// What is shown of it.
  package var view = View.distribution
  /// The lower picture of the distribution view; nil leaves it to the screen's size.
  package var panel: PanelChoice?
  /// How many bins the histogram has.
  package var bins = BinChoice.standard
  /// The network whose layers are made as the tensor is.
  package var network = NetworkChoice.standard
  /// What it is compared with.
  package var pin: Pin?

  /// Makes a scene.
  package init(
    _ tensor: Tensor, view: View = .distribution, panel: PanelChoice? = nil,
    bins: BinChoice = .standard, network: NetworkChoice = .standard, pin: Pin? = nil
  ) {
    self.tensor = tensor
    self.view = view
    self.panel = panel
    self.bins = bins
    self.network = network
    self.pin = pin
  }

  /// What the explorer shows first.
  package static let first = Scene(.first)

  /// The tensor it is compared with.
  package var pinned: Tensor? { pin?.tensor }

  /// The tensor's call of `torch.nn.init`.
  package var initializer: Initializer {
    get { tensor.initializer }
    set { tensor.initializer = newValue }
  }

  /// The tensor's shape in PyTorch's order.
  package var shape: Shape {
    get { tensor.shape }
    set { tensor.shape = newValue }
  }

  /// The seed given to `torch.manual_seed`.
  package var seed: Seed {
    get { tensor.seed }
    set { tensor.seed = newValue }
  }

  /// The numbers PyTorch computes for the tensor before it draws.
  ///
  /// - Throws: the error PyTorch raises for it.
  package func recipe() throws(InitializerError) -> Recipe { try tensor.recipe() }

  /// The activation whose gain the call takes, if the network has another one.
  package var gainOfAnotherActivation: String? {
    guard let network = try? network.network(for: tensor) else { return nil }
    return tensor.activationOfGain(besides: network.activation)
  }
}

/// A picture of a sample against its law, beside or instead of the histogram.
package enum PanelChoice: String, CaseIterable, Sendable {
  /// The density, estimated with a kernel.
  case density
  /// The empirical distribution function minus the law's, with its band.
  case ecdf
  /// The quantiles minus the law's, with pointwise and simultaneous bands.
  case qq
  /// The densities on a logarithmic axis.
  case tails
  /// The histogram alone, as large as the screen allows.
  case histogram
}

/// What the explorer shows of a tensor.
package enum View: String, CaseIterable, Sendable {
  /// The weights' distribution against their law.
  case distribution
  /// A signal sent through a network of layers like the tensor.
  case propagation
  /// The weights as a matrix: their picture and singular values.
  case matrix
  /// A layer's tensors as each framework draws them.
  case layers
  /// The tensors of open files.
  case tensors
}

/// The scene that others are compared with: a tensor, and the network of its layers.
package struct Pin: Hashable, Sendable {
  /// The tensor.
  package var tensor: Tensor
  /// The network of the propagation view.
  package var network: NetworkChoice

  /// Pins a tensor in a network.
  package init(_ tensor: Tensor, network: NetworkChoice = .standard) {
    self.tensor = tensor
    self.network = network
  }

  /// The pinned scene as the command line takes it, quoted for a shell.
  package var line: String { ([tensor.line] + network.words).joined(separator: " ") }
}

extension Scene {
  /// The scene as the command line takes it, quoted for a shell; parsing it gives the same scene
  /// back.
  ///
  ///     kaiming_normal --shape 256,128 --mode fan_out --nonlinearity relu --seed 7 --view matrix
  package var line: String {
    // What the tensor's words alone show.
    let firstView: View =
      tensor.stored != nil ? .tensors : tensor.layer == nil ? .distribution : .layers
    var words = [tensor.line]
    if view != firstView {
      words += ["--view", view.rawValue]
    }
    if let panel { words += ["--panel", panel.rawValue] }
    if bins != Scene.first.bins { words += ["--bins", bins.description] }
    words += network.words
    if let pin {
      let line = pin.line
      words += ["--pin", line.unicodeScalars.contains("\"") ? line.quotedForLine : "\"\(line)\""]
    }
    return words.joined(separator: " ")
  }
}
