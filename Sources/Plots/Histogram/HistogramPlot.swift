package import Screen

/// A histogram in density with the law's curve over it.
///
/// The bars, the curve, the markers, the ticks and the selected bin share one `BinGeometry`; a
/// `ResidualStrip` of the same bins drawn beneath, as wide, lines up with it.
package struct HistogramPlot: Sendable {
  /// The sample's counts.
  package var bins: Bins
  /// The law's counts in each bin; drawn as steps where there is no `law`.
  package var expected: [Double]
  /// The law's density.
  package var law: Curve?
  /// The values that many of the sample's are equal to; its bins leave them out.
  package var atoms: [Atom]
  /// The values to mark; the first has the first claim on the marker row.
  package var markers: [Marker]
  /// The bin under the crosshair.
  package var selected: Int?
  /// What the vertical axis measures.
  package var caption: String
  /// What it measures where all of the sample is at its atoms.
  package var shareCaption = "share"
  /// The pinned scene of a comparison, drawn as a dashed outline.
  package var pinned: PinnedSample?
  /// A law that lingers for a moment, drawn where nothing else is.
  package var ghost: GhostLine?
  /// The greatest density that the vertical axis is chosen for; nil for an axis that covers all.
  ///
  /// What is taller is clipped and marked in the top row.
  package var limit: Double?

  /// Makes a histogram.
  package init(
    bins: Bins, expected: [Double] = [], law: Curve? = nil, markers: [Marker] = [],
    selected: Int? = nil, caption: String = "dens.", pinned: PinnedSample? = nil,
    limit: Double? = nil, atoms: [Atom] = []
  ) {
    self.bins = bins
    self.expected = expected
    self.law = law
    self.markers = markers
    self.selected = selected
    self.caption = caption
    self.pinned = pinned
    self.limit = limit
    self.atoms = atoms
  }

  /// The plot as a frame of exactly that size.
  package func frame(size: Size, glyphs: GlyphSet) -> Frame {
    let geometry = BinGeometry(bins: bins, columns: size.columns)
    let layout = layout(geometry, rows: PlotRows(rows: size.rows), glyphs: glyphs)
    var frame = Frame(size: size)
    if layout.rows.count > 0 && geometry.plotColumns > 0 {
      drawAxes(layout, in: &frame)
      drawData(layout, in: &frame)
      drawAtoms(layout, in: &frame)
      drawClipped(layout, in: &frame)
      // Dotted lines of markers pass around the legend.
      let hasLegend = drawLegend(layout, inData: true, in: &frame)
      drawMarkers(layout, in: &frame)
      if !hasLegend { drawLegend(layout, inData: false, in: &frame) }
    }
    return frame
  }

  /// What all parts of the drawing agree on.
  struct Layout {
    var geometry: BinGeometry
    var rows: PlotRows
    var glyphs: GlyphSet
    /// The bins drawn, merged where they outnumber the columns.
    var bins: Bins
    /// The pinned sample's own bins.
    var pinned: Bins?
    var trace: CurveTrace?
    /// The pinned sample's densities as steps.
    var outline: CurveTrace?
    /// What lingers.
    var ghost: CurveTrace?
    var ticks: RowTicks
    var heights: BarHeights
    var selected: Int?
  }

  private func layout(_ geometry: BinGeometry, rows: PlotRows, glyphs: GlyphSet) -> Layout {
    let drawn = bins.merged(by: geometry.binsPerColumn)
    let trace = (law ?? steps).map {
      CurveTrace($0, along: geometry.scale, resolution: DotResolution(of: glyphs))
    }
    // Bins as narrow as those drawn as one are merged like them.
    let pinned = (comparable?.bins).map {
      $0.edges == bins.edges ? $0.merged(by: geometry.binsPerColumn) : $0
    }
    let pinnedLaw = (comparable?.law).map {
      CurveTrace($0, along: geometry.scale, resolution: DotResolution(of: glyphs))
    }
    let densities = drawn.densities + (pinnedLaw.map { [$0.peak] } ?? pinned?.densities ?? [])
    let peak = hasOnlyAtoms ? greatestShare : densities.reduce(trace?.peak ?? 0) { max($0, $1) }
    let ticks = RowTicks(
      peak: limit.map { $0 > 0 ? min($0, peak) : peak } ?? peak, rows: rows.count,
      labelColumns: max(1, geometry.gutter - 1), in: glyphs)
    let outline =
      pinnedLaw
      ?? pinned.map { bins in
        let steps = bins.steps(ofCounts: bins.counts.map(Double.init))
        // What is clipped keeps its sides and runs along the top.
        return CurveTrace(
          Curve(discontinuities: steps.discontinuities) { min(steps.density($0), ticks.maximum) },
          along: geometry.scale, resolution: DotResolution(of: glyphs))
      }
    let maximum = ticks.maximum * Double(bins.total) * drawn.width
    return Layout(
      geometry: geometry, rows: rows, glyphs: glyphs, bins: drawn, pinned: pinned, trace: trace,
      outline: outline,
      ghost: ghost.map {
        CurveTrace($0.curve, along: geometry.scale, resolution: DotResolution(of: glyphs))
      }, ticks: ticks,
      heights: BarHeights(counts: drawn.counts, maximum: maximum, rows: rows.count),
      selected: selected.flatMap {
        bins.counts.indices.contains($0) ? $0 / geometry.binsPerColumn : nil
      })
  }

  /// The pinned sample if there is anything of it to draw.
  var comparable: PinnedSample? {
    pinned.flatMap { $0.bins.total > 0 || !$0.atoms.isEmpty ? $0 : nil }
  }

  /// The expected counts as steps.
  private var steps: Curve? {
    expected.count == bins.count && bins.total > 0 ? bins.steps(ofCounts: expected) : nil
  }
}

