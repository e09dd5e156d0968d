import Initializers
import MeanField
import Networks
import Scenes
import Testing
import Words

/// The fields of a network, set one by one.
@Suite struct `A network's field` {
  @Test(arguments: [
    (NetworkField.depth, "10"), (.depth, "2*5"), (.width, "2**6"), (.width, "0x40"),
    (.batch, "sqrt(16)"), (.activation, "leaky_relu:1/4"), (.activation, "swish"),
    (.input, "uniform"), (.bias, "yes"), (.bias, "TRUE"), (.bias, "on"), (.bias, "1"),
  ])
  func `takes its text and changes nothing else`(field: NetworkField, text: String) throws {
    var choice = NetworkChoice()
    try choice.set(field, to: text)
    var expected = NetworkChoice()
    switch field {
    case .depth: expected.depth = 10
    case .width: expected.width = 64
    case .batch: expected.batch = 4
    case .activation: expected.activation = text == "swish" ? .silu : .leakyRelu(slope: 0.25)
    case .input: expected.input = .uniform
    case .bias: expected.hasBias = true
    default: Issue.record("another field")
    }
    #expect(choice == expected)
  }

  @Test(arguments: ["no", "False", "off", "0", "n"])
  func `of a bias takes no`(text: String) throws {
    var choice = NetworkChoice()
    choice.hasBias = true
    try choice.set(.bias, to: text)
    #expect(!choice.hasBias)
  }

  @Test(arguments: [
    (
      NetworkField.depth, "10\" --seed 5 --shape \"3,3",
      "--depth takes a whole number from 1 to 1000, not '10\" --seed 5 --shape \"3,3'"
    ),
    (.depth, "1001", "--depth takes a whole number from 1 to 1000, not '1001'"),
    (.width, "", "--width takes a whole number from 1 to 4096, not ''"),
    (.batch, "2**63", "--batch takes a whole number from 1 to 4096, not '2**63'"),
    (.batch, "fan_in", "--batch takes a whole number from 1 to 4096, not 'fan_in'"),
    (.input, "uniform --seed 2", "--input accepts gaussian or uniform, not 'uniform --seed 2'"),
    (.bias, "", "bias takes yes or no, not ''"),
    (.bias, "maybe", "bias takes yes or no, not 'maybe'"),
    (.bias, "yess", "bias takes yes or no, not 'yess'"),
  ])
  func `or says what it takes`(field: NetworkField, text: String, sentence: String) {
    var choice = NetworkChoice()
    let error = #expect(throws: NetworkError.self) { try choice.set(field, to: text) }
    #expect(error?.description == sentence)
    #expect(choice == NetworkChoice())
  }
}
