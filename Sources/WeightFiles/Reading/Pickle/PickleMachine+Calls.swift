extension PickleMachine {
  /// Makes what a function makes of its arguments.
  mutating func call(
    _ function: PickleGlobal, _ arguments: [PickleValue], _ opcode: PickleOpcode
  ) throws(TensorFileError) {
    switch function {
    case .inert: stack.append(.inert)
    case .dictionary: push(.dictionary, try pairs(arguments, opcode))
    case .parameter:
      guard let first = arguments.first, case .tensor = first else { throw malformed(opcode) }
      stack.append(first)
    case .typed:
      guard arguments.count >= 3, case .global(let inner) = arguments[0],
        let items = tuple(arguments[2])
      else { throw malformed(opcode) }
      // One within another would go on for ever.
      if case .typed = inner { throw malformed(opcode) }
      try call(inner, items, opcode)
    case .tensor(let version): try pushTensor(version, arguments, opcode)
    case .storage, .type: throw malformed(opcode)
    }
  }

  // The items that an ordered dictionary is made with: a list of pairs, or none.
  private func pairs(
    _ arguments: [PickleValue], _ opcode: PickleOpcode
  ) throws(TensorFileError) -> [PickleValue] {
    guard let first = arguments.first else { return [] }
    guard arguments.count == 1, case .node(let index) = first, nodes[Int(index)].kind == .list
    else {
      throw malformed(opcode)
    }
    var items: [PickleValue] = []
    for item in nodes[Int(index)].items {
      guard case .node(let index) = item, nodes[Int(index)].kind != .dictionary,
        nodes[Int(index)].items.count == 2
      else { throw malformed(opcode) }
      items += nodes[Int(index)].items
    }
    return items
  }

  private mutating func pushTensor(
    _ version: Int, _ arguments: [PickleValue], _ opcode: PickleOpcode
  ) throws(TensorFileError) {
    guard arguments.count >= 4, case .storage(let index) = arguments[0],
      case .integer(let offset) = arguments[1], offset >= 0,
      let shape = extents(arguments[2]), let strides = extents(arguments[3]),
      shape.count == strides.count
    else { throw malformed(opcode) }
    let storage = storages[Int(index)]
    var type = storage.type
    if version == 3 {
      guard arguments.count >= 7, case .global(.type(let own)) = arguments[6] else {
        throw malformed(opcode)
      }
      type = own
    }
    guard let type else { throw malformed(opcode) }
    guard tensors.count < ReadingLimit.tensors else {
      throw flaw(
        .quantity(
          .tensors, found: "\(tensors.count + 1)", accepted: "≤ \(ReadingLimit.tensors)"))
    }
    steps += 1 + shape.count / 2
    stack.append(.tensor(UInt32(tensors.count)))
    tensors.append(
      Tensor(storage: storage, type: type, offset: offset, shape: shape, strides: strides))
  }

  private func extents(_ value: PickleValue) -> [Int]? {
    guard let items = tuple(value), items.count <= ReadingLimit.dimensions else { return nil }
    var numbers: [Int] = []
    for item in items {
      guard case .integer(let number) = item, number >= 0 else { return nil }
      numbers.append(number)
    }
    return numbers
  }
}
