/// As much of an XML reader as tells a well-formed document: elements, attributes, text.
enum XML {
  struct Element {
    let name: String
    let attributes: [String: String]
    var text = ""

    subscript(name: String) -> String? { attributes[name] }
  }

  enum Flaw: Error { case tag(String), attribute(String), reference(String), unclosed([String]) }

  /// The elements in the order in which they open.
  static func elements(of document: String) throws -> [Element] {
    var elements: [Element] = []
    var open: [Int] = []
    for part in document.components(of: "<").dropFirst() {
      guard let end = part.firstIndex(of: ">") else { throw Flaw.tag(part) }
      var tag = part[..<end]
      let text = part[part.index(after: end)...]
      if text.contains(">") { throw Flaw.tag(part) }
      if tag.first == "/" {
        guard let last = open.popLast(), elements[last].name == String(tag.dropFirst()) else {
          throw Flaw.tag(part)
        }
      } else {
        let isClosed = tag.last == "/"
        if isClosed { tag.removeLast() }
        if open.isEmpty && !elements.isEmpty { throw Flaw.tag(part) }
        if !isClosed { open.append(elements.count) }
        elements.append(try element(String(tag)))
      }
      if let last = open.last { elements[last].text += try resolved(String(text)) }
    }
    if !open.isEmpty { throw Flaw.unclosed(open.map { elements[$0].name }) }
    return elements
  }

  private static func element(_ tag: String) throws -> Element {
    let name = String(tag.prefix { $0 != " " })
    var attributes: [String: String] = [:]
    let quoted = tag.dropFirst(name.count).split(
      separator: "\"", omittingEmptySubsequences: false)
    guard quoted.count % 2 == 1, quoted.last == "" else { throw Flaw.attribute(tag) }
    for index in stride(from: 0, to: quoted.count - 1, by: 2) {
      let key = quoted[index]
      guard key.first == " ", key.last == "=", key.dropFirst().allSatisfy({ $0 != " " }) else {
        throw Flaw.attribute(tag)
      }
      let known = attributes.updateValue(
        try resolved(String(quoted[index + 1])), forKey: String(key.dropFirst().dropLast()))
      if known != nil { throw Flaw.attribute(tag) }
    }
    return Element(name: name, attributes: attributes)
  }

  /// The text that character data stands for.
  private static func resolved(_ data: String) throws -> String {
    var parts = data.components(of: "&").makeIterator()
    var result = parts.next() ?? ""
    while let part = parts.next() {
      guard
        let (reference, meaning) = [("lt;", "<"), ("gt;", ">"), ("amp;", "&")].first(where: {
          part.hasPrefix($0.0)
        })
      else { throw Flaw.reference(part) }
      result += meaning + part.dropFirst(reference.count)
    }
    return result
  }
}

extension String {
  /// The parts between occurrences of a separator, empty ones too.
  func components(of separator: String) -> [String] {
    var result: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      result.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return result + [String(rest)]
  }
}
