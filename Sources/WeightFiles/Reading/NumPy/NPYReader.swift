private import Expressions
private import Words

/// Arrays of NumPy's: one that is a file, and those of an archive.
enum NPYReader {
  /// Reads a file of one array, which is named as the file.
  static func entry(_ source: any ByteSource) throws(TensorFileError) -> TensorEntry {
    let start = try source.bytes(0..<min(source.count, NPYHeader.startSize))
    let length = try NPYHeader.length(start, of: source, at: 0)
    let header = try NPYHeader(source.bytes(0..<length), of: source, at: 0)
    guard let size = header.elementSize else {
      throw TensorFileError(
        source,
        header.typeName.hasPrefix("[")
          ? .noValues(header.typeName.excerpt)
          : .objects(command: Conversion.objects.command(source.name)))
    }
    try require(header, size, in: source.count - length) {
      TensorFileError(source, at: .byte(length), $0)
    }
    return TensorEntry(
      header, name: source.stem,
      store: .init(source: source, range: length..<source.count, deflated: nil))
  }

  /// Reads an array of an archive, which is named as its file without `.npy`.
  static func entry(
    _ record: ZipArchive.Record, in archive: ZipArchive
  ) throws(TensorFileError) -> TensorEntry {
    // Bytes are counted from the record's first, where they are not compressed from the file's.
    let source = archive.source
    let base = record.isDeflated ? 0 : record.range.lowerBound
    let header: NPYHeader
    do throws(TensorFileError) {
      let start = try archive.prefix(of: record, NPYHeader.startSize)
      let length = try NPYHeader.length(start, of: source, at: base)
      let bytes = try archive.prefix(of: record, length)
      guard bytes.count == length else {
        throw TensorFileError(source, .cutShort(base..<base + length, count: base + bytes.count))
      }
      header = try NPYHeader(bytes, of: source, at: base)
    } catch {
      guard case .byte(let offset)? = error.place else { throw error }
      throw TensorFileError(source, at: .recordByte(record.name, offset - base), error.flaw)
    }
    if let size = header.elementSize {
      try require(header, size, in: record.count - header.length) {
        TensorFileError(source, at: .record(record.name), $0)
      }
    }
    let start = record.range.lowerBound
    return TensorEntry(
      header, name: String(record.name.dropLast(4)),
      store: record.isDeflated
        ? .init(
          source: source, range: record.range,
          deflated: .init(
            count: record.count, checksum: record.checksum, skipped: header.length,
            record: record.name))
        : .init(
          source: source, range: start + header.length..<record.range.upperBound, deflated: nil))
  }

  private static func require(
    _ header: NPYHeader, _ size: Int, in found: Int,
    _ error: (TensorFileError.Flaw) -> TensorFileError
  ) throws(TensorFileError) {
    let expected = header.count.multiplied(exactly: size)
    guard expected == found else {
      throw error(
        .quantity(.byteSize, found: "\(found)", accepted: expected.map(String.init) ?? "< 2^63"))
    }
  }
}

extension TensorEntry {
  fileprivate init(_ header: NPYHeader, name: String, store: Store) {
    self.init(
      name: name, type: header.type, typeName: header.typeName, shape: header.shape,
      count: header.count, strides: header.strides, isBigEndian: header.isBigEndian, store: store)
  }
}

extension ByteSource {
  /// The name of a file without its folder and its ending.
  var stem: String { name.withoutFolders.withoutEnding }
}
