/// What takes a file's bytes in order: a file, a pipe, memory.
package protocol ByteSink: ~Copyable {
  /// Takes all the bytes.
  ///
  /// - Throws: why they cannot be taken; nothing more is offered then.
  mutating func write(_ bytes: UnsafeRawBufferPointer) throws
}
