import Scenes
import Screen
import TestSupport

@testable import Explorer

/// The files of recorded frames: whole screens of one scene, and every panel of many.
enum Golden: String, CaseIterable, Sendable {
  case smallScreen = "screen-60x18"
  case standardScreen = "screen-80x24"
  case mediumScreen = "screen-100x30"
  case largeScreen = "screen-160x50"
  case layout
  case header, footer, methods, form, strip, differences, refusal
  case keys, copy, prompt
  case histogram, residuals, density, ecdf, qq, tails, formula, numbers
  case verdict, signal, gradients, activations
  case weightGradients = "weight-gradients"
  case theory
  case signalNumbers = "signal-numbers"
  case weights
  case pinnedWeights = "weights-pinned"
  case spectrum
  case spectrumEquations = "spectrum-equations"
  case matrixNumbers = "matrix-numbers"
  case layerTable = "layer-table"
  case layerNotes = "layer-notes"
  case layerNumbers = "layer-numbers"
  case layerGains = "layer-gains"
  case tensorTable = "tensor-table"
  case tensorDetail = "tensor-detail"

  /// The first line of the file.
  var title: String {
    switch self {
    case .smallScreen, .standardScreen, .mediumScreen, .largeScreen: "The whole screen."
    case .layout: "Where the panels lie: column,row of the upper-left cell, then columns x rows."
    case .header: "The top bar: the views and the scene in short."
    case .footer: "The bottom bar: the keys that matter now, or what is under the crosshair."
    case .methods: "The list of methods."
    case .form: "The form of parameters."
    case .strip: "The line that stands for methods and form on a small screen."
    case .differences: "The line that says what A and B have in common."
    case .refusal: "What stands in the pictures' place when PyTorch refuses the scene."
    case .keys: "The table of keys."
    case .copy: "The command and the framework's code, to copy."
    case .prompt: "The last three rows while something is typed."
    case .histogram: "The histogram of the distribution view."
    case .residuals: "The strip of residuals under the histogram, with the test's result."
    case .density: "The panel of the density."
    case .ecdf: "The panel of the ECDF minus the law."
    case .qq: "The panel of the quantiles minus the law's."
    case .tails: "The panel of the tails."
    case .formula: "The method's formula, source and code."
    case .numbers: "The numbers of the distribution view."
    case .verdict: "The propagation view's verdict in words."
    case .signal: "The signal by layer; on a small screen the gradients too."
    case .gradients: "The gradients by layer."
    case .activations: "The activations' distribution by layer."
    case .weightGradients: "The gradients of the weights by layer."
    case .theory: "The equations of the signal's theory."
    case .signalNumbers: "The numbers of the propagation view."
    case .weights: "The weights as a picture."
    case .pinnedWeights: "The pinned weights as a picture."
    case .spectrum: "The singular values."
    case .spectrumEquations: "The equations of the spectrum's theory."
    case .matrixNumbers: "The numbers of the matrix view."
    case .layerTable: "A layer's tensors, framework by framework."
    case .layerNotes: "Why frameworks part, and the code that gives one another's law."
    case .layerGains: "A layer's gains as bars."
    case .layerNumbers: "The numbers of the chosen tensor of a layer."
    case .tensorTable: "The tensors of open files."
    case .tensorDetail: "What is known of the chosen tensor of a file."
    }
  }

  /// How the first row of the panel may begin where it has a heading.
  var headings: [String] {
    switch self {
    case .methods: ["Method ", "Layer "]
    case .form: ["Parameters "]
    case .refusal: ["Refused "]
    case .histogram: ["Histogram "]
    case .density: ["Density "]
    case .ecdf: ["ECDF − law "]
    case .qq: ["QQ − law "]
    case .tails: ["Tails "]
    case .formula: ["Formula "]
    case .numbers: ["Numbers ", "Nonzero ", "Theory · sample · z "]
    case .verdict: ["Verdict ", " signal "]
    case .signal: ["Forward q ", "Signal through depth "]
    case .gradients: ["Backward "]
    case .activations: ["Activations "]
    case .weightGradients: ["Weight gradients "]
    case .theory: ["Theory "]
    case .signalNumbers: ["Numbers ", "Theory · network "]
    case .weights: ["Weights ", "B "]
    case .pinnedWeights: ["A "]
    case .spectrum: ["Singular values "]
    case .spectrumEquations: ["Spectrum "]
    case .matrixNumbers: ["Numbers ", "Theory · matrix "]
    case .layerTable: ["Tensors "]
    case .layerGains: ["Gain "]
    case .layerNotes: ["Why they part "]
    case .layerNumbers: ["Numbers "]
    case .tensorTable: ["Tensors "]
    case .tensorDetail: ["drawn.weight "]
    default: []
    }
  }
}

