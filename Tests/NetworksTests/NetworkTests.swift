import Initializers
import MeanField
import Networks
import Scenes
import Testing

@Suite("Networks")
struct NetworkTests {
  @Test("A scene suggests an activation")
  func activationIsSuggested() throws {
    for (line, name) in [
      ("xavier_uniform", "relu"), ("orthogonal", "relu"), ("kaiming_normal", "relu"),
      ("kaiming_normal --nonlinearity tanh", "tanh"), ("kaiming_uniform --a 0.2", "leaky_relu:0.2"),
      ("kaiming_uniform --a sqrt(5)", "relu"), ("kaiming_normal --nonlinearity linear", "linear"),
      ("kaiming_normal --nonlinearity conv2d", "linear"),
      ("kaiming_normal --nonlinearity selu", "selu"),
    ] {
      let tensor = try Tensor(parsing: line)
      #expect(Network.standardActivation(for: tensor.initializer).description == name, "\(line)")
    }
  }

  @Test("A scene suggests a width")
  func widthIsSuggested() throws {
    for (shape, width) in [
      ("256,128", 256), ("scalar", 1), ("0,5", 1), ("5000,2", 4096), ("64,3,7,7", 64),
    ] {
      let tensor = try Tensor(parsing: "normal --shape \(shape)")
      #expect(Network.standardWidth(for: tensor) == width)
    }
  }

  @Test("The variance of a bias is that of nn.Linear's")
  func biasVarianceIsLinears() throws {
    #expect(try Network(depth: 1, width: 256, activation: .relu).biasVariance == 0)
    let network = try Network(depth: 1, width: 256, activation: .relu, hasBias: true)
    #expect(network.biasVariance == 1.0 / 768)
    let recipe = try Recipe(
      Tensor(parsing: "kaiming_uniform --a sqrt(5)").initializer, shape: Shape([256, 256]))
    // q* = 0.4/n.
    let map = network.lengthMap(recipe)
    #expect(abs(map.next(0.0015625) - 0.0015625) < 1e-12)
  }

  @Test("Limits are those of the machine, not of a step")
  func limitsHold() throws {
    #expect(try Network(depth: 50, width: 1024, activation: .relu).isComputable)
    #expect(try !Network(depth: 1000, width: 4096, activation: .relu).isComputable)
    #expect(try Network(depth: 1000, width: 4096, activation: .relu, batch: 4096).work > 0)
  }
}
