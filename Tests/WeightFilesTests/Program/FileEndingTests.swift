import Testing
import WeightFiles

@testable import Commands

@Suite("The ending of a file's name decides its format")
struct FileEndingTests {
  private let folder = Folder()

  @Test(
    "for weights",
    arguments: [
      ("w.npy", .npy), ("a/b.SAFETENSORS", .safetensors), ("x.csv", .csv), ("w.raw", .raw),
      ("npy", .raw), ("-", .raw), ("a.csv/w", .raw), (".npy", .raw), ("w.", .raw),
      ("w.csv.npy", .npy), ("/dev/null", .raw), (nil, .raw),
    ] as [(String?, WeightFormat)])
  func weights(_ name: String?, _ format: WeightFormat) throws {
    #expect(try WeightFormat.of(name, asked: nil, standard: .raw) == format)
    #expect(try WeightFormat.of(name, asked: .csv, standard: .raw) == .csv)
  }

  @Test(
    "for pictures",
    arguments: [("p.svg", .svg), ("p.TXT", .text), ("p.ansi", .ansi), ("p", .text), ("-", .text)]
      as [(String, FrameFormat)])
  func pictures(_ name: String, _ format: FrameFormat) throws {
    #expect(try FrameFormat.of(name, asked: nil, standard: .text) == format)
  }

  @Test(
    "an unknown one is refused, with those that are known",
    arguments: [
      (
        "sample normal", ["w.pt", "w.pth", "w.bin", "w.json", "w.npy.gz", "a.csv/w.txt"],
        "; known are .raw, .npy, .safetensors, .csv, and for any other name "
          + "--format raw|npy|safetensors|csv"
      ),
      (
        "sample --recipe /dev/null", ["w.pt"],
        "; known are .raw, .npy, .safetensors, .csv, and for any other name "
          + "--format raw|npy|safetensors|csv"
      ),
      (
        "show", ["p.jpg", "p.pdf", "p.npy"],
        "; known are .txt, .ansi, .svg, .png, .words, and for any other name "
          + "--format text|ansi|svg|png|words"
      ),
    ])
  func unknown(command: String, names: [String], sentence: String) {
    for name in names {
      let outcome = folder.run("initscope \(command) -o \(name); echo $?; ls -A")
      #expect(
        outcome.output
          == "initscope: the ending of '\(name)' stands for no format\(sentence)\n1\n")
    }
  }

  @Test("what is asked for goes before the ending, and pipes have names of their own")
  func asked() {
    let outcome = folder.run(
      """
      initscope sample ones --shape 2 --format csv -o w.pt; cat w.pt
      initscope sample ones --shape 2 --format csv -o w.npy; cat w.npy
      mkfifo w.bin; wc -c < w.bin & initscope sample ones --shape 2 -o w.bin; wait
      initscope show -o p.svg; head -c 4 p.svg; echo
      initscope show -o p.ansi; grep -c $'\\e\\[' p.ansi > count; test -s count && echo escapes
      initscope show --format svg -o p.png; head -c 4 p.png; echo
      initscope show -o p.txt; initscope show | cmp - p.txt
      initscope show -o p; initscope show | cmp - p
      """)
    #expect(outcome.output == "1.0\n1.0\n1.0\n1.0\n8\n<svg\nescapes\n<svg\n")
  }
}
