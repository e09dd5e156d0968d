import Glibc
import Testing

@testable import Sockets

/// Programs of one user on one machine, talking to each other and never waiting.
@Suite struct `A local connection` {
  let place: Place
  let listener: LocalListener

  init() throws {
    place = try Place()
    listener = try LocalListener(in: place.folder, name: "a.socket")
  }

  private func connected() throws -> (here: LocalConnection, there: LocalConnection) {
    let there = try #require(LocalConnection(to: "a.socket", in: place.folder))
    return (try #require(listener.accept()), there)
  }

  @Test func `is listened for under a name that its user alone can open`() throws {
    #expect(place.names == ["a.socket"])
    var status = stat()
    #expect(lstat("\(place.folder.path)/a.socket", &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFSOCK && status.st_mode & 0o777 == 0o600)
    #expect(listener.accept() == nil)
    listener.close()
    #expect(place.names.isEmpty && !listener.isOpen && listener.accept() == nil)
    #expect(LocalConnection(to: "a.socket", in: place.folder) == nil)
  }

  @Test func `carries bytes both ways`() throws {
    let (here, there) = try connected()
    #expect(here.read(atMost: 10).isEmpty && here.isOpen)
    here.send(Array("abc".utf8))
    there.send(Array("defg".utf8))
    #expect(there.read(atMost: 10) == Array("abc".utf8))
    #expect(here.read(atMost: 3) == Array("def".utf8))
    #expect(here.read(atMost: 3) == Array("g".utf8))
    #expect(here.read(atMost: 3).isEmpty && here.isOpen)
  }

  @Test func `keeps what the other end does not take, in order`() throws {
    let (here, there) = try connected()
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
    here.send(Array(bytes.prefix(2_000_000)))
    #expect(here.unsentCount > 1_000_000)
    here.send(Array(bytes.dropFirst(2_000_000)))
    var received: [UInt8] = []
    while received.count < bytes.count {
      let piece = there.read(atMost: 100_000)
      try #require(!piece.isEmpty || here.unsentCount > 0)
      received += piece
      here.flush()
    }
    #expect(received == bytes && here.unsentCount == 0)
  }

  @Test func `ends when the other end does, without a signal`() throws {
    let (here, there) = try connected()
    there.send([1, 2])
    there.close()
    here.send([3])
    here.send([4])
    #expect(here.unsentCount == 0)
    while here.isOpen { _ = here.read(atMost: 10) }
    here.send([5])
    here.close()
    #expect(here.read(atMost: 10).isEmpty && !there.isOpen)
  }

  @Test func `removes a name that nobody listens to any more, and no other`() throws {
    let stale = "\(place.folder.path)/b.socket"
    let descriptor = try LocalSocket.open(for: stale)
    #expect(try LocalSocket.withAddress(stale, of: stale) { bind(descriptor, $0, $1) } == 0)
    close(descriptor)
    #expect(place.names.count == 2)
    #expect(LocalConnection(to: "b.socket", in: place.folder) == nil)
    #expect(place.names == ["a.socket"])
    #expect(LocalConnection(to: "a.socket", in: place.folder) != nil)
    #expect(LocalConnection(to: "c.socket", in: place.folder) == nil)
    #expect(place.names == ["a.socket"])
  }

  @Test func `never waits where more connect than are taken`() throws {
    var connections: [LocalConnection] = []
    while let next = LocalConnection(to: "a.socket", in: place.folder), connections.count < 100 {
      connections.append(next)
    }
    #expect(connections.count >= 8 && connections.count < 100)
    #expect(place.names == ["a.socket"])
    #expect(listener.accept() != nil)
  }

  @Test func `names the newest first`() throws {
    let second = try LocalListener(in: place.folder, name: "b.socket")
    let names = { place.folder.names(from: "", to: ".socket") }
    #expect(names() == ["b.socket", "a.socket"])
    #expect(place.folder.names(from: "b", to: ".socket") == ["b.socket"])
    second.close()
    #expect(names() == ["a.socket"])
  }

  @Test func `needs a path that is short enough`() throws {
    let name = String(repeating: "n", count: 108)
    let path = "\(place.folder.path)/\(name)"
    #expect(throws: SocketError.tooLong(path: path)) {
      _ = try LocalListener(in: place.folder, name: name)
    }
    #expect(LocalConnection(to: name, in: place.folder) == nil)
  }
}
