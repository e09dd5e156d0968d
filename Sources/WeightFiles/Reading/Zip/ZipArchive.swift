/// The files in a zip archive, as its directory and their own headers say with one voice.
///
/// Source: PKWARE's APPNOTE 6.3.10, sections 4.3 and 4.5.3.
struct ZipArchive: Sendable {
  /// A file.
  struct Record: Sendable {
    let name: String
    /// Its bytes as they stand in the archive.
    let range: Range<Int>
    /// The bytes that it has, compressed or not.
    let count: Int
    let checksum: UInt32
    let isDeflated: Bool
    // Where its own header begins.
    fileprivate let start: Int
    fileprivate let flags: UInt16
  }

  let source: any ByteSource
  /// The files in the order of the directory.
  private(set) var records: [Record] = []

  // What the directory's last bytes say.
  private struct End {
    let records: Int
    let size: Int
    let start: Int
    // Where they stand.
    let offset: Int
  }

  private static let endSize = 22
  private static let entrySize = 46
  private static let headerSize = 30

  /// Whether a file begins as an archive does.
  static func matches(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
  }

  /// Reads the directory and every file's header.
  init(_ source: any ByteSource) throws(TensorFileError) {
    self.source = source
    let end = try Self.end(of: source)
    guard end.records <= ReadingLimit.tensors else {
      throw TensorFileError(
        source,
        .quantity(.records, found: "\(end.records)", accepted: "≤ \(ReadingLimit.tensors)"))
    }
    // The directory lies between the files and what ends it, and has room for its entries.
    let most = min(end.offset, ReadingLimit.directory)
    guard end.start >= 0, end.size >= end.records * Self.entrySize, end.size <= most,
      end.start <= end.offset - end.size
    else {
      throw TensorFileError(
        source, at: .byte(end.offset),
        .quantity(.directory, found: "\(end.start) + \(end.size)", accepted: "≤ \(most)"))
    }
    let directory = try source.bytes(end.start..<end.start + end.size)
    var position = 0
    for _ in 0..<end.records {
      let record = try Self.entry(in: directory, at: &position, of: source, from: end.start)
      records.append(record)
    }
    guard position == directory.count else {
      throw TensorFileError(
        source, at: .byte(end.start + position), .expected(.end, found: "PK"))
    }
    try placeRecords(before: end.start)
    try refuseTwins()
  }

  private static func end(of source: any ByteSource) throws(TensorFileError) -> End {
    // A comment of up to 64 KiB may follow.
    let tail = try source.bytes(max(0, source.count - endSize - 0xFFFF)..<source.count)
    let base = source.count - tail.count
    var place = tail.count - endSize
    while place >= 0 {
      if tail[place] == 0x50, tail[place...].starts(with: [0x50, 0x4B, 5, 6]),
        let comment = tail.littleEndian(UInt16.self, at: place + 20),
        place + endSize + Int(comment) == tail.count
      {
        break
      }
      place -= 1
    }
    guard place >= 0, let disk = tail.littleEndian(UInt32.self, at: place + 4),
      let here = tail.littleEndian(UInt16.self, at: place + 8),
      let records = tail.littleEndian(UInt16.self, at: place + 10),
      let size = tail.littleEndian(UInt32.self, at: place + 12),
      let start = tail.littleEndian(UInt32.self, at: place + 16)
    else {
      throw TensorFileError(source, .missing("end of central directory"))
    }
    let offset = base + place
    if records == 0xFFFF || size == .max || start == .max {
      return try wideEnd(of: source, before: offset)
    }
    guard disk == 0, here == records else {
      throw TensorFileError(source, at: .byte(offset), .headersDiffer)
    }
    return End(records: Int(records), size: Int(size), start: Int(start), offset: offset)
  }

