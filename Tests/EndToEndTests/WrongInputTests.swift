import PseudoTerminals
import Testing

/// Wrong input ends with one line that says what was given and what is accepted.
@Suite struct `Wrong input` {
  @Test(arguments: [
    (["xavier_unifrom"], "Unknown method 'xavier_unifrom'. Did you mean 'xavier_uniform'?"),
    (
      ["bert"],
      "Unknown method 'bert'; the methods are uniform, normal, trunc_normal, xavier_uniform"
    ),
    (["--gainn", "2"], "Unknown option '--gainn'. Did you mean '--gain'?"),
    (["--gain"], "Missing value for '--gain <gain>'"),
    (["normal", "uniform"], "Unexpected argument 'uniform'"),
    (["--shape", "2,b"], "--shape takes whole numbers such as 256,128 or 64x3x7x7, not '2,b'"),
    (["--shape", ""], "--shape takes whole numbers such as 256,128 or 64x3x7x7, not ''"),
    (["--shape", "-1,2"], "--shape takes whole numbers from 0 up, not -1"),
    (["--shape", "4294967296,4294967296"], "--shape 4294967296,4294967296 has more elements than"),
    (["--seed", "1.5"], "--seed takes a whole number from -2^63 to 2^64-1, not '1.5'"),
    (["--seed", "18446744073709551616"], "--seed takes a whole number from -2^63 to 2^64-1, not "),
    (["--seed=-9223372036854775809"], "--seed takes a whole number from -2^63 to 2^64-1, not "),
    (["--gain", "gelu"], "Unsupported nonlinearity gelu"),
    (["--gain", "1..2"], "--gain takes a number or an expression (+ - * / **, sqrt"),
    (["kaiming_normal", "--nonlinearity", "gelu"], "Unsupported nonlinearity gelu"),
    (["kaiming_normal", "--nonlinearity", "ReLU"], "Unsupported nonlinearity ReLU"),
    (
      ["kaiming_normal", "--mode", "fan_avg"],
      "Mode fan_avg not supported, please use one of ['fan_in', 'fan_out']"
    ),
    (
      ["--gain", "-1", "--shape", "3,4"],
      "uniform_ expects to return a [from, to) range, but found from=0.92582 > to=-0.92582"
    ),
    (
      ["xavier_normal", "--gain=-1", "--shape", "8,8"],
      "normal expects std >= 0.0, but found std -0.353553"
    ),
    (["normal", "--std", "-1"], "normal expects std >= 0.0, but found std -1"),
    (["--gain", "nan"], "from is out of bounds for float"),
    (
      ["uniform", "--a", "-3e38", "--b", "3e38"], "uniform_ expects to-from <= std::numeric_limits"
    ),
    (["kaiming_normal", "--a", "1e200"], "(34, 'Numerical result out of range')"),
    (
      ["--shape", "5"],
      "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions"
    ),
    (["--shape", "0,0"], "float division by zero"),
    (["--mean", "0"], "xavier_uniform takes no --mean; its parameters are --gain"),
    (["zeros", "--std", "3"], "zeros takes no --std; it has no parameters"),
    (["--gain", "1/0"], "--gain takes a finite number, and '1/0' is none"),
    (["--gain", "sqrt(-1)"], "--gain takes a finite number, and 'sqrt(-1)' is none"),
    (
      ["kaiming_normal", "--std", "1"], "kaiming_normal takes no --std; its parameters are --a, --m"
    ),
    (
      ["normal", "--std", "1 2"],
      "--std takes a number or an expression (+ - * / **, sqrt, log, exp, pi, e, fan_in, fan_out), not '1 2'"
    ),
    (
      ["normal", "--mean", "1/0"], "--mean takes a finite number, and '1/0' is none"
    ),
    (["a\u{1B}[31m\nb\u{7}"], "Unknown method 'a[31m b'; the methods are"),
    (
      ["uniform", "--a", String(repeating: "1*", count: 60_000) + "1"],
      "an argument has at most 4096 bytes, not 120001"
    ),
    (
      ["uniform", "--a", String(repeating: "1*", count: 2000) + "1"],
      "--a takes a number or an expression (+ - * / **, sqrt, log, exp, pi, e, fan_in, fan_out), not '1*1"
    ),
  ])
  func `is named in one line`(arguments: [String], sentence: String) throws {
    for command in ["describe", "sample"] { try expect([command] + arguments, sentence) }
  }

  @Test(arguments: [
    (["--depth", "0"], "--depth takes a whole number from 1 to 1000, not '0'"),
    (["--width", "1e4"], "--width takes a whole number from 1 to 4096, not '1e4'"),
    (["--batch", "-1"], "--batch takes a whole number from 1 to 4096, not '-1'"),
    (["--activation", "snake"], "Unsupported activation 'snake': use linear, relu, leaky_relu"),
    (["--input", "cauchy"], "--input accepts gaussian or uniform, not 'cauchy'"),
  ])
  func `for a network is named, too`(arguments: [String], sentence: String) throws {
    for command in ["propagate", "show"] { try expect([command] + arguments, sentence) }
  }

