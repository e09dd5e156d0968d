/// A value that a pickle makes.
///
/// What holds others is a node, by its number: nothing here refers to itself, however the pickle does.
enum PickleValue: Hashable, Sendable {
  case none
  case bool(Bool)
  case integer(Int)
  /// A text, by where its bytes stand in the pickle.
  case text(start: UInt32, count: UInt32)
  case node(UInt32)
  case global(PickleGlobal)
  case storage(UInt32)
  case tensor(UInt32)
  /// What says nothing of tensors.
  case inert
}

/// The instructions of a pickle that are carried out.
enum PickleOpcode: UInt8 {
  case mark = 0x28
  case stop = 0x2E
  case pop = 0x30
  case popMark = 0x31
  case duplicate = 0x32
  case bytes32 = 0x42
  case bytes8 = 0x43
  case float = 0x47
  case int32 = 0x4A
  case uint8 = 0x4B
  case uint16 = 0x4D
  case none = 0x4E
  case persistent = 0x51
  case reduce = 0x52
  case oldText32 = 0x54
  case oldText8 = 0x55
  case text32 = 0x58
  case emptyList = 0x5D
  case append = 0x61
  case build = 0x62
  case global = 0x63
  case appends = 0x65
  case get8 = 0x68
  case get32 = 0x6A
  case put8 = 0x71
  case put32 = 0x72
  case setItem = 0x73
  case tuple = 0x74
  case setItems = 0x75
  case emptyDictionary = 0x7D
  case emptyTuple = 0x29
  case proto = 0x80
  case tuple1 = 0x85
  case tuple2 = 0x86
  case tuple3 = 0x87
  case newTrue = 0x88
  case newFalse = 0x89
  case long8 = 0x8A
  case long32 = 0x8B
  case text8 = 0x8C
  case text64 = 0x8D
  case bytes64 = 0x8E
  case emptySet = 0x8F
  case addItems = 0x90
  case frozenSet = 0x91
  case stackGlobal = 0x93
  case memoize = 0x94
  case frame = 0x95
}
