import Initializers
import Scenes
import Testing

/// The PyTorch code that makes a scene's tensor.
@Suite struct `A scene is PyTorch code` {
  @Test(arguments: [
    (
      "xavier_uniform",
      ["torch.manual_seed(0)", "w = torch.empty(256, 128)", "nn.init.xavier_uniform_(w)"]
    ),
    (
      "kaiming_uniform --shape 64x3x7x7 --a sqrt(5) --seed 7",
      [
        "import math", "torch.manual_seed(7)", "w = torch.empty(64, 3, 7, 7)",
        "nn.init.kaiming_uniform_(w, a=math.sqrt(5))",
      ]
    ),
    (
      "xavier_normal --gain leaky_relu:0.2",
      [
        "torch.manual_seed(0)", "w = torch.empty(256, 128)",
        "nn.init.xavier_normal_(w, gain=nn.init.calculate_gain('leaky_relu', 0.2))",
      ]
    ),
    (
      "he_normal --nonlinearity relu --mode fan_out --shape 8,4",
      [
        "torch.manual_seed(0)", "w = torch.empty(8, 4)",
        "nn.init.kaiming_normal_(w, mode='fan_out', nonlinearity='relu')",
      ]
    ),
    (
      "normal --mean -1/sqrt(2) --std 1e-3 --shape 5",
      [
        "import math", "torch.manual_seed(0)", "w = torch.empty(5)",
        "nn.init.normal_(w, mean=-1/math.sqrt(2), std=0.001)",
      ]
    ),
    (
      "normal --std √(2/fan_in) --shape 64,32",
      [
        "import math", "torch.manual_seed(0)", "w = torch.empty(64, 32)",
        "nn.init.normal_(w, std=math.sqrt(2/32))",
      ]
    ),
    (
      "normal --mean nan --shape scalar",
      ["torch.manual_seed(0)", "w = torch.empty(())", "nn.init.normal_(w, mean=float('nan'))"]
    ),
    (
      "normal --seed -1 --shape 2",
      ["torch.manual_seed(18446744073709551615)", "w = torch.empty(2)", "nn.init.normal_(w)"]
    ),
  ])
  func `statement by statement`(line: String, python: [String]) throws {
    #expect(try Tensor(parsing: line).python == python)
  }
}
