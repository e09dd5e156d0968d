import Initializers
import MeanField
import Networks
import Scenes
import Screen
import Testing
import Words

@testable import Explorer

@Suite("Text typed in a field")
struct FieldTests {
  private func typed(_ text: String, in field: Field, of line: String) throws -> Model {
    var model = Model(scene: try Scene(parsing: line)).pressing(.tab)
    while model.field != field {
      let before = model.field
      model.update(.key(.down))
      try #require(model.field != before)
    }
    return model.pressing(.enter).typing(text).pressing(.enter)
  }

  @Test(
    "sets that field and nothing else",
    arguments: [
      (Field.shape, "(64, 32)", "normal --shape 64,32 --seed 0"),
      (.seed, "0x2a", "normal --shape 256,128 --seed 42"),
      (.parameter(.std), "1/√fan_in", "normal --shape 256,128 --std '1/sqrt(fan_in)' --seed 0"),
      (.fanIn, "2*32", "normal --shape 256,64 --seed 0"),
      (.fanOut, "0x10", "normal --shape 16,128 --seed 0"),
    ])
  func tensor(_ field: Field, _ text: String, _ line: String) throws {
    let model = try typed(text, in: field, of: "normal")
    #expect(model.entry == nil && model.scene.line == line)
  }

  @Test(
    "sets one choice of the network",
    arguments: [
      (NetworkField.depth, "2*5", "--depth 10"), (.width, "2^6", "--width 64"),
      (.activation, "leaky_relu:sqrt(5)", "--activation leaky_relu:2.23606797749979"),
      (.batch, "8", "--batch 8"), (.input, "uniform", "--input uniform"), (.bias, "true", "--bias"),
      (.bias, "1", "--bias"), (.bias, "on", "--bias"),
    ])
  func network(_ field: NetworkField, _ text: String, _ words: String) throws {
    let line = "normal --shape 256,128 --seed 0 --view propagation"
    let model = try typed(text, in: .network(field), of: line)
    #expect(model.entry == nil && model.scene.line == "\(line) \(words)")
  }

  @Test(
    "is refused in that field's words",
    arguments: [
      (Field.network(.depth), "10\" --seed 5 --shape \"3,3", "--depth takes a whole number from 1"),
      (.network(.activation), "relu\" --bias \"", "Unsupported activation 'relu\" --bias \"'"),
      (.network(.input), "uniform --seed 3", "--input accepts gaussian or uniform, not 'uniform "),
      (.network(.bias), "maybe", "bias takes yes or no, not 'maybe'"),
      (.parameter(.std), "1 --seed 3", "--std takes a number or an expression"),
      (.seed, "1 --shape 3,3", "--seed takes a whole number from -2^63"),
    ])
  func refusals(_ field: Field, _ text: String, _ complaint: String) throws {
    let line = "normal --shape 256,128 --seed 0 --view propagation"
    let model = try typed(text, in: field, of: line)
    #expect(model.scene.line == line)
    #expect(
      model.entry?.complaint?.english.hasPrefix(complaint) == true,
      "\(model.entry?.complaint?.english ?? "")")
  }

  @Test("an emptied bias is neither yes nor no")
  func emptied() throws {
    var model = Model(scene: try Scene(parsing: "normal --view propagation --bias")).pressing(.tab)
    model.field = .network(.bias)
    model = model.pressing(.enter, .delete, .control("u"), .enter)
    #expect(model.entry?.complaint?.english == "bias takes yes or no, not ''")
    #expect(model.scene.network.hasBias)
  }

  @Test(
    "a fan's error speaks of the fan",
    arguments: [
      (
        Field.fanIn, "100",
        "fan_in takes a whole number from 0 up, a multiple of the kernel's 9, not '100'"
      ),
      (
        .fanOut, "x",
        "fan_out takes a whole number from 0 up, a multiple of the kernel's 9, not 'x'"
      ),
      (
        .fanIn, "-9",
        "fan_in takes a whole number from 0 up, a multiple of the kernel's 9, not '-9'"
      ),
      (
        .fanIn, "2**63",
        "fan_in takes a whole number from 0 up, a multiple of the kernel's 9, not '2**63'"
      ),
    ])
  func fans(_ field: Field, _ text: String, _ complaint: String) throws {
    let model = try typed(text, in: field, of: "kaiming_normal --shape 64,3,3,3")
    #expect(model.entry?.complaint?.english == complaint)
    #expect(model.scene.shape.extents == [64, 3, 3, 3])
  }

  @Test("an expression of the fans follows the shape")
  func following() throws {
    var model = Model(scene: try Scene(parsing: "normal --std 1/sqrt(fan_in) --shape 64,64"))
    #expect(model.scene.initializer[.std].number == 0.125)
    model = model.pressing(.character("-"), .character("-"))
    #expect(model.scene.shape.extents == [16, 16] && model.scene.initializer[.std].number == 0.25)
    #expect(model.text().contains("1/sqrt(fan_in)"))
  }

  @Test("a name that means something else elsewhere is remarked upon")
  func note() throws {
    let model = Model().pressing(.character(":")).typing("he_normal").pressing(.enter)
    #expect(model.scene.initializer.method == .kaimingNormal)
    #expect(model.notice?.sentence.hasPrefix("he_normal is cut at two standard dev") == true)
    #expect(model.text().contains("he_normal is cut"))
    #expect(model.pressing(.escape).notice == nil)
    #expect(Model(note: .verbatim("Hello.")).notice?.sentence == "Hello.")
  }

  @Test("a value that is selected goes as a whole", arguments: [Key.backspace, .delete])
  func selected(key: Key) {
    let typing = Model().pressing(.tab, .enter)
    #expect(typing.entry?.isSelected == true && typing.entry?.text == "256,128")
    #expect(typing.pressing(key).entry?.text == "")
    #expect(typing.pressing(.left, key).entry?.text.isEmpty == false)
  }

  @Test("groups that no shape has can be left")
  func groups() throws {
    for groups in ["9223372036854775807", "-9223372036854775808", "-3", "5"] {
      var model = Model(scene: try Scene(parsing: "dirac --shape 0,4,3 --groups \(groups)"))
      model = model.pressing(.tab, .down, .right, .left)
      // On a shape with elements, reached through another method.
      model = model.pressing(.tab, .down).pressing(.character(":")).typing("--shape 8,4,3")
        .pressing(.enter, .up, .tab)
      model.field = .parameter(.groups)
      for key in [Key.right, .left, .left, .right] { model.update(.key(key)) }
      #expect(!model.text().isEmpty)
    }
  }
}
