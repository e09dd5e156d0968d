import Glibc
import Testing
import Words

@testable import WeightFiles

@Suite("A file that cannot be read")
struct ReadingSentenceTests {
  // What no small file can bring about.
  @Test("is refused in sentences that name what was found and what is accepted")
  func sentences() {
    for quantity in TensorFileError.Quantity.allCases {
      let error = TensorFileError(
        file: "x", .quantity(quantity, found: "123", accepted: "≤ 45"))
      #expect(error.description.hasSuffix(" is 123; accepted is ≤ 45"))
      #expect(Catalogue.simplifiedChinese(error.phrase).hasSuffix("是 123；可接受的是 ≤ 45"))
    }
    for (flaw, sentence) in [
      (.cannotRead(code: EIO), "cannot be read: Input/output error"),
      (
        .lacksMemory(bytes: 3 << 20),
        "3 MiB of memory are needed at once, more than the system gives"
      ),
    ] as [(TensorFileError.Flaw, String)] {
      #expect(TensorFileError(file: "x", flaw).description == "'x': " + sentence)
    }
  }
}
