private import Glibc
import Measurements

// Times the stages of sampling and measuring. `--help` says how to ask.

do {
  let options = try Options(CommandLine.arguments.dropFirst())
  if options.isHelp {
    print(Options.help)
  } else if options.isServing {
    try serve()
  } else {
    try report(options)
  }
} catch {
  let message = "Benchmark: \(error)\n"
  _ = write(STDERR_FILENO, message, message.utf8.count)
  exit(2)
}

/// Times one run on the monotonic clock, in nanoseconds.
func nanoseconds(_ run: () throws -> Void) rethrows -> Double {
  let duration = try ContinuousClock().measure(run)
  let (seconds, attoseconds) = duration.components
  return Double(seconds) * 1e9 + Double(attoseconds) * 1e-9
}

/// Answers each line "stage weights threads" with the nanoseconds of one run, for a script that
/// times something else in between.
func serve() throws {
  var stages: [String: Stage] = [:]
  while let line = readLine() {
    if stages[line] == nil {
      let words = line.split(separator: " ")
      guard words.count == 3, let name = Stage.Name(rawValue: String(words[0])),
        let count = Int(words[1]), let threads = Int(words[2]), count > 0, threads > 0
      else { throw OptionError("no such stage: \(line)") }
      let stage = try Stage(name, count: count, threads: threads)
      try stage.run()
      stages[line] = stage
    }
    if let stage = stages[line] { try print(nanoseconds(stage.run)) }
    fflush(nil)
  }
}

/// Times every stage asked for and prints a table or JSON.
func report(_ options: Options) throws {
  var results: [Result] = []
  for count in options.counts {
    for name in options.stages {
      for threads in name.isShared ? options.threads : [1] {
        let stage = try Stage(name, count: count, threads: threads)
        try stage.run()
        let times = try (0..<options.repeats).map { _ in try nanoseconds(stage.run) / Double(count)
        }
        let result = Result(name: name, count: count, threads: threads, times: times)
        results.append(result)
        if !options.isJSON { print(result.row) }
      }
    }
  }
  if options.isJSON { print("[\n" + results.map(\.json).joined(separator: ",\n") + "\n]") }
}
