import Foundation
import PseudoTerminals
import Testing

/// `describe` and `methods`.
@Suite struct `A description` {
  private func json(_ arguments: [String]) throws -> [String: Any] {
    let described = try Initscope.run(["describe", "--json"] + arguments)
    #expect(described.status == .exited(0))
    #expect(described.errorText.isEmpty)
    let object = try JSONSerialization.jsonObject(with: Data(described.output))
    return try #require(object as? [String: Any])
  }

  @Test func `has PyTorch's numbers`() throws {
    let json = try json(["kaiming_normal", "--shape", "512,1024", "--seed", "0"])
    let theory = try #require(json["theory"] as? [String: Any])
    let sample = try #require(json["sample"] as? [String: Any])
    let z = try #require(sample["z"] as? [String: Any])
    let ks = try #require(sample["ks"] as? [String: Any])
    func near(_ value: Any?, _ expected: Double, _ tolerance: Double) -> Bool {
      (value as? Double).map { abs($0 - expected) <= tolerance } ?? false
    }
    #expect(near(theory["std"], 0.0441942, 5e-8))
    #expect(near(sample["std"], 0.0442141, 5e-8 + 5e-8))
    #expect(near(z["std"], 0.46, 0.005))
    #expect(near(ks["statistic"], 0.001359, 5e-7))
    #expect(near(ks["p_value"], 0.287, 0.0005))
    #expect(json["fan_in"] as? Int == 1024 && json["fan_out"] as? Int == 512)
    #expect(near(json["gain"], 1.4142135623730951, 0))
    #expect(sample["count"] as? Int == 524_288)
  }

  @Test(arguments: [
    ["xavier_uniform"], ["kaiming_normal", "--shape", "64,3,7,7"], ["uniform", "--shape", "7"],
    ["normal", "--seed", "18446744073709551615"], ["kaiming_uniform", "--shape", "0,5"],
  ])
  func `has every key, whatever the scene`(scene: [String]) throws {
    let json = try json(scene)
    for key in [
      "method", "shape", "seed", "params", "fan_in", "fan_out", "gain", "law", "theory", "sample",
      "formula", "torch",
    ] {
      #expect(json[key] != nil, "\(key)")
    }
    func keys(_ parent: Any?) -> Set<String> {
      let object = parent as? [String: Any] ?? [:]
      return Set(object.keys)
    }
    let sample = json["sample"] as? [String: Any] ?? [:]
    #expect(keys(json["theory"]).isSuperset(of: ["mean", "std", "bound"]))
    let sampleKeys: Set = [
      "count", "mean", "std", "min", "max", "skewness", "excess_kurtosis", "z", "ks",
    ]
    #expect(keys(sample).isSuperset(of: sampleKeys))
    #expect(keys(sample["z"]).isSuperset(of: ["mean", "std"]))
    #expect(keys(json["formula"]).isSuperset(of: ["symbolic", "substituted"]))
    let law = keys(json["law"])
    let isUniform = law.isSuperset(of: ["kind", "low", "high"])
    #expect(isUniform || law.isSuperset(of: ["kind", "mean", "std"]))
  }

  @Test func `says the call as code and the scene as a command`() throws {
    let json = try json(["kaiming_uniform", "--a", "sqrt(5)"])
    #expect(
      json["torch"] as? String
        == """
        import math
        torch.manual_seed(0)
        w = torch.empty(256, 128)
        nn.init.kaiming_uniform_(w, a=math.sqrt(5))
        """)
    #expect(
      json["scene"] as? String == "kaiming_uniform --shape 256,128 --a 'sqrt(5)' --seed 0")
  }

  @Test func `carries PyTorch's warning`() throws {
    let json = try json(["kaiming_normal", "--shape", "0,5"])
    #expect(json["warnings"] as? [String] == ["Initializing zero-element tensors is a no-op"])
  }

  @Test func `writes numbers that are not finite as texts`() throws {
    let json = try json(["normal", "--std", "inf"])
    #expect((json["theory"] as? [String: Any])?["std"] as? String == "inf")
  }

  @Test func `is there for people, too`() throws {
    let described = try Initscope.run(["describe"])
    #expect(described.status == .exited(0))
    for word in ["xavier_uniform", "fan_in 128", "0.125", "torch.manual_seed(0)", "KS"] {
      #expect(described.text.contains(word))
    }
  }

  @Test func `of the methods lists all of them`() throws {
    let listed = try Initscope.run(["methods", "--json"])
    let object = try JSONSerialization.jsonObject(with: Data(listed.output))
    let names = try #require(object as? [[String: Any]]).compactMap { $0["name"] as? String }
    for name in ["uniform", "normal", "xavier_uniform", "kaiming_normal"] {
      #expect(names.contains(name))
    }
  }
}