  @Test(arguments: [
    (
      ["--view", "3d"],
      "--view accepts distribution, propagation, matrix, layers or tensors, not '3d'"
    ),
    (["--panel", "pdf"], "--panel accepts density, ecdf, qq, tails or histogram, not 'pdf'"),
    (
      ["--bins", "0"], "--bins accepts fd, scott, sqrt, rice, doane, sturges, auto, columns or a nu"
    ),
    (["--pin", "berd"], "--pin takes a scene in quotes, or none: 'berd': Unknown method 'berd'"),
    (
      ["--pin", "normal --std x"], "--pin takes a scene in quotes, or none: 'normal --std x': --std"
    ),
    (
      ["--pin=" + String(repeating: "--pin=", count: 600) + "normal"],
      "--pin takes a scene in quotes, or none: '--pin=--pin"
    ),
    (
      ["--pin=" + String(repeating: "--pin=", count: 2000) + "normal"],
      "an argument has at most 4096 bytes, not 12012"
    ),
  ])
  func `for what is shown is named, too`(arguments: [String], sentence: String) throws {
    try expect(["show"] + arguments, sentence)
  }

  @Test(arguments: [
    (["describe", "--view", "matrix"], "describe takes no --view; it takes a method, --shape"),
    (["describe", "normal", "--depth=3"], "describe takes no --depth; it takes a method, --shape"),
    (["sample", "--no-bias"], "sample takes no --no-bias; it takes a method, --shape, --seed and"),
    (["sample", "normal", "--pin", "none"], "sample takes no --pin; it takes a method, --shape"),
    (["propagate", "normal --bins 3"], "propagate takes no --bins; it takes a method, --shape"),
  ])
  func `that a command cannot use is refused`(arguments: [String], sentence: String) throws {
    try expect(arguments, sentence)
  }

  private func expect(_ arguments: [String], _ sentence: String) throws {
    let run = try Initscope.run(arguments)
    #expect(run.status != .exited(0) && run.status != nil)
    if case .killed = run.status { Issue.record("killed: \(run.errorText.prefix(300))") }
    #expect(run.output.isEmpty)
    #expect(run.errorLines.count == 1)
    let line = run.errorLines.first ?? ""
    #expect(line.hasPrefix("initscope: " + sentence), "\(line.prefix(200))")
    #expect(!line.unicodeScalars.contains { $0.value < 0x20 })
  }

  @Test(arguments: [
    (["show", "--size", "0x5"], "--size"), (["show", "--size", "100"], "--size"),
    (["show", "--size", "99999x5"], "--size"),
    (["show", "--glyphs", "x"], "braille, block, ascii"),
    (["show", "--theme", "x"], "dark, light, contrast, mono"),
    (["show", "--format", "x"], "'text', 'ansi', 'svg', 'png' or 'words'"),
    (["show", "--scale", "2"], "--scale is for png alone, as nothing else has pixels"),
    (["show", "--scale", "x"], "'x' is no scale; a number from 0.5 to 16 is"),
    (["show", "--scale", "nan"], "'nan' is no scale; a number from 0.5 to 16 is"),
    (["show", "--scale", "0.4"], "'0.4' is no scale; a number from 0.5 to 16 is"),
    (["show", "--only", "title"], "'title' is none of chart, formula, numbers"),
    (
      ["show", "--format", "png", "--size", "1000x1000", "--scale", "16"],
      "a picture has at most 67 million pixels; take a smaller --scale or --size"
    ),
    (["sample", "--format", "x"], "raw, npy, safetensors, csv"),
    (["explore", "--gain", "gelu"], "Unsupported nonlinearity gelu"), (["--foo"], "'--foo'"),
    (["frobnicate"], "Unknown method 'frobnicate'"), (["methods", "x"], "'x'"),
  ])
  func `of an option names what is accepted`(arguments: [String], words: String) throws {
    let run = try Initscope.run(arguments)
    #expect(run.status != .exited(0) && run.status != nil)
    #expect(run.output.isEmpty)
    #expect(run.errorLines.count == 1 && run.errorLines[0].contains(words), "\(run.errorText)")
  }

  @Test(arguments: [["--help"], ["help"], ["describe", "--help"], ["--version"]])
  func `is not a request for help`(arguments: [String]) throws {
    let run = try Initscope.run(arguments)
    #expect(run.status == .exited(0) && run.errorText.isEmpty && !run.output.isEmpty)
  }
}
