private import Glibc
private import Memory
package import Words

/// Why a file of tensors cannot be read.
package struct TensorFileError: Error, Hashable, Sendable, Worded {
  /// The file's path.
  package let file: String
  /// Where in the file; nil where it is as a whole.
  package let place: Place?
  /// What is wrong.
  package let flaw: Flaw

  /// Makes an error.
  init(file: String, at place: Place? = nil, _ flaw: Flaw) {
    (self.file, self.place, self.flaw) = (file, place, flaw)
  }

  /// Makes an error of a source.
  init(_ source: any ByteSource, at place: Place? = nil, _ flaw: Flaw) {
    self.init(file: source.name, at: place, flaw)
  }

  /// A place in a file.
  package enum Place: Hashable, Sendable {
    /// A byte, counted from 0.
    case byte(Int)
    /// A tensor.
    case tensor(String)
    /// A file in a zip archive.
    case record(String)
    /// A byte of a file in a zip archive.
    case recordByte(String, Int)
  }

  /// What is wrong.
  package enum Flaw: Hashable, Sendable {
    /// The system does not open it; `code` is errno.
    case cannotOpen(code: Int32)
    /// The system does not read it; `code` is errno.
    case cannotRead(code: Int32)
    /// A folder, a pipe, a device.
    case notRegular
    /// It ends before what is to be there.
    case cutShort(Range<Int>, count: Int)
    /// No format that is known; with the first bytes.
    case unknownFormat([UInt8])
    /// A format that is known and not read.
    case foreignFormat(ForeignFormat, command: String)
    /// A number that is not as it must be.
    case quantity(Quantity, found: String, accepted: String)
    /// Something else stands where the grammar has something.
    case expected(Token, found: String)
    /// What is given twice.
    case twice(String)
    /// What is not there.
    case missing(String)
    /// A word that means nothing here.
    case unknown(String, accepted: [String])
    /// Bytes that are no UTF-8.
    case notText
    /// A tensor begins before or after the end of the one before.
    case misplaced(found: Int, expected: Int)
    /// Two files in an archive share bytes.
    case overlap(String)
    /// The two headers that an archive has for a file do not agree.
    case headersDiffer
    /// A file in an archive is encrypted.
    case encrypted
    /// A file in an archive is compressed by another method than deflate, by its number.
    case compression(Int)
    /// Compressed bytes that are no stream of deflate.
    case damagedStream
    /// Bytes that do not have the sum that they had when they were written.
    case checksum(found: UInt32, expected: UInt32)
    /// An instruction of a pickle that no state_dict needs.
    case opcode(UInt8, command: String)
    /// A class or function that no state_dict needs.
    case global(String, command: String)
    /// A pickle that makes no sense, by what its instruction does.
    case malformed(String)
    /// No tensor in it.
    case noTensors
    /// An array of Python's objects.
    case objects(command: String)
    /// An index that names a file elsewhere.
    case shardElsewhere(String)
    /// A tensor that the index has in a file and is not there.
    case notInShard(String)
    /// An index whose files are not at hand.
    case noShards
    /// There is not as much memory as is needed at once.
    case lacksMemory(bytes: Int)
    /// Numbers of a type that is listed and not read.
    case noValues(String)
  }

  /// What a number counts.
  package enum Quantity: String, CaseIterable, Sendable {
    case headerLength = "header-length"
    case version
    case dimensions
    case elements
    case offsets
    case byteSize = "byte-size"
    case dataEnd = "data-end"
    case nameLength = "name-length"
    case tensors
    case depth
    case records
    case directory
    case inflated
    case pickleLength = "pickle-length"
    case protocolVersion = "protocol"
    case pickleValues = "pickle-values"
    case viewEnd = "view-end"
    case shards
    case memory
  }

  /// What a grammar has at a place.
  package enum Token: Sendable {
    /// A piece of text as it stands.
    case sign(String)
    case string
    case wholeNumber
    case value
    case end
    case escape
    case truth
  }

  /// The sentence a user reads.
  package var phrase: Phrase {
    let file = Phrase.Part.text(file.shown)
    guard let place else {
      return Phrase("error.tensors", ["file": file, "flaw": .phrase(flaw.phrase)])
    }
    return Phrase(
      "error.tensors.placed",
      ["file": file, "place": .phrase(place.phrase), "flaw": .phrase(flaw.phrase)])
  }
}

extension TensorFileError.Place: Worded {
  /// The place in words.
  package var phrase: Phrase {
    switch self {
    case .byte(let offset): Phrase("error.tensors.at.byte", ["offset": "\(offset)"])
    case .tensor(let name): Phrase("error.tensors.at.tensor", ["name": .text(name.shown)])
    case .record(let name): Phrase("error.tensors.at.record", ["name": .text(name.shown)])
    case .recordByte(let name, let offset):
      Phrase(
        "error.tensors.at.record-byte", ["name": .text(name.shown), "offset": "\(offset)"])
    }
  }
}

