/// Files made byte by byte, right ones and wrong ones.
package enum Files {
  /// A safetensors file of a header and data.
  package static func safetensors(_ header: String, data: [UInt8] = []) -> [UInt8] {
    UInt64(header.utf8.count).littleEndianBytes + header.utf8 + data
  }

  /// An array of NumPy's with a header's text.
  package static func npy(_ header: String, data: [UInt8] = [], version: [UInt8] = [1, 0])
    -> [UInt8]
  {
    let length = header.utf8.count
    let field =
      version[0] == 1 ? UInt16(length).littleEndianBytes : UInt32(length).littleEndianBytes
    return [0x93] + "NUMPY".utf8 + version + field + header.utf8 + data
  }

  /// A file of an archive as its two headers have it.
  package struct Record {
    package var name: String
    package var bytes: [UInt8]
    package var method: UInt16 = 0
    package var flags: UInt16 = 0
    /// What the directory says of the size without compression; as it is unless given.
    package var size: UInt32?
    package var checksum: UInt32 = 0
    /// What its own header says, where that is not the same.
    package var localName: String?
    package var localSize: UInt32?
    /// Where the directory has it; where it is unless given.
    package var start: UInt32?

    package init(
      name: String, bytes: [UInt8], method: UInt16 = 0, flags: UInt16 = 0, size: UInt32? = nil,
      localName: String? = nil, localSize: UInt32? = nil, start: UInt32? = nil
    ) {
      (self.name, self.bytes, self.method, self.flags) = (name, bytes, method, flags)
      (self.size, self.localName, self.localSize) = (size, localName, localSize)
      self.start = start
    }
  }

  /// A zip archive.
  package static func zip(_ records: [Record], count: UInt16? = nil, tail: [UInt8] = []) -> [UInt8]
  {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for record in records {
      let start = record.start ?? UInt32(bytes.count)
      let packed = UInt32(record.bytes.count)
      let size = record.size ?? packed
      let localName = record.localName ?? record.name
      bytes += [0x50, 0x4B, 3, 4, 20, 0] + record.flags.littleEndianBytes
      bytes += record.method.littleEndianBytes + [0, 0, 0, 0] + record.checksum.littleEndianBytes
      bytes += packed.littleEndianBytes + (record.localSize ?? size).littleEndianBytes
      bytes += UInt16(localName.utf8.count).littleEndianBytes + [0, 0] + localName.utf8
      bytes += record.bytes
      directory += [0x50, 0x4B, 1, 2, 20, 0, 20, 0] + record.flags.littleEndianBytes
      directory += record.method.littleEndianBytes + [0, 0, 0, 0]
      directory += record.checksum.littleEndianBytes + packed.littleEndianBytes
      directory += size.littleEndianBytes + UInt16(record.name.utf8.count).littleEndianBytes
      directory += [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] + start.littleEndianBytes
      directory += record.name.utf8
    }
    let number = (count ?? UInt16(records.count)).littleEndianBytes
    return bytes + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + number + number
      + UInt32(directory.count).littleEndianBytes + UInt32(bytes.count).littleEndianBytes
      + UInt16(tail.count).littleEndianBytes + tail
  }

  /// What torch.save would write of a pickle and of storages of bytes.
  package static func torch(_ pickle: [UInt8], storages: [String: [UInt8]] = [:]) -> [UInt8] {
    zip(
      [Record(name: "x/data.pkl", bytes: pickle)]
        + storages.sorted { $0.key < $1.key }.map {
          Record(name: "x/data/" + $0.key, bytes: $0.value)
        })
  }
}

extension FixedWidthInteger {
  /// The bytes, the lowest first.
  package var littleEndianBytes: [UInt8] {
    (0..<Self.bitWidth / 8).map { UInt8(truncatingIfNeeded: self >> (8 * $0)) }
  }
}