/// A value that many of a sample's values are equal to, drawn as a spike: a mass has no density.
package struct Atom: Hashable, Sendable {
  /// The value.
  package var position: Double
  /// The share of the sample that has it, from 0 to 1.
  package var share: Double
  /// Its label, such as "26 214 zeros".
  package var label: String

  /// Makes an atom.
  package init(_ position: Double, share: Double, label: String) {
    self.position = position
    self.share = share
    self.label = label
  }
}

/// A curve of the last picture, which fades.
package struct GhostLine: Sendable {
  /// The curve.
  package var curve: Curve
  /// Whether it is about to go, and drawn with gaps.
  package var isFading: Bool

  /// Makes a line.
  package init(_ curve: Curve, isFading: Bool) {
    (self.curve, self.isFading) = (curve, isFading)
  }
}

/// A value worth a label above a histogram: mean, standard deviation, bound.
package struct Marker: Hashable, Sendable {
  /// Where it is.
  package var position: Double
  /// Its label, such as "−σ".
  package var label: String
  /// Its label in ASCII, such as "-sd".
  package var asciiLabel: String
  /// Where the sample has it; marked on its own if that is more than a cell away.
  package var samplePosition: Double?

  /// Makes a marker.
  package init(
    _ position: Double, label: String, asciiLabel: String, samplePosition: Double? = nil
  ) {
    self.position = position
    self.label = label
    self.asciiLabel = asciiLabel
    self.samplePosition = samplePosition
  }

  package func text(in glyphs: GlyphSet) -> String { glyphs == .ascii ? asciiLabel : label }
}

/// The pinned scene A of a comparison.
package struct PinnedSample: Sendable {
  /// The counts of A in bins of its own: in another sample's they would have shoulders at the ends of
  /// its law, and the teeth of a comb where the bins are narrower.
  package var bins: Bins
  /// The values that many of A's are equal to.
  package var atoms: [Atom]
  /// The density of A's law, which is drawn in place of its bins.
  package var law: Curve?
  /// What the legend calls A.
  package var name: String
  /// What the legend calls B.
  package var presentName: String

  /// Makes a pinned sample.
  package init(
    bins: Bins, atoms: [Atom] = [], law: Curve? = nil, name: String = "A",
    presentName: String = "B"
  ) {
    self.bins = bins
    self.law = law
    self.atoms = atoms
    self.name = name
    self.presentName = presentName
  }
}