extension TensorFileError.Token: Hashable {
  fileprivate var part: Phrase.Part {
    switch self {
    case .sign(let text): .text(text)
    case .string: .phrase(Phrase("error.tensors.token.string"))
    case .wholeNumber: .phrase(Phrase("error.tensors.token.number"))
    case .value: .phrase(Phrase("error.tensors.token.value"))
    case .end: .phrase(Phrase("error.tensors.token.end"))
    case .escape: .phrase(Phrase("error.tensors.token.escape"))
    case .truth: .text("True/False")
    }
  }
}

extension TensorFileError.Flaw: Worded {
  /// What is wrong in words.
  package var phrase: Phrase {
    switch self {
    case .cannotOpen(let code):
      Phrase("error.tensors.open", ["reason": .text(String(cString: strerror(code)))])
    case .cannotRead(let code):
      Phrase("error.tensors.read", ["reason": .text(String(cString: strerror(code)))])
    case .notRegular: Phrase("error.tensors.irregular")
    case .cutShort(let range, let count):
      Phrase(
        "error.tensors.short",
        ["end": "\(count)", "first": "\(range.lowerBound)", "bytes": "\(range.count)"])
    case .unknownFormat(let bytes) where bytes.isEmpty: Phrase("error.tensors.empty")
    case .unknownFormat(let bytes):
      Phrase("error.tensors.format", ["bytes": .text(Self.hexadecimal(bytes))])
    case .foreignFormat(let format, let command):
      Phrase(
        "error.tensors.foreign",
        [
          "format": .phrase(Phrase("error.tensors.foreign.\(format.rawValue)")),
          "command": .text(command),
        ])
    case .quantity(let quantity, let found, let accepted):
      Phrase(
        "error.tensors.quantity",
        [
          "quantity": .phrase(Phrase("error.tensors.quantity.\(quantity.rawValue)")),
          "found": .text(found), "accepted": .text(accepted),
        ])
    case .expected(let token, let found):
      Phrase("error.tensors.expected", ["token": token.part, "found": .text(found.shown)])
    case .twice(let name): Phrase("error.tensors.twice", ["name": .text(name.shown)])
    case .missing(let name): Phrase("error.tensors.missing", ["name": .text(name.shown)])
    case .unknown(let word, let accepted):
      Phrase(
        "error.tensors.unknown", ["word": .text(word.shown), "accepted": .alternatives(accepted)])
    case .notText: Phrase("error.tensors.text")
    case .misplaced(let found, let expected) where found < expected:
      Phrase("error.tensors.over", ["found": "\(found)", "expected": "\(expected)"])
    case .misplaced(let found, let expected):
      Phrase("error.tensors.hole", ["found": "\(found)", "expected": "\(expected)"])
    case .overlap(let name): Phrase("error.tensors.overlap", ["name": .text(name.shown)])
    case .headersDiffer: Phrase("error.tensors.headers")
    case .encrypted: Phrase("error.tensors.encrypted")
    case .compression(let method): Phrase("error.tensors.compression", ["method": "\(method)"])
    case .damagedStream: Phrase("error.tensors.stream")
    case .checksum(let found, let expected):
      Phrase(
        "error.tensors.checksum",
        ["found": .text(Self.hexadecimal(found)), "expected": .text(Self.hexadecimal(expected))])
    case .opcode(let code, let command):
      Phrase(
        "error.tensors.opcode",
        ["code": .text(Self.hexadecimal([code])), "command": .text(command)])
    case .global(let name, let command):
      Phrase(
        "error.tensors.global", ["name": .text(name.shown), "command": .text(command)])
    case .malformed(let name): Phrase("error.tensors.malformed", ["name": .text(name)])
    case .noTensors: Phrase("error.tensors.none")
    case .objects(let command): Phrase("error.tensors.objects", ["command": .text(command)])
    case .shardElsewhere(let name):
      Phrase("error.tensors.elsewhere", ["name": .text(name.shown)])
    case .notInShard(let name): Phrase("error.tensors.shard", ["name": .text(name.shown)])
    case .noShards: Phrase("error.tensors.no-shards")
    case .lacksMemory(let bytes): MemoryError(bytes: bytes).phrase
    case .noValues(let type): Phrase("error.tensors.values", ["type": .text(type.shown)])
    }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
  }

  private static func hexadecimal(_ number: UInt32) -> String {
    let digits = String(number, radix: 16)
    return "0x" + String(repeating: "0", count: 8 - digits.count) + digits
  }
}
