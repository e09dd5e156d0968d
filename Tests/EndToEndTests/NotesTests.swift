import Glibc
import PseudoTerminals
import Testing

/// A lecture in one terminal and its notes in another.
@Suite struct `A lecture and its notes` {
  /// A folder that a session has for itself, whose sockets are nobody else's.
  private final class Session {
    let folder: String

    init() throws {
      var template = Array("/tmp/notes-XXXXXX".utf8CString)
      let made = try #require(mkdtemp(&template))
      folder = String(cString: made)
    }

    var shared: String { "\(folder)/initscope" }

    /// The names of sockets.
    var sockets: [String] {
      guard let listing = opendir(shared) else { return [] }
      defer { closedir(listing) }
      var names: [String] = []
      while let entry = readdir(listing) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if !name.hasPrefix(".") { names.append(name) }
      }
      return names
    }

    func give(_ name: String, rows: Int = 30) throws -> PseudoTerminal {
      try Initscope.open(["lecture", name], changing: ["XDG_RUNTIME_DIR": folder], rows: rows)
    }

    func follow(_ name: String? = nil) throws -> PseudoTerminal {
      try Initscope.open(
        ["lecture", "--notes"] + (name.map { [$0] } ?? []),
        changing: ["XDG_RUNTIME_DIR": folder], columns: 80, rows: 24)
    }

