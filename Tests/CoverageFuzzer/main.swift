private import Fuzzing
private import Glibc

// A parser of the program under libFuzzer: CoverageFuzzer PARSER [libFuzzer's arguments], and
// CoverageFuzzer PARSER --examples FOLDER to write what to begin with there, a file an example.

/// LibFuzzer's entry for programs with a main of their own (llvm.org/docs/LibFuzzer.html).
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

guard CommandLine.arguments.count > 1,
  let parser = FuzzedParser(rawValue: CommandLine.arguments[1])
else {
  print(
    "CoverageFuzzer \(FuzzedParser.allCases.map(\.rawValue).joined(separator: "|")) [ARGUMENT]…")
  exit(2)
}

if CommandLine.arguments.count == 4, CommandLine.arguments[2] == "--examples" {
  for (number, example) in parser.examples.enumerated() {
    guard let file = fopen("\(CommandLine.arguments[3])/example-\(number + 1)", "w") else {
      exit(1)
    }
    fwrite(example, 1, example.count, file)
    fclose(file)
  }
  exit(0)
}
if CommandLine.arguments.dropFirst(2) == ["--words"] {
  for word in parser.words {
    let codes = word.utf8.map { "\\x" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    print("\"\(codes.joined())\"")
  }
  exit(0)
}

let names = [CommandLine.arguments[0]] + CommandLine.arguments.dropFirst(2)
var count = Int32(names.count)
let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: names.count + 1)
for (index, name) in names.enumerated() { list[index] = strdup(name) }
list[names.count] = nil
var pointer: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = list
exit(runDriver(&count, &pointer, check))

/// Reads an input, and ends the program where something does not hold; libFuzzer's own main, which is
/// linked and not used, knows it by this name.
@_cdecl("LLVMFuzzerTestOneInput")
func check(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do {
    try FuzzedParser.chosen.check(Array(UnsafeBufferPointer(start: start, count: count)))
  } catch {
    print(error)
    fflush(nil)
    abort()
  }
  return 0
}

extension FuzzedParser {
  /// The parser that the command line names.
  fileprivate static let chosen = FuzzedParser(rawValue: CommandLine.arguments[1]) ?? .expression
}
