/// A class or function of Python's that a state_dict may name, and what naming it stands for here.
///
/// No code of Python's is behind any of them; what a pickle does with one is to make a value of the
/// kinds that are counted here. PyTorch's own list for `weights_only` is the model.
enum PickleGlobal: Hashable, Sendable {
  /// A dictionary.
  case dictionary
  /// A class of storages, which says what they hold; nil of bytes.
  case storage(ElementType?)
  /// What a tensor is made of.
  case type(ElementType)
  /// `(storage, offset, shape, strides, …)`, of the third version with a type in the seventh place.
  case tensor(version: Int)
  /// `(tensor, …)`: the tensor itself.
  case parameter
  /// `(function, class, arguments, state)`: what the function makes of the arguments.
  case typed
  /// What says nothing of tensors: whatever is made of it is passed over.
  case inert

  private static let tensorFunctions: [String: PickleGlobal] = [
    "_rebuild_tensor": .tensor(version: 1), "_rebuild_tensor_v2": .tensor(version: 2),
    "_rebuild_tensor_v3": .tensor(version: 3), "_rebuild_parameter": .parameter,
    "_rebuild_parameter_with_state": .parameter,
  ]

  private static let others: [String: PickleGlobal] = [
    "collections.OrderedDict": .dictionary, "collections.defaultdict": .inert,
    "collections.Counter": .inert, "builtins.set": .inert, "__builtin__.set": .inert,
    "builtins.frozenset": .inert, "builtins.bytearray": .inert, "__builtin__.bytearray": .inert,
    "builtins.complex": .inert, "__builtin__.complex": .inert, "builtins.dict": .inert,
    "builtins.list": .inert, "builtins.int": .inert, "builtins.float": .inert,
    "_codecs.encode": .inert, "torch.Size": .inert, "torch.device": .inert,
    "torch.Tensor": .inert, "torch.nn.parameter.Parameter": .inert,
    "torch._tensor._rebuild_from_type_v2": .typed,
    "torch.storage.UntypedStorage": .storage(nil), "torch.UntypedStorage": .storage(nil),
    // Numbers of NumPy's, such as a best loss, and their types.
    "numpy.dtype": .inert, "numpy.ndarray": .inert, "numpy.core.multiarray.scalar": .inert,
    "numpy._core.multiarray.scalar": .inert, "numpy.core.multiarray._reconstruct": .inert,
    "numpy._core.multiarray._reconstruct": .inert,
  ]

  /// What a name stands for; nil if it is none that a state_dict needs.
  init?(module: String, name: String) {
    let full = module + "." + name
    if let other = Self.others[full] {
      self = other
    } else if module == "torch._utils", let function = Self.tensorFunctions[name] {
      self = function
    } else if module == "torch" || module == "torch.cuda", let type = ElementType(storage: name) {
      self = .storage(type)
    } else if module == "torch", let type = ElementType(torch: name) {
      self = .type(type)
    } else {
      return nil
    }
  }
}
