import PseudoTerminals
import Testing

/// The language of what is said: as asked for, else as the locale has it.
@Suite struct `The language` {
  private static let chinese = ["LC_ALL": nil, "LANG": "zh_CN.UTF-8"] as [String: String?]

  @Test(
    arguments: [
      ([], chinese, true), (["--lang", "en"], chinese, false), (["--lang=en"], chinese, false),
      ([], ["LC_ALL": "zh_SG.UTF-8"], true), ([], ["LC_ALL": "zh_TW.UTF-8"], false),
      ([], ["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], false), ([], [:], false),
      // GB 18030 is not what is written.
      ([], ["LC_ALL": "zh_CN.GB18030"], false),
      (["--lang", "zh-Hans"], [:], true), (["--lang", "zh"], ["LC_ALL": "en_US.UTF-8"], true),
      (["--lang", "zh_CN.UTF-8"], ["LC_ALL": "C"], true), (["--lang=en", "--lang=zh"], [:], true),
    ] as [([String], [String: String?], Bool)])
  func `is the one asked for, else the locale's`(
    options: [String], environment: [String: String?], isChinese: Bool
  ) throws {
    let shown = try Initscope.run(
      ["show", "normal", "--size", "80x24"] + options, changing: environment)
    #expect(shown.status == .exited(0))
    #expect(shown.text.contains("直方图") == isChinese)
    #expect(shown.text.contains("Histogram") != isChinese)
  }

  @Test(arguments: [
    (["show", "xavier_unifrom"], "未知的方法 'xavier_unifrom'。是指 'xavier_uniform' 吗？"),
    (["show", "--gainn", "2"], "未知的选项 '--gainn'。是指 '--gain' 吗？"),
    (
      ["show", "--size", "9"],
      "'--size <size>' 的值 '9' 无效：'9' 不是尺寸；列数和行数写作 100x30，各为 1 到 1000"
    ),
    (
      ["show", "--format", "gif"],
      "'--format <format>' 的值 'gif' 无效。可取 'text'、'ansi'、'svg'、'png' 或 'words'。"
    ),
    (["show", "--lang", "tlh"], "'--lang <lang>' 的值 'tlh' 无效：'tlh' 不是 en, zh-Hans 之一"),
    (
      ["describe", "normal", "--shape", "2,b"], "--shape 须为整数，例如 256,128 或 64x3x7x7，而不是 '2,b'"
    ),
    (["sample", "-o", "/no/such/place.npy"], "无法写 '/no/such/place.npy'："),
    // PyTorch's own words.
    (["normal", "--std", "-1"], "normal expects std >= 0.0, but found std -1"),
  ])
  func `is that of complaints as well`(arguments: [String], sentence: String) throws {
    let refused = try Initscope.run(arguments, changing: Self.chinese)
    #expect(refused.status != .exited(0))
    #expect(refused.errorLines.count == 1)
    #expect(refused.errorText.hasPrefix("initscope: \(sentence)"), "\(refused.errorText)")
  }

  @Test(arguments: ["", "explore", "show", "describe", "sample", "propagate", "gains", "methods"])
  func `is that of help`(command: String) throws {
    let arguments = [command].filter { !$0.isEmpty } + ["--help"]
    let english = try Initscope.run(arguments)
    let chinese = try Initscope.run(arguments, changing: Self.chinese)
    #expect(chinese.status == .exited(0) && chinese.text.hasPrefix("概述："))
    for word in [
      "OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "SUBCOMMANDS", "Show ", "default", "values",
      "See ",
    ] {
      #expect(!chinese.text.contains(word), "\(word)")
    }
    func options(_ text: String) -> [String] {
      text.split(separator: "\n").compactMap { line in
        line.firstMatch(of: /^  (--?[a-z][^ ]*)/).map { String($0.output.1) }
      }
    }
    #expect(options(chinese.text) == options(english.text))
  }

  @Test(arguments: [
    ["describe", "sparse", "--json"], ["propagate", "--depth", "2", "--json"], ["gains", "--json"],
    ["methods", "--json"], ["sample", "--shape", "3,4", "--format", "csv"],
  ])
  func `is English in files for programs`(arguments: [String]) throws {
    let chinese = try Initscope.run(arguments, changing: Self.chinese)
    #expect(chinese.status == .exited(0))
    #expect(chinese.output == (try Initscope.run(arguments)).output)
  }

  @Test(arguments: [["methods"], ["lecture", "list"], ["show", "normal", "--size", "80x24"]])
  func `may stand before the command`(command: [String]) throws {
    let behind = try Initscope.run(command + ["--lang", "zh-Hans"])
    #expect(behind.status == .exited(0))
    for first in [["--lang", "zh-Hans"], ["--lang=zh-Hans"]] {
      #expect(try Initscope.run(first + command).output == behind.output)
    }
  }

  @Test func `is that of the explorer, in columns`() throws {
    let terminal = try Initscope.open(["normal", "--lang", "zh-Hans"])
    try #require(terminal.wait(for: "KS D"), "\(terminal.screen.text)")
    let frame = try Initscope.run(["show", "normal", "--lang", "zh-Hans"]).text
    #expect(
      terminal.wait { $0.lines == frame.linesWithoutTrailingBlanks }, "\(terminal.screen.text)")
    terminal.send("?")
    #expect(terminal.wait(for: "选择方法或参数行"), "\(terminal.screen.text)")
    terminal.send("\u{1B}")
    #expect(terminal.wait { !$0.text.contains("选择方法或参数行") })
    quit(terminal)
  }

  @Test func `is English where the terminal shows nothing but ASCII`() throws {
    let terminal = try Initscope.open(["--lang", "zh-Hans"], changing: ["LC_ALL": "C"])
    #expect(terminal.wait(for: "Histogram"), "\(terminal.screen.text)")
    quit(terminal)
  }
}
