import Measurements

/// What the command line asks for.
struct Options {
  /// The numbers of weights.
  var counts = [1 << 16, 1 << 20, 1 << 24]
  /// The stages.
  var stages = Stage.Name.allCases
  /// The numbers of threads.
  var threads = Array(Set([1, min(2, WorkerTeam.processorCount)])).sorted()
  /// The runs that a median is taken of.
  var repeats = 15
  var isJSON = false
  var isServing = false
  var isHelp = false

  static let help = """
    Benchmark [--stage NAME]… [--weights N]… [--threads N]… [--repeats N] [--json]
    Benchmark --serve    answers lines "STAGE WEIGHTS THREADS" with nanoseconds
    stages: \(Stage.Name.allCases.map(\.rawValue).joined(separator: " "))
    """

  init(_ arguments: ArraySlice<String>) throws(OptionError) {
    var (counts, stages, threads): ([Int], [Stage.Name], [Int]) = ([], [], [])
    var rest = arguments
    while let option = rest.popFirst() {
      switch option {
      case "--json": isJSON = true
      case "--serve": isServing = true
      case "--help", "-h": isHelp = true
      case "--weights": counts.append(try Self.number(&rest, of: option))
      case "--threads": threads.append(try Self.number(&rest, of: option))
      case "--repeats": repeats = try Self.number(&rest, of: option)
      case "--stage":
        guard let stage = rest.popFirst().flatMap(Stage.Name.init(rawValue:)) else {
          throw OptionError("--stage takes one of the stages in --help")
        }
        stages.append(stage)
      default: throw OptionError("unknown argument \(option); --help lists them")
      }
    }
    if !counts.isEmpty { self.counts = counts }
    if !stages.isEmpty { self.stages = stages }
    if !threads.isEmpty { self.threads = threads }
  }

  private static func number(
    _ rest: inout ArraySlice<String>, of option: String
  ) throws(OptionError) -> Int {
    guard let number = rest.popFirst().flatMap({ Int($0) }), number > 0 else {
      throw OptionError("\(option) takes a number above 0")
    }
    return number
  }
}

/// A command line that says nothing.
struct OptionError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
