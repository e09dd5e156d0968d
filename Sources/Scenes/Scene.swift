public import Initializers

/// Everything that decides what is on the screen; its text is the command line.
public struct Scene: Hashable, Sendable {
  /// The tensor whose weights are shown.
  public var tensor: Tensor
  /// What is shown of it.
  public var view = View.distribution
  /// The lower picture of the distribution view; nil leaves it to the screen's size.
  public var panel: Panel?
  /// How many bins the histogram has.
  public var bins = BinChoice.standard
  /// The network whose layers are made as the tensor is.
  public var network = NetworkChoice.standard
  /// What it is compared with.
  public var pin: Pin?

  /// Makes a scene.
  public init(
    _ tensor: Tensor, view: View = .distribution, panel: Panel? = nil,
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
  public static let first = Scene(.first)

  /// The tensor it is compared with.
  public var pinned: Tensor? { pin?.tensor }

  /// The tensor's call of `torch.nn.init`.
  public var initializer: Initializer {
    get { tensor.initializer }
    set { tensor.initializer = newValue }
  }

  /// The tensor's shape in PyTorch's order.
  public var shape: Shape {
    get { tensor.shape }
    set { tensor.shape = newValue }
  }

  /// The seed given to `torch.manual_seed`.
  public var seed: Seed {
    get { tensor.seed }
    set { tensor.seed = newValue }
  }

  /// The numbers PyTorch computes for the tensor before it draws.
  ///
  /// - Throws: the error PyTorch raises for it.
  public func recipe() throws(InitializerError) -> Recipe { try tensor.recipe() }
}
