// swift-tools-version: 6.2

import PackageDescription

let swift: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let c: [CSetting] = [.treatAllWarnings(as: .error)]

let argumentParser: Target.Dependency =
  .product(name: "ArgumentParser", package: "swift-argument-parser")

// What a machine may lack is linked into the program, so that one file can be copied there.
func statically(_ libraries: [String]) -> [LinkerSetting] {
  [.unsafeFlags(libraries.flatMap { ["-Xlinker", "-l:lib\($0).a"] })]
}

// Fortran's numbers of 128 bits are a library of their own where the processor has wider ones.
#if arch(x86_64)
  let quadmath = ["quadmath"]
#else
  let quadmath: [String] = []
#endif

// Modules from the inside out: each depends on those above it alone, which a test holds.
// Each in all languages.
let lectures = [
  "why-he", "sqrt5", "three-frameworks", "which-fan", "tanh-and-gelu", "band", "residual",
  "embedding", "orthogonal", "memory", "seeds", "birth",
]

let package = Package(
  name: "initscope",
  products: [.executable(name: "initscope", targets: ["initscope"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Special functions, roots, integrals, and whole numbers of floating-point ones.
    .target(name: "Mathematics", swiftSettings: swift),
    // What the program reads and says, embedded.
    .target(
      name: "Resources", path: "Resources", exclude: ["lectures/README.md"],
      resources: [
        .embedInCode("en.txt"), .embedInCode("zh-Hans.txt"), .embedInCode("papers.txt"),
        .embedInCode("strokes.txt"), .embedInCode("lectures/birth.safetensors"),
      ]
        + lectures.flatMap { name in
          ["en", "zh-Hans"].map { .embedInCode("lectures/\(name).\($0).lecture") }
        },
      swiftSettings: swift),
    // What the program says, by key, in a language.
    .target(name: "Words", dependencies: ["Resources"], swiftSettings: swift),
    // Memory, asked for before it is taken.
    .target(name: "CMemory", cSettings: c),
    .target(name: "Memory", dependencies: ["CMemory", "Words"], swiftSettings: swift),
    // Text that is typed: numbers, and the words of a line.
    .target(name: "Expressions", swiftSettings: swift),
    // The inner loops of sampling, measuring and signals, and which processor a thread is on.
    .target(name: "CKernels", cSettings: c + [.unsafeFlags(["-O3"])]),
    // Matrix products and factorizations, by BLAS and LAPACK.
    .target(
      name: "CLAPACK", cSettings: c,
      linkerSettings: statically(["openblas", "gfortran"] + quadmath) + [
        // OpenBLAS's threads are started when they are used, and where there is memory for them.
        .unsafeFlags(["-Xlinker", "--wrap=blas_thread_init"])
      ]),
    .target(
      name: "LinearAlgebra", dependencies: ["CLAPACK", "Mathematics", "Memory", "Words"],
      swiftSettings: swift),
    // The mathematics: methods, fans, gains, laws, the generator and exact sampling.
    .target(
      name: "Initializers",
      dependencies: ["CKernels", "Expressions", "LinearAlgebra", "Mathematics", "Memory", "Words"],
      swiftSettings: swift),
    // What a sample says: moments, standard errors, tests, bins.
    .target(
      name: "Statistics", dependencies: ["CKernels", "Mathematics", "Words"],
      swiftSettings: swift),
    // What theory says of depth: activations, length maps, gains, bands of finite width.
    .target(
      name: "MeanField", dependencies: ["Expressions", "Mathematics", "Words"],
      swiftSettings: swift),
    // A screen as a value: cells, roles, themes, keys; as text, ANSI, SVG and PNG.
    .target(name: "Screen", dependencies: ["Mathematics", "Resources"], swiftSettings: swift),
    // Pictures of numbers, drawn into frames.
    .target(
      name: "Plots", dependencies: ["Mathematics", "Screen", "Statistics", "Words"],
      swiftSettings: swift),
    // Work on a thread of its own, the newest request first.
    .target(name: "Background", dependencies: ["Memory", "Words"], swiftSettings: swift),
    // A scene's numbers: its weights drawn and measured against its law.
    .target(
      name: "Measurements",
      dependencies: [
        "Background", "CKernels", "Initializers", "LinearAlgebra", "Mathematics", "Memory",
        "Statistics", "Words",
      ],
      swiftSettings: swift),
    // A tensor as a matrix: its picture, its singular values and their law.
    .target(
      name: "Spectra",
      dependencies: [
        "Background", "Initializers", "LinearAlgebra", "Mathematics", "Memory", "Words",
      ],
      swiftSettings: swift),
    // Networks of a tensor's layers, and the signals sent through them, forward and backward.
    .target(
      name: "Networks",
      dependencies: [
        "Background", "CKernels", "Expressions", "Initializers", "LinearAlgebra",
        "Mathematics", "MeanField", "Memory", "Words",
      ],
      swiftSettings: swift),
    // Files of weights: formats, tensors and models drawn into them, or measured, and tensors read.
    .target(
      name: "WeightFiles",
      dependencies: [
        "Background", "Expressions", "Initializers", "Mathematics", "Measurements", "Memory",
        "Words",
      ],
      swiftSettings: swift),
    // The seed that a tensor was drawn with and its place in the stream, found in its numbers.
    .target(
      name: "Births",
      dependencies: [
        "Background", "CKernels", "Initializers", "Mathematics", "Measurements", "Memory", "Words",
      ],
      swiftSettings: swift),
    // Every number that the program can name, with what it is called and what it means.
    .target(
      name: "Readings",
      dependencies: [
        "Births", "Initializers", "MeanField", "Measurements", "Networks", "Spectra", "Statistics",
        "Words",
      ],
      swiftSettings: swift),
    // Which law a tensor of a file may have been drawn by, and by what.
    .target(
      name: "Attribution",
      dependencies: [
        "Background", "Births", "Initializers", "LinearAlgebra", "Mathematics", "Measurements",
        "Statistics", "WeightFiles", "Words",
      ],
      swiftSettings: swift),
    // One scene, one line: the grammar.
    .target(
      name: "Scenes",
      dependencies: [
        "Expressions", "Initializers", "Networks", "Statistics", "WeightFiles", "Words",
        argumentParser,
      ],
      swiftSettings: swift),
    // Lectures: steps of prose, scenes, questions and claims, read from a file.
    .target(
      name: "Lectures", dependencies: ["Expressions", "Readings", "Scenes", "Words"],
      swiftSettings: swift),
    // The explorer as pure functions: update and view.
    .target(
      name: "Explorer",
      dependencies: [
        "Attribution", "Background", "Births", "Expressions", "Initializers", "Lectures",
        "LinearAlgebra", "Mathematics", "MeanField", "Measurements", "Networks", "Plots",
        "Readings", "Resources", "Scenes", "Screen", "Spectra", "Statistics", "WeightFiles",
        "Words",
      ],
      swiftSettings: swift),
    // The real terminal; curses stays here.
    .target(
      name: "CTerminal", cSettings: c, linkerSettings: statically(["ncursesw", "tinfo"])),
    .target(
      name: "Terminal", dependencies: ["CTerminal", "Screen", "Words"], swiftSettings: swift),
    // What programs of one user tell each other on one machine.
    .target(name: "Sockets", dependencies: ["Words"], swiftSettings: swift),
    // The command line; files being written are removed should a signal end the program.
    .target(name: "COutput", cSettings: c),
    .target(
      name: "Commands",
      dependencies: [
        "Attribution", "Background", "Births", "COutput", "Explorer", "Expressions", "Initializers",
        "Mathematics", "Lectures", "MeanField", "Memory",
        "Measurements", "Networks", "Readings", "Resources", "Scenes", "Screen", "Sockets",
        "Statistics", "Terminal", "WeightFiles", "Words", argumentParser,
      ],
      swiftSettings: swift),
    .executableTarget(name: "initscope", dependencies: ["Commands"], swiftSettings: swift),

    // What several test targets need: a digest, seeded random numbers.
    .target(
      name: "TestSupport", dependencies: ["MeanField"], path: "Tests/TestSupport",
      swiftSettings: swift),
    // Real pseudo-terminals for end-to-end tests.
    .target(
      name: "PseudoTerminals", dependencies: ["Screen"], path: "Tests/PseudoTerminals",
      swiftSettings: swift),
    // What reads from outside, and what must hold of it, for two ways of fuzzing.
    .target(
      name: "Fuzzing",
      dependencies: [
        "Expressions", "Initializers", "Lectures", "Scenes", "Screen", "Terminal", "TestSupport",
        "WeightFiles", "Words",
      ],
      path: "Tests/Fuzzing",
      resources: [
        "tiny.safetensors", "tiny.npy", "fortran.npy", "tiny.npz", "deflated.npz", "tiny.pt",
        "protocol2.pkl", "protocol5.pkl",
      ].map { .embedInCode("Examples/\($0)") },
      swiftSettings: swift),
    .testTarget(
      name: "FuzzingTests", dependencies: ["Fuzzing", "TestSupport"], swiftSettings: swift),
    .testTarget(
      name: "ExpressionsTests", dependencies: ["Expressions", "TestSupport"],
      resources: [.copy("Fixtures")], swiftSettings: swift),
    .testTarget(
      name: "InitializersTests", dependencies: ["Initializers", "TestSupport", "Words"],
      resources: [.copy("Fixtures")], swiftSettings: swift),
    .testTarget(
      name: "ScenesTests",
      dependencies: [
        "Initializers", "MeanField", "Networks", "Scenes", "Statistics", "TestSupport",
        "WeightFiles", "Words", argumentParser,
      ],
      swiftSettings: swift),
    .testTarget(
      name: "AttributionTests",
      dependencies: [
        "Attribution", "Births", "Initializers", "Statistics", "TestSupport", "WeightFiles",
        "Words",
      ],
      resources: [.copy("Fixtures")], swiftSettings: swift),
    .testTarget(
      name: "BirthsTests",
      dependencies: ["Births", "CKernels", "Initializers", "TestSupport", "Words"],
      resources: [.copy("Fixtures")], swiftSettings: swift),
    .testTarget(
      name: "MeasurementsTests",
      dependencies: [
        "Background", "Initializers", "Measurements", "Scenes", "Statistics", "Words",
      ],
      swiftSettings: swift),
    // Who imports whom.
    .testTarget(name: "ArchitectureTests", swiftSettings: swift),
    .testTarget(name: "WordsTests", dependencies: ["Screen", "Words"], swiftSettings: swift),
    .testTarget(
      name: "MathematicsTests", dependencies: ["Mathematics", "TestSupport"], swiftSettings: swift),
    .testTarget(
      name: "BackgroundTests", dependencies: ["Background", "Words"], swiftSettings: swift),
    .testTarget(
      name: "SpectraTests",
      dependencies: [
        "Background", "Initializers", "LinearAlgebra", "Scenes", "Spectra", "TestSupport", "Words",
      ],
      swiftSettings: swift),
    // Stages timed, for itself and beside PyTorch.
    .executableTarget(
      name: "Benchmark",
      dependencies: [
        "CKernels", "Explorer", "Initializers", "Measurements", "Scenes", "Screen", "Statistics",
      ],
      path: "Tests/Benchmarks",
      exclude: ["compare.py", "count-instructions.py", "instructions.txt"],
      swiftSettings: swift),
    .testTarget(
      name: "StatisticsTests", dependencies: ["CKernels", "Statistics", "TestSupport", "Words"],
      swiftSettings: swift),
    .testTarget(
      name: "MeanFieldTests", dependencies: ["MeanField", "TestSupport", "Words"],
      swiftSettings: swift),
    .testTarget(
      name: "PlotsTests", dependencies: ["Plots", "Screen", "TestSupport", "Words"],
      exclude: ["Snapshots"],
      swiftSettings: swift),
    .testTarget(
      name: "NetworksTests",
      dependencies: [
        "Background", "Initializers", "LinearAlgebra", "MeanField", "Networks", "Scenes",
        "TestSupport", "Words",
      ],
      swiftSettings: swift),
    .testTarget(
      name: "ExplorerTests",
      dependencies: [
        "Attribution", "Background", "Births", "Explorer", "Initializers", "Lectures", "MeanField",
        "Measurements", "Networks", "Plots", "Readings", "Scenes", "Screen", "Spectra",
        "Statistics", "TestSupport", "WeightFiles", "Words",
      ],
      exclude: ["Snapshots"], swiftSettings: swift),
    .testTarget(
      name: "ReadingsTests",
      dependencies: [
        "Commands", "Explorer", "Initializers", "MeanField", "Measurements", "Networks", "Readings",
        "Scenes", "Screen", "Spectra", "Words",
      ],
      swiftSettings: swift),
    .testTarget(
      name: "LecturesTests",
      dependencies: ["Expressions", "Lectures", "Resources", "Scenes", "Words"],
      swiftSettings: swift),
    // Printed equations, read as mathematics.
    .testTarget(
      name: "EquationTests",
      dependencies: [
        "Commands", "Explorer", "Initializers", "Measurements", "Networks", "Scenes", "Screen",
        "Spectra", "TestSupport", "Words",
      ],
      swiftSettings: swift),
    .testTarget(
      name: "WeightFilesTests",
      dependencies: [
        "Commands", "Initializers", "Measurements", "PseudoTerminals", "Scenes", "Statistics",
        "TestSupport", "WeightFiles", "Words", "initscope", argumentParser,
      ],
      resources: [.copy("Fixtures")], swiftSettings: swift),
    .testTarget(name: "ScreenTests", dependencies: ["Screen"], swiftSettings: swift),
    // A program that shows what a terminal gives it.
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Background", "Screen", "Terminal"],
      path: "Tests/TerminalProbe",
      swiftSettings: swift),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["PseudoTerminals", "Screen", "Terminal", "TerminalProbe"],
      swiftSettings: swift),
    .testTarget(name: "SocketsTests", dependencies: ["Sockets", "Words"], swiftSettings: swift),
    // The program itself, through pipes and in pseudo-terminals.
    .testTarget(
      name: "EndToEndTests", dependencies: ["PseudoTerminals", "TestSupport", "initscope"],
      swiftSettings: swift),
  ]
)

// Its run script instruments everything for it.
if Context.environment["COVERAGE_FUZZER"] != nil {
  package.targets.append(
    .executableTarget(
      name: "CoverageFuzzer", dependencies: ["Fuzzing"], path: "Tests/CoverageFuzzer",
      exclude: ["run"], swiftSettings: swift))
}