  // The numbers of 64 bits, and before the usual end where they stand.
  private static func wideEnd(
    of source: any ByteSource, before offset: Int
  ) throws(TensorFileError) -> End {
    let missing = TensorFileError(
      source, at: .byte(offset), .missing("zip64 end of central directory"))
    guard offset >= 76 else { throw missing }
    let locator = try source.bytes(offset - 20..<offset)
    guard locator.starts(with: [0x50, 0x4B, 6, 7]),
      let place = locator.littleEndian(UInt64.self, at: 8).flatMap(Int.init(exactly:)),
      place <= offset - 76
    else { throw missing }
    let bytes = try source.bytes(place..<place + 56)
    guard bytes.starts(with: [0x50, 0x4B, 6, 6]),
      let disks = bytes.littleEndian(UInt64.self, at: 16), disks == 0,
      let here = bytes.littleEndian(UInt64.self, at: 24),
      let records = bytes.littleEndian(UInt64.self, at: 32).flatMap(Int.init(exactly:)),
      let size = bytes.littleEndian(UInt64.self, at: 40).flatMap(Int.init(exactly:)),
      let start = bytes.littleEndian(UInt64.self, at: 48).flatMap(Int.init(exactly:)),
      here == UInt64(records)
    else { throw missing }
    return End(records: records, size: size, start: start, offset: place)
  }

  // Sizes and places that do not fit into 32 bits stand in a field of their own, in this order.
  private static func widened(
    _ numbers: [UInt32], by extra: ArraySlice<UInt8>
  ) -> [Int]? {
    var fields = Array(extra)
    var wide: [UInt8] = []
    while fields.count >= 4, let kind = fields.littleEndian(UInt16.self, at: 0),
      let size = fields.littleEndian(UInt16.self, at: 2), Int(size) <= fields.count - 4
    {
      if kind == 1 { wide = Array(fields[4..<4 + Int(size)]) }
      fields.removeFirst(4 + Int(size))
    }
    var result: [Int] = []
    for number in numbers {
      if number < .max {
        result.append(Int(number))
      } else if let value = wide.littleEndian(UInt64.self, at: 0).flatMap(Int.init(exactly:)) {
        result.append(value)
        wide.removeFirst(8)
      } else {
        return nil
      }
    }
    return result
  }

  private static func entry(
    in directory: [UInt8], at position: inout Int, of source: any ByteSource, from base: Int
  ) throws(TensorFileError) -> Record {
    let start = position
    func short(_ name: String) -> TensorFileError {
      TensorFileError(source, at: .byte(base + start), .missing(name))
    }
    guard directory[start...].starts(with: [0x50, 0x4B, 1, 2]),
      let flags = directory.littleEndian(UInt16.self, at: start + 8),
      let method = directory.littleEndian(UInt16.self, at: start + 10),
      let checksum = directory.littleEndian(UInt32.self, at: start + 16),
      let packed = directory.littleEndian(UInt32.self, at: start + 20),
      let size = directory.littleEndian(UInt32.self, at: start + 24),
      let nameSize = directory.littleEndian(UInt16.self, at: start + 28),
      let extraSize = directory.littleEndian(UInt16.self, at: start + 30),
      let commentSize = directory.littleEndian(UInt16.self, at: start + 32),
      let place = directory.littleEndian(UInt32.self, at: start + 42)
    else { throw short("PK 1 2") }
    let nameEnd = start + entrySize + Int(nameSize)
    let extraEnd = nameEnd + Int(extraSize)
    position = extraEnd + Int(commentSize)
    guard position <= directory.count else { throw short("central directory") }
    let name = String(decoding: directory[start + entrySize..<nameEnd], as: UTF8.self)
    func flaw(_ flaw: TensorFileError.Flaw) -> TensorFileError {
      TensorFileError(source, at: .record(name), flaw)
    }
    guard nameSize <= ReadingLimit.name else {
      throw TensorFileError(
        source, at: .byte(base + start),
        .quantity(.nameLength, found: "\(nameSize)", accepted: "≤ \(ReadingLimit.name)"))
    }
    guard flags & 0x2041 == 0 else { throw flaw(.encrypted) }
    guard method == 0 || method == 8 else { throw flaw(.compression(Int(method))) }
    guard let wide = widened([size, packed, place], by: directory[nameEnd..<extraEnd]) else {
      throw flaw(.missing("zip64"))
    }
    let count = wide[0]
    // A byte of deflate's makes at most 1032.
    let (most, isOver) = wide[1].multipliedReportingOverflow(by: 1032)
    guard method == 0 ? count == wide[1] : isOver || count <= most else {
      throw flaw(
        .quantity(
          .inflated, found: "\(count)", accepted: method == 0 ? "\(wide[1])" : "≤ \(most)"))
    }
    guard wide[2] <= base, wide[1] <= base - wide[2] else {
      throw flaw(.cutShort(wide[2]..<wide[2].saturated(adding: wide[1]), count: base))
    }
    return Record(
      name: name, range: wide[2]..<wide[2] + wide[1], count: count, checksum: checksum,
      isDeflated: method == 8, start: wide[2], flags: flags)
  }

