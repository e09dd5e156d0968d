internal import WeightFiles

/// Weights that are set to one number when they are made, as their names tell.
struct ConstantStart: Sendable {
  /// What a module or a parameter is called.
  let name: String
  /// The number.
  let value: Double

  static let all = [
    // Hu et al. 2021, arXiv:2106.09685, section 4.1: B = 0; an embedding's zeros are A's in loralib and PEFT.
    ConstantStart(name: "lora_B", value: 0),
    ConstantStart(name: "lora_embedding_A", value: 0),
    // B in files of LoRA for Stable Diffusion.
    ConstantStart(name: "lora_up", value: 0),
    // Zhang et al. 2023, arXiv:2303.10512: the singular values of AdaLoRA.
    ConstantStart(name: "lora_E", value: 0),
    // Liu et al. 2022, arXiv:2205.05638: (IA)³ scales, which PEFT keeps as matrices of one row or column.
    ConstantStart(name: "ia3_l", value: 1),
    // Zhang et al. 2023, arXiv:2302.05543: ControlNet's zero convolutions, by its own names and diffusers'.
    ConstantStart(name: "zero_convs", value: 0),
    ConstantStart(name: "controlnet_down_blocks", value: 0),
    ConstantStart(name: "controlnet_mid_block", value: 0),
    // Peebles and Xie 2022, arXiv:2212.09748: adaLN-Zero.
    ConstantStart(name: "adaLN_modulation", value: 0),
  ]

  /// Whether a tensor of this name and this number is such a one: `blocks.0.fc.lora_B.default.weight`.
  func holds(_ tensor: String, _ constant: Double) -> Bool {
    constant == value && tensor.split { "./".contains($0) }.contains { $0 == name }
  }
}

extension FileSurvey.Row {
  /// Whether all its weights are one number that they should not be, since they would all learn the same.
  ///
  /// A bias, a scale or a running mean may be constant.
  package var isConstantWeight: Bool {
    guard case .constant(let value)? = verdict, entry.shape.count > 1, entry.count > 1 else {
      return false
    }
    return !ConstantStart.all.contains { $0.holds(entry.name, value) }
  }
}
