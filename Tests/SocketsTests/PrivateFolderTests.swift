import Glibc
import Testing
import Words

@testable import Sockets

/// A folder of its own for a test, which is removed with all that is in it.
final class Place {
  let path: String

  init() throws {
    var template = Array("/tmp/sockets-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SocketError.refused(path: "/tmp", code: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The folder that programs share in it, which is not made yet.
  var folder: PrivateFolder { PrivateFolder(path: "\(path)/shared") }

  /// The names in the shared folder.
  var names: [String] { folder.names(from: "", to: "").filter { $0 != "." && $0 != ".." } }

  deinit {
    for name in names { unlink("\(folder.path)/\(name)") }
    rmdir(folder.path)
    unlink(folder.path)
    rmdir(path)
  }
}

/// The folder in which programs of one user find each other.
@Suite struct `A private folder` {
  @Test func `is the session's, if that is the user's, else in tmp`() throws {
    let place = try Place()
    func path(_ runtime: String?) -> String {
      PrivateFolder(
        named: "initscope", environment: runtime.map { ["XDG_RUNTIME_DIR": $0] } ?? [:]
      ).path
    }
    #expect(path(place.path) == "\(place.path)/initscope")
    for other in [nil, "", "relative", "\(place.path)/nowhere", "/etc/passwd"] {
      #expect(path(other) == "/tmp/initscope-\(geteuid())")
    }
    symlink(place.path, "\(place.path)/link")
    #expect(path("\(place.path)/link") == "/tmp/initscope-\(geteuid())")
    unlink("\(place.path)/link")
  }

  @Test func `is made for its user alone`() throws {
    let place = try Place()
    let old = umask(0)
    defer { umask(old) }
    #expect(try !place.folder.check())
    try place.folder.make()
    var status = stat()
    #expect(lstat(place.folder.path, &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o700 && status.st_uid == geteuid())
    #expect(try place.folder.check())
    try place.folder.make()
  }

  @Test(arguments: [0o777, 0o770, 0o701, 0o710, 0o704, 0o1777] as [mode_t])
  func `is refused where others can open it`(mode: mode_t) throws {
    let place = try Place()
    let path = place.folder.path
    mkdir(path, 0o700)
    chmod(path, mode)
    let error = SocketError.openToOthers(path: path, mode: Int(mode & 0o777))
    #expect(throws: error) { try place.folder.check() }
    #expect(throws: error) { try place.folder.make() }
    #expect(throws: error) { _ = try LocalListener(in: place.folder, name: "a") }
    #expect(
      error.description == "Others can open \(path) (mode \(String(mode & 0o777, radix: 8))), "
        + "so that no lecture can be followed there: chmod 700 \(path)")
    #expect(place.names.isEmpty)
  }

  @Test func `is refused where it is a link or a file`() throws {
    let place = try Place()
    let path = place.folder.path
    symlink("/tmp", path)
    #expect(throws: SocketError.notFolder(path: path)) { try place.folder.make() }
    unlink(path)
    close(open(path, O_CREAT | O_WRONLY, 0o600))
    #expect(throws: SocketError.notFolder(path: path)) { try place.folder.make() }
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a folder away"))
  func `is refused where it is another user's`() throws {
    let place = try Place()
    let path = place.folder.path
    mkdir(path, 0o700)
    chown(path, 65534, 65534)
    #expect(throws: SocketError.otherOwner(path: path)) { try place.folder.make() }
    #expect(throws: SocketError.otherOwner(path: path)) { try place.folder.check() }
  }

  @Test func `says what the system says`() throws {
    let place = try Place()
    let nowhere = PrivateFolder(path: "\(place.path)/a/b")
    #expect(try !nowhere.check())
    #expect(throws: SocketError.refused(path: nowhere.path, code: ENOENT)) { try nowhere.make() }
    #expect(nowhere.names(from: "", to: "").isEmpty)
  }
}
