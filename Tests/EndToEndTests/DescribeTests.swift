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

  @Test func `of sparse weights says which of them each number is about`() throws {
    let json = try json(["sparse", "--shape", "200,50", "--sparsity", "0.5", "--std", "2"])
    let sample = try #require(json["sample"] as? [String: Any])
    let tested = try #require(sample["tested"] as? [String: Any])
    #expect(sample["zeros"] as? Int == 5000 && tested["count"] as? Int == 5000)
    #expect(tested["weights"] as? String == "nonzero")
    // Half of the weights are 0: the mean squares have a ratio of two.
    let all = try #require(sample["rms"] as? Double)
    let drawn = try #require(tested["std"] as? Double)
    #expect(abs(all * 2.0.squareRoot() / drawn - 1) < 1e-3)
    #expect((json["theory"] as? [String: Any])?["std"] as? Double == 2.0.squareRoot())
    let error = (0.5 / 5000).squareRoot() * 2
    let z = try #require((sample["z"] as? [String: Any])?["std"] as? Double)
    #expect(abs(z - (drawn - 2) / error) < 0.01)
  }

  @Test func `of an orthogonal matrix and of zeros and ones has an exact rms`() throws {
    for (line, rms) in [
      (["orthogonal", "--shape", "64,100"], 0.1), (["eye", "--shape", "4,4"], 0.5),
    ] {
      let json = try json(line)
      let sample = try #require(json["sample"] as? [String: Any])
      #expect((json["theory"] as? [String: Any])?["rms"] as? Double == rms)
      #expect(abs(try #require(sample["rms"] as? Double) - rms) < 1e-7)
      // torch.std divides by n − 1.
      if rms == 0.5 {
        #expect(abs(try #require(sample["std"] as? Double) - 0.2.squareRoot()) < 1e-12)
      }
      #expect((sample["ks"] as Any?) is NSNull)
    }
  }

  @Test func `counts weights that are not finite, and tests nothing then`() throws {
    let scene = ["xavier_normal", "--gain", "1e39", "--shape", "64,32"]
    let sample = try #require(try json(scene)["sample"] as? [String: Any])
    #expect(sample["not_finite"] as? Int == 43 && sample["count"] as? Int == 2048)
    let tested = try #require(sample["tested"] as? [String: Any])
    #expect(tested["obstacle"] as? String == "43 of 2048 weights are infinite or NaN")
    #expect((sample["ks"] as? [String: Any])?["p_value"] is NSNull)
    #expect((sample["z"] as? [String: Any])?.values.allSatisfy { $0 is NSNull } == true)
    let text = try Initscope.run(["describe"] + scene).text
    #expect(text.contains("not finite    43 of 2048 weights"))
    #expect(text.contains("not tested") && !text.contains("p ="))
  }

  @Test func `writes null for what does not exist`() throws {
    let json = try json(["constant", "--val", "0.5"])
    let sample = try #require(json["sample"] as? [String: Any])
    for key in ["skewness", "excess_kurtosis", "ks", "chi_square"] {
      #expect(sample[key] is NSNull, "\(key)")
    }
    #expect((json["law"] as? [String: Any])?["kurtosis"] is NSNull)
    #expect(sample["std"] as? Double == 0)
  }

  @Test func `says which generator a negative seed is`() throws {
    #expect(try json(["normal", "--seed", "-1"])["seed"] as? UInt64 == .max)
    let text = try Initscope.run(["describe", "normal", "--seed", "-1"]).text
    #expect(text.contains("18446744073709551615, which is −1"))
  }

  @Test func `names medians, and the reason for what is not checked`() throws {
    let json = try json(["normal", "--shape", "1"])
    // The median of the greatest of one normal number is 0.
    let theory = try #require(json["theory"] as? [String: Any])
    #expect(
      ((theory["max"] as? [String: Any])?["median"] as? Double).map { abs($0) < 1e-9 } == true)
    #expect(try Initscope.run(["describe", "normal"]).text.contains("min, median"))
    let orthogonal = try self.json(["orthogonal", "--shape", "4,4", "--gain", "1e-40"])
    let fact = try #require((orthogonal["structure"] as? [[String: Any]])?.first)
    #expect(fact["verdict"] as? String == "not checked")
    #expect(fact["reason"] as? String == "the weights are below float32's normal numbers")
  }

  @Test func `has its names explained in the help`() throws {
    let help = try Initscope.run(["describe", "--help"]).text
    for word in ["not_finite", "sample.tested", "worst_residual", "medians", "null", "2^64 - 1"] {
      #expect(help.contains(word), "\(word)")
    }
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
