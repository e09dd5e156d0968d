private import Resources

/// All that the program says in one language.
///
/// The text of a catalogue has a sentence a line, `key = sentence`. Places in braces are filled with
/// what is at hand; `key|one` is the sentence for a count that takes the language's singular; `key <8>`
/// says how many columns there are for it; `\n` is a new line:
///
///     histogram.bins|one = {count} bin of {width}
///     histogram.bins = {count} bins of {width}
///     field.shape <7> = shape
package struct Catalogue: Sendable {
  /// What is said in English, the language that the others are translations of.
  package static let english = Catalogue(Texts.english, singular: { $0 == 1 })
  /// What is said in Chinese, which has no singular.
  package static let simplifiedChinese = Catalogue(
    Texts.simplifiedChinese, isWide: true, singular: { _ in false })

  private struct Entry: Sendable {
    var sentence: [Segment] = []
    var singular: [Segment]?
    var columns: Int?

    mutating func fill(_ sentence: [Segment], _ columns: Int?) {
      (self.sentence, self.columns) = (sentence, columns)
    }
  }

  private enum Segment: Sendable {
    case text(String)
    case place(String)
  }

  /// Whether it is written in characters that take two columns each and have no likeness in ASCII.
  package let isWide: Bool
  private var entries: [String: Entry] = [:]
  private let isSingular: @Sendable (Int) -> Bool

  /// Reads a catalogue's text; blank lines and lines that begin with # are passed over.
  ///
  /// - Parameters:
  ///   - isWide: whether its characters take two columns each.
  ///   - singular: whether a count takes the sentence of one.
  package init(
    _ text: String, isWide: Bool = false, singular: @escaping @Sendable (Int) -> Bool
  ) {
    (self.isWide, isSingular) = (isWide, singular)
    // By bytes, since a program's start waits for every line.
    var text = text
    text.withUTF8 { bytes in
      entries.reserveCapacity(bytes.count / 32)
      for line in bytes.split(separator: UInt8(ascii: "\n")) where line[line.startIndex] != 0x23 {
        read(line)
      }
    }
  }

  private mutating func read(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
    guard let equals = line.firstIndex(of: UInt8(ascii: "=")) else { return }
    let sentence = Self.segments(line[equals...].dropFirst().drop { $0 == 0x20 })
    let name = line[..<equals].split(separator: 0x20)
    guard let key = name.first else { return }
    if let mark = key.firstIndex(of: UInt8(ascii: "|")) {
      entries[String(decoding: key[..<mark], as: UTF8.self), default: Entry()].singular = sentence
    } else {
      let columns = name.dropFirst().last.flatMap {
        Int(String(decoding: $0.dropFirst().dropLast(), as: UTF8.self))
      }
      entries[String(decoding: key, as: UTF8.self), default: Entry()].fill(sentence, columns)
    }
  }

  /// The keys, in no order.
  package var keys: [String] { Array(entries.keys) }

  /// The places of a key's sentence; nil without such a key.
  package func places(of key: String) -> Set<String>? {
    entries[key].map { entry in
      Set(
        (entry.sentence + (entry.singular ?? [])).compactMap {
          if case .place(let name) = $0 { name } else { nil }
        })
    }
  }

  /// The columns there are for a key's sentence; nil where it may take any.
  package func columns(for key: String) -> Int? { entries[key]?.columns }

  /// The words of a phrase.
  package func callAsFunction(_ phrase: Phrase) -> String {
    guard !phrase.isVerbatim, let entry = entries[phrase.key] else { return phrase.key }
    let isOne = phrase.count.map(isSingular) ?? false
    let sentence = isOne ? entry.singular ?? entry.sentence : entry.sentence
    if sentence.count == 1, case .text(let words) = sentence[0] { return words }
    var text = ""
    for segment in sentence {
      switch segment {
      case .text(let words): text += words
      case .place(let name):
        if let part = phrase.places[name] {
          text += words(part)
        } else if name == "count", let count = phrase.count {
          text += "\(count)"
        }
      }
    }
    return text
  }

  /// What fills the places of a key's sentence in a text that is such a sentence; nil in any other.
  package func parts(of text: String, saidBy key: String) -> [String: String]? {
    guard let sentence = entries[key]?.sentence else { return nil }
    var parts: [String: String] = [:]
    var rest = text[...]
    var open: String?
    for (index, segment) in sentence.enumerated() {
      switch segment {
      case .place(let name): open = name
      case .text(let words):
        let isLast = index == sentence.count - 1
        // The last words are those at the end, whatever else is in the place before them.
        guard let range = isLast ? rest.rangeOfSuffix(words) : rest.firstRange(of: words) else {
          return nil
        }
        if let name = open {
          parts[name] = String(rest[..<range.lowerBound])
        } else if range.lowerBound != rest.startIndex {
          return nil
        }
        (rest, open) = (rest[range.upperBound...], nil)
      }
    }
    if let name = open { parts[name] = String(rest) }
    return open == nil && !rest.isEmpty ? nil : parts
  }

  private func words(_ part: Phrase.Part) -> String {
    switch part {
    case .text(let text): return text
    case .phrase(let phrase): return self(phrase)
    case .alternatives(let names):
      guard let last = names.last, names.count > 1 else { return names.first ?? "" }
      let first = names.dropFirst().dropLast().reduce(names[0]) { list, next in
        self(Phrase("list.and-next", ["first": .text(list), "next": .text(next)]))
      }
      return self(Phrase("list.or", ["first": .text(first), "last": .text(last)]))
    }
  }

  private static func segments(_ sentence: Slice<UnsafeBufferPointer<UInt8>>) -> [Segment] {
    var segments: [Segment] = []
    var rest = sentence
    func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Segment {
      let text = String(decoding: bytes, as: UTF8.self)
      return .text(
        bytes.contains(UInt8(ascii: "\\")) ? text.replacing("\\n", with: "\n") : text)
    }
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      if open > rest.startIndex { segments.append(text(rest[..<open])) }
      segments.append(.place(String(decoding: rest[(open + 1)..<close], as: UTF8.self)))
      rest = rest[(close + 1)...]
    }
    if !rest.isEmpty { segments.append(text(rest)) }
    return segments
  }
}

extension Substring {
  fileprivate func rangeOfSuffix(_ words: String) -> Range<Index>? {
    hasSuffix(words) ? index(endIndex, offsetBy: -words.count)..<endIndex : nil
  }
}
