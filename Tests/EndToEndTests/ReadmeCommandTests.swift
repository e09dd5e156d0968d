import Foundation
import PseudoTerminals
import Testing

/// What the README says of commands and options is what the program takes.
@Suite struct `The README's commands` {
  private let page: String
  private let commands: [CommandHelp]

  init() throws {
    let text = try String(contentsOf: Initscope.readme, encoding: .utf8)
    let start = try #require(text.range(of: "\n## Commands\n")).upperBound
    let end = try #require(text.range(of: "\n## ", range: start..<text.endIndex)).lowerBound
    page = String(text[start..<end])
    commands = try CommandHelp.all()
  }

  /// The commands of the table, each with the words after its name.
  private var rows: [(name: String, words: String)] {
    page.matches(of: /\| `initscope ([^`]*)` \|/).map { match in
      let words = match.output.1.split(separator: " ", maxSplits: 1).map(String.init)
      guard let first = words.first, first.first?.isLowercase == true else {
        return ("explore", String(match.output.1))
      }
      return (first, words.count > 1 ? words[1] : "")
    }
  }

  @Test func `are all of the program's`() {
    #expect(Set(rows.map(\.name)) == Set(commands.map(\.name)).subtracting(["help"]))
  }

  @Test func `take the options named beside them`() throws {
    for row in rows {
      let command = try #require(commands.first { $0.name == row.name }, "\(row.name)")
      for option in row.words.matches(of: /(?:^|[\s\[`])--?([a-z][-a-z0-9]*)/).map({
        String($0.output.1)
      }) {
        #expect(command.allOptions.contains(option), "\(row.name) --\(option)")
      }
    }
  }

  @Test func `have every option on the page, and no other`() {
    let named = Set(
      page.matches(of: /(?:^|[\s\[`])--([a-z][-a-z0-9]*)/).map { String($0.output.1) })
    let taken = Set(commands.flatMap(\.options))
    #expect(named.subtracting(commands.flatMap(\.allOptions)) == [])
    // A method's parameters have the framework's names, which `methods` lists.
    let parameters = Set([
      "gain", "mean", "std", "val", "groups", "sparsity", "nonlinearity", "distribution",
      "factor",
    ])
    let told = named.union(parameters).union(["help", "version", "no-bias", "output"])
    #expect(taken.filter { $0.count > 1 }.subtracting(told) == [])
  }

  @Test func `take the values named, and name them when given another`() throws {
    let page = page.replacingOccurrences(of: "\\|", with: "|")
    let choices = page.matches(of: /--([a-z]+) ([a-z]+(?:\|[a-z]+)+)/)
    #expect(choices.count >= 6)
    for choice in choices {
      let (option, values) = (String(choice.output.1), choice.output.2.split(separator: "|"))
      // Formats differ between the commands that write; each is on its command's row.
      let line = page[..<choice.range.lowerBound].split(separator: "\n").last ?? ""
      let named = line.matches(of: /`initscope ([a-z]+)/).last.map { String($0.output.1) }
      let command = try #require(
        named ?? commands.first { $0.options.contains(option) && $0.name != "explore" }?.name)
      for value in values {
        let run = try Initscope.run([
          command, "normal", "--shape", "4,4", "--\(option)", "\(value)",
        ])
        #expect(run.status == .exited(0), "\(command) --\(option) \(value): \(run.errorText)")
      }
      let wrong = try Initscope.run([command, "normal", "--\(option)", "none-of-them"])
      #expect(wrong.status != .exited(0))
      for value in values {
        #expect(wrong.errorText.contains(value), "\(command) --\(option): \(wrong.errorText)")
      }
    }
  }
}

/// A command as the program describes itself.
struct CommandHelp {
  let name: String
  let options: Set<String>
  /// Those of its subcommands as well.
  let allOptions: Set<String>

  static func all() throws -> [CommandHelp] {
    let help = try Initscope.run(["--experimental-dump-help"])
    let tool = try JSONDecoder().decode(Tool.self, from: Data(help.output))
    func options(_ command: Command) -> Set<String> {
      Set((command.arguments ?? []).flatMap { $0.names ?? [] }.map(\.name))
    }
    return (tool.command.subcommands ?? []).map { command in
      let own = options(command)
      return CommandHelp(
        name: command.commandName, options: own,
        allOptions: (command.subcommands ?? []).reduce(own) { $0.union(options($1)) })
    }
  }

  private struct Tool: Decodable {
    let command: Command
  }

  private struct Command: Decodable {
    let commandName: String
    let subcommands: [Command]?
    let arguments: [Argument]?
  }

  private struct Argument: Decodable {
    let names: [Name]?
  }

  private struct Name: Decodable {
    let name: String
  }
}