  // Reads every file's own header, which says where its bytes begin.
  private mutating func placeRecords(before end: Int) throws(TensorFileError) {
    let order = records.indices.sorted { records[$0].start < records[$1].start }
    var free = 0
    var before = ""
    for index in order {
      let record = records[index]
      func flaw(_ flaw: TensorFileError.Flaw) -> TensorFileError {
        TensorFileError(source, at: .record(record.name), flaw)
      }
      guard record.start >= free else { throw flaw(.overlap(before)) }
      guard record.start <= end - Self.headerSize else { throw flaw(.missing("PK 3 4")) }
      let header = try source.bytes(record.start..<record.start + Self.headerSize)
      guard header.starts(with: [0x50, 0x4B, 3, 4]),
        let flags = header.littleEndian(UInt16.self, at: 6),
        let method = header.littleEndian(UInt16.self, at: 8),
        let checksum = header.littleEndian(UInt32.self, at: 14),
        let packed = header.littleEndian(UInt32.self, at: 18),
        let size = header.littleEndian(UInt32.self, at: 22),
        let nameSize = header.littleEndian(UInt16.self, at: 26),
        let extraSize = header.littleEndian(UInt16.self, at: 28)
      else { throw flaw(.missing("PK 3 4")) }
      let nameStart = record.start + Self.headerSize
      let start = nameStart + Int(nameSize) + Int(extraSize)
      guard start <= end, record.range.count <= end - start else {
        throw flaw(.cutShort(start..<start.saturated(adding: record.range.count), count: end))
      }
      let text = try source.bytes(nameStart..<start)
      let name = String(decoding: text[..<Int(nameSize)], as: UTF8.self)
      // What is only known once all is written stands behind the file, and zeros here.
      let isLater = flags & 8 != 0
      let wide = Self.widened([size, packed], by: text[Int(nameSize)...])
      let sizes = [record.count, record.range.count]
      guard name.utf8.elementsEqual(record.name.utf8), flags & 0x2041 == 0,
        (method == 8) == record.isDeflated,
        isLater && size == 0 && packed == 0 || wide == sizes,
        isLater && checksum == 0 || checksum == record.checksum
      else { throw flaw(.headersDiffer) }
      records[index] = Record(
        name: record.name, range: start..<start + record.range.count, count: record.count,
        checksum: record.checksum, isDeflated: record.isDeflated, start: record.start,
        flags: record.flags)
      free = start + record.range.count
      before = record.name
    }
  }

  private func refuseTwins() throws(TensorFileError) {
    var names = Set<ExactName>()
    for record in records where !names.insert(ExactName(record.name)).inserted {
      throw TensorFileError(source, .twice(record.name))
    }
  }

  /// All bytes of a file.
  ///
  /// - Parameter most: more are refused.
  func bytes(
    of record: Record, most: Int, _ quantity: TensorFileError.Quantity
  ) throws(TensorFileError) -> [UInt8] {
    guard record.count <= most else {
      throw TensorFileError(
        source, at: .record(record.name),
        .quantity(quantity, found: "\(record.count)", accepted: "≤ \(most)"))
    }
    guard record.isDeflated else { return try source.bytes(record.range) }
    try source.requireMemory(record.count)
    var bytes = inflated(record)
    let all = try bytes.prefix(record.count)
    try bytes.finish()
    return all
  }

  /// The first bytes of a file.
  func prefix(of record: Record, _ most: Int) throws(TensorFileError) -> [UInt8] {
    guard record.isDeflated else {
      return try source.bytes(record.range.prefix(most))
    }
    var bytes = inflated(record)
    return try bytes.prefix(most)
  }

  private func inflated(_ record: Record) -> InflatedBytes {
    InflatedBytes(
      source, record.range, count: record.count, checksum: record.checksum, record: record.name)
  }
}