extension Model {
  /// The panels of a frame and their places: the one list of where the view draws what.
  func panels(of frame: Frame) -> [(golden: Golden, region: Region)] {
    guard let layout else { return [] }
    var panels: [(Golden, Region?)] = [
      (.header, layout.header), (.methods, layout.methods), (.form, layout.form),
      (.strip, layout.strip), (.differences, layout.comparison),
    ]
    // A network that no signal can be sent through is refused too.
    if refusal != nil || frame.cut(layout.main.top(1)).text.contains("Refused ") {
      panels += [(.refusal, layout.main)]
    } else {
      switch scene.view {
      case .distribution:
        let arrangement = DistributionArrangement(layout, panel: scene.panel)
        panels += [
          (.histogram, arrangement.histogram), (.residuals, arrangement.residuals),
          (.formula, arrangement.formula), (.numbers, layout.numbers),
        ]
        panels += arrangement.panels.map { (Golden($0.panel), $0.region) }
      case .propagation:
        let arrangement = PropagationArrangement(
          layout, lines: frame.verdictLines(in: layout))
        panels += [
          (.verdict, arrangement.verdict), (.signal, arrangement.forward),
          (.gradients, arrangement.backward), (.activations, arrangement.values),
          (.weightGradients, arrangement.weightGradients), (.theory, arrangement.formula),
          (.signalNumbers, layout.numbers),
        ]
      case .matrix:
        let arrangement = MatrixArrangement(layout, isComparing: scene.pinned != nil)
        panels += [
          (.pinnedWeights, arrangement.pinnedMap), (.weights, arrangement.map),
          (.spectrum, arrangement.spectrum), (.spectrumEquations, arrangement.formula),
          (.matrixNumbers, layout.numbers),
        ]
      case .layers:
        let arrangement = LayersPicture(self, in: layout).arrangement
        panels += [
          (.layerTable, arrangement.table), (.layerNotes, arrangement.notes),
          (.layerNumbers, layout.numbers), (.layerGains, arrangement.gains),
          (.formula, arrangement.formula),
        ]
      case .tensors:
        panels += [(.tensorTable, layout.main), (.tensorDetail, layout.numbers)]
      }
    }
    return (panels + [(.footer, layout.footer)]).compactMap { golden, region in
      region.flatMap { $0.rows > 0 ? (golden, $0) : nil }
    }
  }
}

extension Golden {
  fileprivate init(_ panel: PanelChoice) {
    self =
      switch panel {
      case .histogram: .histogram
      case .density: .density
      case .ecdf: .ecdf
      case .qq: .qq
      case .tails: .tails
      }
  }
}

extension Frame {
  /// A part of the frame.
  func cut(_ region: Region) -> Frame {
    var part = Frame(size: region.size)
    part.draw(self, column: -region.column, row: -region.row)
    return part
  }

  /// The rows of the propagation view's verdict under its heading or above the numbers: bright ones,
  /// A's, and those that say why.
  fileprivate func verdictLines(in layout: Layout) -> Int {
    let rows =
      layout.stage == .small
      ? Array(stride(from: layout.numbers.row - 1, to: layout.main.row, by: -1))
      : Array(layout.main.row + 1..<layout.main.endRow)
    let styles = [Style(.bright, on: .text, .bold), Style(.pinned), Style(.dim)]
    let lines = rows.prefix { styles.contains(self[layout.main.column, $0].style) }
    return max(2, lines.count)
  }
}
