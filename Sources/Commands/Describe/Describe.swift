internal import ArgumentParser
private import Clamping
internal import Initializers
internal import Measurements
internal import Scenes

struct Describe: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print fans, gain, law, theory and sample statistics, formula and PyTorch call.",
    discussion: """
      In the JSON every name has one meaning. law, theory and sample are of all weights, those that \
      are not finite being counted in not_finite and left out; std divides by n - 1 as torch.std \
      does, rms is the root of the mean square. z, ks and chi_square test the weights that \
      sample.tested names: all, or of a sparse tensor the nonzero ones, against the law they are \
      drawn from; where there is no test, sample.tested.obstacle says why. z is in standard errors; \
      theory.min and theory.max are medians of the extremes of that many draws; chi_square uses \
      Freedman and Diaconis's bins, pooled to expect 5 or more, and worst_residual is \
      (observed - np)/sqrt(np(1 - p)). structure lists exact promises: holds, fails, not checked. \
      Numbers that are not finite are "inf", "-inf" and "nan"; null stands for what does not exist. \
      seed is the generator's, from 0 to 2^64 - 1: -1 is 18446744073709551615.
      """)

  @OptionGroup var scene: TensorSceneArguments

  @Flag(help: "Print JSON.") var json = false

  mutating func run() throws {
    let measurement = try Self.measure(scene.checkedScene(for: .tensor("describe")).tensor)
    let text =
      json
      ? try JSONText.encode(Description(measurement)) : DescriptionText(measurement).text
    try OutputFile.write(text, to: "-")
  }

  // Block by block, so that long work shows how far it is.
  private static func measure(_ tensor: Tensor) throws -> Measurement {
    var run = try MeasurementRun(tensor)
    let total = run.recipe.shape.count
    var bar = ProgressBar(total: total)
    defer { bar.clear() }
    while !run.isFinished {
      try run.advance()
      bar.advance(to: Int(clamping: run.progress * Double(total)))
    }
    return run.snapshot()
  }
}
