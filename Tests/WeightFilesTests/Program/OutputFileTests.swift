import Testing

@Suite("Files appear whole or not at all")
struct OutputFileTests {
  private let folder = Folder()

  @Test("a new file has the permissions that umask leaves")
  func newFile() {
    let outcome = folder.run(
      "umask 027; initscope sample normal --shape 3,4 -o w.raw; stat -c '%a %s' w.raw; ls -A")
    #expect(outcome.output == "640 48\nw.raw\n")
  }

  @Test("a file that is replaced keeps its permissions")
  func replacedFile() {
    let outcome = folder.run(
      "echo old > w.npy; chmod 604 w.npy; initscope sample normal --shape 3,4 -o w.npy;"
        + "stat -c '%a %s' w.npy; ls -A")
    #expect(outcome.output == "604 176\nw.npy\n")
  }

  @Test("a link stays a link, and its target is replaced or made")
  func links() {
    let outcome = folder.run(
      """
      mkdir deep; echo old > deep/w; ln -s deep/w one; ln -s one two; ln -s deep/new dangling
      initscope sample normal --shape 3,4 -o two && initscope sample normal --shape 5 -o dangling
      readlink one two dangling; stat -c %s deep/w deep/new; ls -A . deep
      """)
    #expect(
      outcome.output == """
        deep/w
        one
        deep/new
        48
        20
        .:
        dangling
        deep
        one
        two

        deep:
        new
        w

        """)
  }

  @Test("what a killed run of the same number left is neither used nor in the way")
  func leftover() {
    let outcome = folder.run(
      """
      (echo stale > w.raw.$BASHPID.part; exec "$PROGRAM" sample normal --shape 3,4 -o w.raw)
      stat -c %s w.raw; cat w.raw.*.part; ls -A | wc -l
      """)
    #expect(outcome.output == "48\nstale\n2\n")
  }

  @Test("a name as long as the file system allows can be written")
  func longName() {
    let name = String(repeating: "n", count: 251) + ".csv"
    let outcome = folder.run("initscope sample normal --shape 3 -o \(name); ls -A")
    #expect(outcome.output == name + "\n")
  }

  @Test("a device and a pipe are written straight and stay what they are")
  func straight() {
    let outcome = folder.run(
      """
      initscope sample normal --shape 3,4 -o /dev/null; stat -c %F /dev/null
      mkfifo pipe; wc -c < pipe & initscope sample normal --shape 3,4 -o pipe; wait
      stat -c %F pipe; initscope sample normal --shape 3,4 -o >(wc -c) | cat
      echo text > w; initscope sample normal --shape 3,4 -o /dev/stdout >> w; stat -c %s w; ls -A
      """)
    #expect(
      outcome.output == "character special file\n48\nfifo\n48\n53\npipe\nw\n")
  }

  @Test(
    "what cannot be written is one line, and nothing is left",
    arguments: [
      ("-o /dev/full", "cannot write '/dev/full': No space left on device"),
      ("-o - > /dev/full", "cannot write standard output: No space left on device"),
      ("-o - >&-", "cannot write standard output: Bad file descriptor"),
      ("-o .", "cannot write '.': Is a directory"),
      ("-o no/w.raw", "cannot write 'no/w.raw': No such file or directory"),
      ("-o /dev/null/w", "cannot write '/dev/null/w': Not a directory"),
      ("-o ''", "cannot write '': No such file or directory"),
      ("-o new/", "cannot write 'new/': No such file or directory"),
    ])
  func refused(_ arguments: String, _ sentence: String) {
    let outcome = folder.run("initscope sample normal --shape 300,40 \(arguments); echo $?; ls -A")
    #expect(outcome.output == "initscope: \(sentence)\n1\n")
  }

  @Test("a name that is not UTF-8 is refused, not changed")
  func encoding() {
    let outcome = folder.run(
      "initscope sample normal --shape 3 -o $'\\xff\\xfe.npy'; echo $?; ls -A")
    #expect(outcome.output == "initscope: an argument is not UTF-8\n1\n")
  }

  @Test(
    "help that cannot be written is an error", arguments: ["--help", "--version", "show --help"])
  func help(_ arguments: String) {
    let outcome = folder.run("initscope \(arguments) > /dev/full; echo $?")
    #expect(
      outcome.output == "initscope: cannot write standard output: No space left on device\n1\n")
  }

  @Test("a loop of links is refused")
  func loop() {
    let outcome = folder.run(
      "ln -s a b; ln -s b a; initscope sample normal --shape 3 -o a; echo $?; ls -A")
    #expect(
      outcome.output
        == "initscope: cannot write 'a': Too many levels of symbolic links\n1\na\nb\n")
  }

  @Test("a file that outgrows a limit is one line, and the old file stays")
  func limit() {
    let outcome = folder.run(
      """
      echo old > w.raw; ulimit -f 100
      initscope sample normal --shape 1000,1000 -o w.raw; echo $?; cat w.raw; ls -A
      """)
    #expect(
      outcome.output == "initscope: cannot write 'w.raw': File too large\n1\nold\nw.raw\n")
  }

  @Test("a reader that goes away ends the program as the system would, without a word")
  func closedPipe() {
    let outcome = folder.run(
      "initscope sample normal --shape 1000,1000 | head -c 0; echo ${PIPESTATUS[0]}")
    #expect(outcome.output == "141\n")
  }

  @Test("where that signal is ignored it is one line")
  func closedPipeIgnored() {
    let outcome = folder.run(
      "trap '' PIPE; initscope sample normal --shape 1000,1000 | head -c 0; echo ${PIPESTATUS[0]}")
    #expect(
      outcome.output == "initscope: standard output was closed before all was written\n1\n")
  }

  @Test("a file that has other names leaves them the old file")
  func hardLinks() {
    let outcome = folder.run(
      "echo old > w.npy; ln w.npy other; initscope sample normal --shape 3,4 -o w.npy;"
        + "cat other; stat -c '%s %h' w.npy; ls -A")
    #expect(outcome.output == "old\n176 1\nother\nw.npy\n")
  }

  @Test("a closed standard error does not get its words into the file")
  func closedError() {
    let outcome = folder.run(
      "initscope sample kaiming_normal --shape 0,3 -o w.raw 2>&- >&- <&-; stat -c %s w.raw")
    #expect(outcome.output == "0\n")
  }

  @Test(
    "a signal removes the unfinished file, and ends the program as it would have",
    arguments: [("INT", 130), ("TERM", 143), ("HUP", 129), ("QUIT", 131)])
  func signals(_ name: String, _ status: Int) {
    let outcome = folder.run(
      """
      set -m; ulimit -c 0; echo old > w.csv
      "$PROGRAM" sample normal --shape 20000,1000 -o w.csv & program=$!
      until [ -s w.csv.*.part ]; do kill -0 $program || exit; sleep 0.01; done 2> errors
      kill -\(name) $program; wait $program 2>> errors; echo $?; cat w.csv; rm errors; ls -A
      """)
    #expect(outcome.output.hasSuffix("\(status)\nold\nw.csv\n"))
  }

  @Test("a hang-up that the parent ignores stays ignored")
  func ignoredSignal() {
    let outcome = folder.run(
      """
      (trap '' HUP; exec "$PROGRAM" sample normal --shape 1000,1000 -o w.csv) & program=$!
      until [ -e w.csv.*.part ] || [ -e w.csv ]; do sleep 0.01; done 2> errors
      kill -HUP $program 2>> errors; wait $program; echo $?; rm errors; ls -A
      """)
    #expect(outcome.output == "0\nw.csv\n")
  }
}