    /// Connects as another program does, which then says what it likes.
    func connect() throws -> Int32 {
      let name = try #require(sockets.first)
      let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      var address = sockaddr_un()
      address.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: "\(shared)/\(name)".utf8) }
      let status = withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
      }
      #expect(status == 0)
      return descriptor
    }

    deinit {
      for name in sockets { unlink("\(shared)/\(name)") }
      rmdir(shared)
      rmdir(folder)
    }
  }

  private static let waiting = "No lecture is being given."

  @Test func `go on together, whichever began first, until the lecture ends`() throws {
    let session = try Session()
    let notes = try session.follow()
    try #require(notes.wait(for: Self.waiting), "\(notes.screen.text)")
    let lecture = try session.give("why-he")
    try #require(lecture.wait(for: "1/7"), "\(lecture.screen.text)")
    #expect(notes.wait { $0.area(.header)[0].contains("1/7") }, "\(notes.screen.text)")
    #expect(notes.screen.area(.header)[0].hasPrefix(" Why He for ReLU"))
    #expect(notes.wait(for: "Let them read the formula first."))
    #expect(notes.wait(for: "Histogram"), "the picture")
    #expect(notes.screen.text.contains("2  ReLU throws half away"), "the next step")

    var (folder, socket) = (stat(), stat())
    #expect(session.sockets == ["lecture-\(lecture.process).socket"])
    #expect(lstat(session.shared, &folder) == 0 && folder.st_mode & 0o7777 == 0o700)
    #expect(lstat("\(session.shared)/\(session.sockets[0])", &socket) == 0)
    #expect(socket.st_mode & S_IFMT == S_IFSOCK && socket.st_mode & 0o777 == 0o600)

    lecture.send("\u{1B}[6~")
    #expect(notes.wait { $0.area(.header)[0].contains("2/7") }, "\(notes.screen.text)")
    #expect(notes.wait(for: "The common wrong answer is"))
    #expect(notes.wait(for: "Answer: b half of it"))
    lecture.send("rr")
    #expect(notes.wait(for: "played live") && notes.wait(for: "seed 2"))
    // The clock goes on by itself.
    let clock = notes.screen.area(.header)[0].split(separator: " ").dropLast(3).last
    #expect(notes.wait { $0.area(.header)[0].split(separator: " ").dropLast(3).last != clock })

    // A click in the notes is one in the lecture.
    notes.send("\u{1B}[6~")
    #expect(notes.wait { !$0.text.contains("played live") })
    notes.send(" \u{1B}[6~")
    #expect(notes.wait { $0.area(.header)[0].contains("3/7") }, "\(notes.screen.text)")
    #expect(lecture.wait { $0.area(.header)[0].contains("3/7") })
    notes.send("p")
    #expect(lecture.wait { $0.area(.header)[0].contains("2/7") })

    quit(lecture)
    #expect(notes.wait(for: "Why He for ReLU has ended after 0:"), "\(notes.screen.text)")
    #expect(notes.screen.text.contains(Self.waiting) && session.sockets.isEmpty)
    let second = try session.give("sqrt5")
    #expect(notes.wait { $0.area(.header)[0].contains("√5") }, "\(notes.screen.text)")
    quit(notes)
    second.send("\u{1B}[6~")
    quit(second)
  }

  @Test func `are the newest lecture's, or that of a name`() throws {
    let session = try Session()
    let first = try session.give("why-he")
    try #require(first.wait(for: "1/7"))
    let second = try session.give("sqrt5")
    try #require(second.wait { _ in session.sockets.count == 2 })
    let notes = try session.follow()
    #expect(notes.wait { $0.area(.header)[0].contains("√5") }, "\(notes.screen.text)")
    let named = try session.follow("why-he")
    #expect(named.wait { $0.area(.header)[0].contains("Why He") }, "\(named.screen.text)")
    quit(first)
    #expect(named.wait(for: "The lecture why-he is not being given."), "\(named.screen.text)")
    #expect(notes.wait { $0.area(.header)[0].contains("√5") })
    // Killed, it leaves its socket, which who looks next removes.
    second.send(signal: SIGKILL)
    #expect(notes.wait(for: Self.waiting))
    #expect(notes.wait { _ in session.sockets.isEmpty })
    quit(notes)
    named.send("\u{3}")
    #expect(named.waitForExit() == .exited(128 + SIGINT))
    expectRestored(named)
  }

  @Test func `follow a file as it is changed, and when it is gone`() throws {
    let session = try Session()
    let path = "\(session.folder)/a.lecture"
    func write(_ note: String) throws {
      let text = "# A file\nid: file\nlang: en\n\n## One {#one}\n> zeros --shape 4,4\n% \(note)\n"
      let file = try #require(fopen("\(path)~", "w"))
      fputs(text, file)
      fclose(file)
      rename("\(path)~", path)
    }
    defer { unlink(path) }
    try write("The first note.")
    let lecture = try session.give(path)
    let notes = try session.follow()
    #expect(notes.wait(for: "The first note."), "\(notes.screen.text)")
    try write("Another one.")
    #expect(notes.wait(for: "Another one."), "\(notes.screen.text)")
    unlink(path)
    let late = try session.follow()
    #expect(late.wait(for: "Another one."), "\(late.screen.text)")
    for terminal in [lecture, notes, late] { quit(terminal) }
  }

  @Test func `are not kept from each other by what others say or leave unsaid`() throws {
    let session = try Session()
    let lecture = try session.give("why-he")
    try #require(lecture.wait(for: "1/7"))
    // One that says nothing and hears nothing, one that talks nonsense, one that is gone.
    let silent = try session.connect()
    let loud = try session.connect()
    let noise = [UInt8](repeating: UInt8(ascii: "\u{1B}"), count: 100_000)
    _ = noise.withUnsafeBytes { send(loud, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT)) }
    close(try session.connect())
    let notes = try session.follow()
    #expect(notes.wait { $0.area(.header)[0].contains("1/7") }, "\(notes.screen.text)")
    for _ in 0..<300 { lecture.send("r") }
    lecture.send("\u{1B}[6~\u{1B}[6~")
    #expect(lecture.wait { $0.area(.header)[0].contains("2/7") }, "\(lecture.screen.text)")
    #expect(notes.wait { $0.area(.header)[0].contains("2/7") }, "\(notes.screen.text)")
    var buffer = [UInt8](repeating: 0, count: 16)
    while recv(loud, &buffer, buffer.count, 0) > 0 {}
    close(loud)
    close(silent)
    for terminal in [lecture, notes] { quit(terminal) }
  }

  @Test func `wait for a lecture where a program says what none does`() throws {
    let session = try Session()
    mkdir(session.shared, 0o700)
    let path = "\(session.shared)/lecture-1.socket"
    let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(status == 0 && listen(listener, 4) == 0)
    let notes = try session.follow()
    let peer = accept(listener, nil, nil)
    let text = Array("initscope-notes 1\n\u{1B}]0;title\u{7}\u{1B}[2J\n".utf8)
    _ = text.withUnsafeBytes { send(peer, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    try #require(notes.wait(for: Self.waiting))
    var byte: UInt8 = 0
    #expect(recv(peer, &byte, 1, 0) <= 0, "it is left")
    let lecture = try session.give("why-he")
    #expect(notes.wait { $0.area(.header)[0].contains("1/7") }, "\(notes.screen.text)")
    #expect(!notes.output.contains(Array("]0;title".utf8)))
    for file in [peer, listener] { close(file) }
    for terminal in [lecture, notes] { quit(terminal) }
  }

  @Test func `do not meet in a folder that others can open`() throws {
    let session = try Session()
    mkdir(session.shared, 0o700)
    chmod(session.shared, 0o777)
    let sentence = "Others can open \(session.shared) (mode 777)"
    let notes = try session.follow()
    #expect(notes.waitForExit() == .exited(1))
    #expect(notes.screen.text.contains("initscope: Others can open"))
    // The lecture is given all the same, with a remark.
    let lecture = try session.give("why-he")
    #expect(lecture.wait(for: "1/7") && lecture.wait(for: String(sentence.prefix(40))))
    #expect(session.sockets.isEmpty)
    lecture.send("\u{1B}[6~")
    #expect(lecture.wait { $0.area(.header)[0].contains("2/7") && !$0.text.contains("Others") })
    quit(lecture)
    // Opened later, it is said where notes wait.
    chmod(session.shared, 0o700)
    let waiting = try session.follow()
    try #require(waiting.wait(for: Self.waiting))
    chmod(session.shared, 0o750)
    #expect(waiting.wait(for: "(mode 750)"), "\(waiting.screen.text)")
    chmod(session.shared, 0o700)
    #expect(waiting.wait { !$0.text.contains("(mode 750)") })
    quit(waiting)
  }

  @Test func `take no words that have no meaning for them`() throws {
    func said(_ words: String...) throws -> [String] {
      try Initscope.run(["lecture"] + words).errorLines
    }
    #expect(
      try said("--notes", "--auto")
        == ["initscope: --notes follows a lecture that is given elsewhere and takes no --auto."])
    #expect(
      try said("why-he", "--notes", "--record", "/tmp/x.cast")
        == ["initscope: --notes follows a lecture that is given elsewhere and takes no --record."])
    #expect(
      try said("give")
        == [
          "initscope: A lecture has a name, see lecture list, or is in a file; "
            + "only --notes needs none."
        ])
    #expect(try said("--notes", "no-such-lecture").count == 1)
    #expect(try said("--notes").count == 1)
  }

  @Test func `rest while nothing happens`() throws {
    let session = try Session()
    let lecture = try session.give("why-he")
    let notes = try session.follow()
    let silent = try { () throws -> Int32 in
      try #require(lecture.wait(for: "1/7"))
      return try session.connect()
    }()
    try #require(notes.wait(for: "Histogram"))
    for terminal in [lecture, notes] {
      // A loop that never rests takes most of 100 hundredths of a second; the clock goes on in these.
      let rests = (0..<10).contains { _ in
        let before = processorTicks(of: terminal.process)
        terminal.readUntilStill(for: .milliseconds(500))
        return processorTicks(of: terminal.process) - before <= 10
      }
      #expect(rests)
    }
    close(silent)
    for terminal in [lecture, notes] { quit(terminal) }
  }
}
