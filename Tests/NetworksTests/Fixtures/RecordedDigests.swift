/// Networks of three layers by PyTorch 2.13.0, seed 7: the method, the width, whether there are
/// biases, and the SHA-256 of the layers' weights and biases in drawing order.
let recordedDigests: [(method: String, width: Int, hasBias: Bool, digest: String)] = [
  (
    "uniform --a -0.1 --b 0.2", 3, false,
    "b48e68a416a022bc8d026cfe1faf0b61aeca2036ee592390ee829686b68f823a"
  ),
  (
    "uniform --a -0.1 --b 0.2", 3, true,
    "fd98cc0f6e4eda4c4f3291346b22105a409ebefd9600f11c44c48253367beffd"
  ),
  (
    "uniform --a -0.1 --b 0.2", 7, false,
    "b3f0bfeef060225f2708dc4fcc91ecc7e3d9942ed776e82eb4a24280b72d4698"
  ),
  (
    "uniform --a -0.1 --b 0.2", 7, true,
    "415bea1b4cc100b4f4866e964f4cf178f3177fb1bc4110c8372cec087f86a3fb"
  ),
  (
    "uniform --a -0.1 --b 0.2", 17, false,
    "9e5701564c43751237d9e45a5fb7c1456fe16cef3953d9fbc3897cf88dce866f"
  ),
  (
    "uniform --a -0.1 --b 0.2", 17, true,
    "ce83b9f9deb7be6864bab236fd0bdeff94d0e4abd41828d888e784bab6a32815"
  ),
  (
    "uniform --a -0.1 --b 0.2", 64, false,
    "5fdc1436beaab9063b2cbf61a47239e15175cd49011b843922216caa29cae261"
  ),
  (
    "uniform --a -0.1 --b 0.2", 64, true,
    "dd67c7fc97fdb520a7461c4e5c87484684dd497c0e9e839f577502ae24a74531"
  ),
  (
    "normal --std 0.3", 3, false,
    "d4775a94ea39ed9d42648bb2c1ef4573ecbbe71bf1b9dc12f2db1dfb82a13879"
  ),
  (
    "normal --std 0.3", 3, true,
    "73515cfe70f0c93892dde38ea182d197b5f0a8ef950d0d04518dc5e85c531775"
  ),
  (
    "normal --std 0.3", 7, false,
    "1e7269f4d198624ee5cff673bff796de58f72c3e3ce71478e66f9fcb3aaad071"
  ),
  (
    "normal --std 0.3", 7, true,
    "664a32352ee7b3524fc919071b37252dcecf4de321b6d3c26de7cb2f2b5d706b"
  ),
  (
    "normal --std 0.3", 17, false,
    "11cd78d8ca4410c0a1a7e5c4ecaf953de0c8d073b2dd9673d5c0be9c8746c555"
  ),
  (
    "normal --std 0.3", 17, true,
    "a75da6492c3866c5385b11e20ee2a8ce59b8c27e644c9c525d3af4f1daa5f057"
  ),
  (
    "normal --std 0.3", 64, false,
    "c7813d64c19fc962f88d46459811e66cf5614bcb62ccb037baa842b4d69ad17b"
  ),
  (
    "normal --std 0.3", 64, true,
    "e961bc8b403c2b6799dabc89b0051f1bfdb8ef10cbbf6579dd5e79cb352e06d9"
  ),
  (
    "trunc_normal --std 0.5 --a -0.6 --b 0.9", 1, false,
    "4c41d28dedba44fb842fe33733288f830bcda6d70fb9d84e13380b3f411e2a11"
  ),
  (
    "trunc_normal --std 0.5 --a -0.6 --b 0.9", 1, true,
    "ae5ce6f8d4f699a271291cf403cf2c83fa8ecc452aa9a3981edc073ec816d253"
  ),
  (
    "trunc_normal --std 0.5 --a -0.6 --b 0.9", 3, false,
    "8e8d1c79a1685263f1c739df23f8dfcec39b8916bab9786dc882de694c7b0f1a"
  ),
  (
    "trunc_normal --std 0.5 --a -0.6 --b 0.9", 3, true,
    "7745b84517ddd29e65ca4babb9a278ef4ba48800ff22cff7c79b116be3ef82ed"
  ),
  (
    "trunc_normal --std 0.5 --a -0.6 --b 0.9", 7, false,
    "9124bbc7c929fdee7012b7738d36507d98692a8508d6e4d2348e5d232b229bef"
  ),
  (
    "trunc_normal --std 0.5 --a -0.6 --b 0.9", 7, true,
    "9dbdbe6b0072a19deef6f7028e5fdc6cb94f777c0faec319c139351d0051aa02"
  ),
  (
    "trunc_normal --std 0.5 --a -0.6 --b 0.9", 16, false,
    "ea731c539179f2b229c36f7b4ad01be6a6156609af514951a88d9ca590dd0252"
  ),
  (
    "trunc_normal --std 0.5 --a -0.6 --b 0.9", 16, true,
    "e43309d20f4ea1220128d2895fdcd3d69328c05106556a088cb428d5564a48e8"
  ),
  (
    "trunc_normal --std 0.5 --a -0.6 --b 0.9", 17, false,
    "cb6b4fb2a15bdd5097c626c6d75b21ef839f06590ac720d9f711087cc3e8a27a"
  ),
  (
    "trunc_normal --std 0.5 --a -0.6 --b 0.9", 17, true,
    "d03b18bdeb89143a5b09ff6a2fa390fbbc66bd302d4988630bb93919f5c86cb6"
  ),
  (
    "trunc_normal --std 0.5 --a -0.6 --b 0.9", 64, false,
    "440cf43074555bb513856ed57f98762306f530e5751e3b21dffb95efc15984f9"
  ),
  (
    "trunc_normal --std 0.5 --a -0.6 --b 0.9", 64, true,
    "586406d8dd7dfabcf013232a9d3cd114039659b7020d0aa949a2ba3c53cc96cf"
  ),
  (
    "trunc_normal --std 0.5 --a -0.6 --b 0.9", 256, true,
    "013ed3eb0738d5266bbcece3f988c15908ccdaab17e00674387b0b91e0340e18"
  ),
  (
    "xavier_uniform", 1, false,
    "5dfa21771633340db1d2dc69fb5061b970e868ede84cb88f804817e03784c94d"
  ),
  (
    "xavier_uniform", 1, true,
    "6e162777739c87d1230f90c4ce48ece550cb0ca9de1eb0305eb2ca463d5de0dc"
  ),
  (
    "xavier_uniform", 3, false,
    "3ea0f627a226a657eb5e04fbb61a94cc187dd79c4ebe834ecb132eebd680fe70"
  ),
  (
    "xavier_uniform", 3, true,
    "f849e0bdcf989d5b92357e7b5edc25150b618b9dc77f0f31bd5beb6c44da0f27"
  ),
  (
    "xavier_uniform", 7, false,
    "8e21e3809ee5c8ac12510b68e070fc4dcabd36b1a697aa24bc3a1ecc83528f00"
  ),
  (
    "xavier_uniform", 7, true,
    "5ec0793651594cafb4f5e7b4c8bd9a1495dbb07762442278d299c7d652ef1a2f"
  ),
  (
    "xavier_uniform", 16, false,
    "91abd306bfa5e8d26648661154bb68965f7a01daf074040a427828c42fde2a1c"
  ),
  (
    "xavier_uniform", 16, true,
    "12c27a43fbe33ad9340372dda15f40dcc96c331cafdccf7340406249aea23210"
  ),
  (
    "xavier_uniform", 17, false,
    "a64e407169823012abf4cc482057bca445b3e555766c19eb974dd118cb8d387e"
  ),
  (
    "xavier_uniform", 17, true,
    "a8cca06f81f0fd93fcf2014581e6ae6eb059121033d8e9d227d618d2d762fb2f"
  ),
  (
    "xavier_uniform", 64, false,
    "4f3a2ee8b3dc878b995333c18a218e7504e76c183233669e8e367bae7b519bd8"
  ),
  (
    "xavier_uniform", 64, true,
    "5941df0cd58d6ba93c41d5822373bd9744533f396dec9a51b2bd34d8467762b7"
  ),
  (
    "xavier_uniform", 256, true,
    "86f6e5813201b2608673dd6b9c703cab364ece5d784593425c83eae2ee5a33ea"
  ),
  (
    "xavier_normal --gain tanh", 1, false,
    "09f7d2595efa6b535d4f21e5187c1917099f17f2485741cf68c3255f50d162ee"
  ),
  (
    "xavier_normal --gain tanh", 1, true,
    "d4ec6baa9cf92ffa508bbb0aa4ebdee5973dfe3994c30e0b7f9e716b4d4eae19"
  ),
  (
    "xavier_normal --gain tanh", 3, false,
    "59ac2d426578d24e91affd3e2628ca428d20f1f7700ff72c00ff35f25545eccb"
  ),
  (
    "xavier_normal --gain tanh", 3, true,
    "e529d86e50e0585eed982a9bd0196c7fa04a93079c92ad236bb734f487569c0e"
  ),
  (
    "xavier_normal --gain tanh", 7, false,
    "0060abf3c35e48b3d2614a9a7d41172c24e1b98839b50f186651f2600ba1910c"
  ),
  (
    "xavier_normal --gain tanh", 7, true,
    "1e92afa14ef57bf614783da3132c0acd2322c2e8cb82c2257f86678329d1a923"
  ),
  (
    "xavier_normal --gain tanh", 16, false,
    "bc854e284f8eef4eaf8b86b150f3fb1e16718d0a77a5f1b3b301922713c7c589"
  ),
  (
    "xavier_normal --gain tanh", 16, true,
    "013e278ae0f0239297fa5975f242e2f092db1e5314f369b1204c248a0a18bd99"
  ),
  (
    "xavier_normal --gain tanh", 17, false,
    "8a7381b2ec4e6c5774853e57e75b2a893ba182868d6433eaa0bd094c296d75c8"
  ),
  (
    "xavier_normal --gain tanh", 17, true,
    "a2a0ae1d326a45b95307e5bc4be4b946d03f7cdc8fa34f367c793b7ae2677512"
  ),
  (
    "xavier_normal --gain tanh", 64, false,
    "977a011ee029ed281550282e84b38556a3850a992d8c8cfce721d21571ee1d75"
  ),
  (
    "xavier_normal --gain tanh", 64, true,
    "e2b712a210e62f3df79a69e00e4de4d295f37f3551f6c78f37e3425cb1da23e1"
  ),
  (
    "kaiming_uniform --a sqrt(5)", 3, false,
    "895d3f9f382ef4091ad37c4cd27c1b8d6bef6dc9429a28d5c78ef4e878bd6050"
  ),
  (
    "kaiming_uniform --a sqrt(5)", 3, true,
    "38095b9f1f0b163448547f0ca83e69207b7ecd5dc18936908ccf922464dea9b1"
  ),
  (
    "kaiming_uniform --a sqrt(5)", 7, false,
    "9058892c11b2dc3bd0dbdeb3d44501ae5fdb317020180992798a0d9337657fed"
  ),
  (
    "kaiming_uniform --a sqrt(5)", 7, true,
    "b49cf12521676325827d2150415970c921b1aabc7fe159fee534859ebaa66e75"
  ),
  (
    "kaiming_uniform --a sqrt(5)", 17, false,
    "8d4da14f49833c94294f78601295cfb0f9748f209a3e5ba47ea281c9d9f4c185"
  ),
  (
    "kaiming_uniform --a sqrt(5)", 17, true,
    "3e558f65eab7556a6ee63318609236276e27fe037d99f6ca71b425850c2cc0ac"
  ),
  (
    "kaiming_uniform --a sqrt(5)", 64, false,
    "ca10884e6113012552c2443961a58a1f0db7007bd34fe3da07e858e3bb84b6d7"
  ),
  (
    "kaiming_uniform --a sqrt(5)", 64, true,
    "f7ad80e1b2e3289820a639ab8bbe344fe512d820e8d69c6b29941ef1e2dfe119"
  ),
  (
    "kaiming_normal --nonlinearity relu", 1, false,
    "b3717bd5091c57bce11edf568527d1af80e85edd83a0b8a66d2045d46e2bb3d1"
  ),
  (
    "kaiming_normal --nonlinearity relu", 1, true,
    "867812a7686d209cda1d496c75895c2b5f00a0b508a5f60db1ecd6a1b0859c49"
  ),
  (
    "kaiming_normal --nonlinearity relu", 3, false,
    "850c9136be8589674fee39337e1451fab18d1504d54ad3aed98f1850a8c031ae"
  ),
  (
    "kaiming_normal --nonlinearity relu", 3, true,
    "4e5eee6cf9534123e55c4e74c70100b92f890a8dbab0e440ab75eb8b30e390b3"
  ),
  (
    "kaiming_normal --nonlinearity relu", 7, false,
    "e33ebac7eba03f52bf1b6f53181cfaa3283442c0186ed9f2ce7b0a7a4a45ee1a"
  ),
  (
    "kaiming_normal --nonlinearity relu", 7, true,
    "c807fdbabccdcea912976509664cbcded493bfbc06c1d79f5be732b8f6404604"
  ),
  (
    "kaiming_normal --nonlinearity relu", 16, false,
    "4fb7c3e50e833967adaf119618543517cfd261d67481a9ef78d3f9a5a8d2e0b1"
  ),
  (
    "kaiming_normal --nonlinearity relu", 16, true,
    "e5dac8868700b7430428ba797814bd83bc8031f469f875088faedcdcb84893c3"
  ),
  (
    "kaiming_normal --nonlinearity relu", 17, false,
    "c3c045027ff0625f55404120f2cea3226b4d03bf744f4a8eab6ca9a1c45158e7"
  ),
  (
    "kaiming_normal --nonlinearity relu", 17, true,
    "2ea5c68a5b46ab74f54f9113719aef763d5abb38da9d9a9fa1ada9223736a223"
  ),
  (
    "kaiming_normal --nonlinearity relu", 64, false,
    "3f4bf646d8cd1e375f5a861e423e60f22d8ede282eaa3c791eaf5402378b4652"
  ),
  (
    "kaiming_normal --nonlinearity relu", 64, true,
    "9be19c1412abd22df1c866b63af86bf553d03f2ae61f34ae026ce2f1fd3d4918"
  ),
  (
    "kaiming_normal --nonlinearity relu", 256, true,
    "a700f5169fe6dfb9c028adefce111c04a1a8b7c795794071f565b68004f5b1d0"
  ),
  (
    "sparse --sparsity 0.3", 1, false,
    "15ec7bf0b50732b49f8228e07d24365338f9e3ab994b00af08e5a3bffe55fd8b"
  ),
  (
    "sparse --sparsity 0.3", 1, true,
    "ba73390f8776c77bb306eb24c5650473c37f70988b84b995ce5a37c23219fec0"
  ),
  (
    "sparse --sparsity 0.3", 3, false,
    "93cb13fb0249678c95cf98d45793758ceef1f8e4a188f2f8b4da21e27934ea0e"
  ),
  (
    "sparse --sparsity 0.3", 3, true,
    "2785f77179ad4cfce6a65d3679260f016f7feba2013528a607c5ac7652285aca"
  ),
  (
    "sparse --sparsity 0.3", 7, false,
    "0a1e62c098aec150389b216b089bad6fb531f1a5992416b74d1ee8ae55e6c989"
  ),
  (
    "sparse --sparsity 0.3", 7, true,
    "a539ff420e4f585a873e7a9dd4ec7e359cef4cabd60bd5b430e49eb9025af84c"
  ),
  (
    "sparse --sparsity 0.3", 16, false,
    "9ceb34b40cfc1fb95405e6f5bb11849fb2bf17fdf4b434a3410bba96de1daf90"
  ),
  (
    "sparse --sparsity 0.3", 16, true,
    "cdd8c863166a7451d87e9373776dde4fce53c2549d0653b1074915cb72b3ed6f"
  ),
  (
    "sparse --sparsity 0.3", 17, false,
    "b013b5f38e9533a67cacc80f0d184b0e554fc7cc581c46ee27d6cbfea23226b3"
  ),
  (
    "sparse --sparsity 0.3", 17, true,
    "205ca7fa9a576100da4a470efb8058c4db6eaf61e143b69ef4b75b2865138382"
  ),
  (
    "sparse --sparsity 0.3", 64, false,
    "6d77b611a316099cd3af76c494b63570bf7fef6808dcd3c9ad27b252633dad80"
  ),
  (
    "sparse --sparsity 0.3", 64, true,
    "aefd1e8325b75a4acf536e21ee40c2c28af6905e56ccdf348cd4f88a74e5b5fb"
  ),
  (
    "sparse --sparsity 0.3", 256, true,
    "9ad6bc30d0613f1143380152cacc95e73118778afd5b480958a6c375ae5557b9"
  ),
  (
    "constant --val 0.25", 7, false,
    "e64db8befb5339cf77b2cb2c8b798e4d99bc3fe29429ef40e656ff8223b4246c"
  ),
  (
    "constant --val 0.25", 7, true,
    "9d5ee4153bf8f834dce97c0bd85814c552312656d42a7fcaf7d6f1b99c5a9fe1"
  ),
  (
    "constant --val 0.25", 17, false,
    "06cf58a078ed1b794a597ce60d7944473ad2ba18c10ae46a3366d8b5d30fefcc"
  ),
  (
    "constant --val 0.25", 17, true,
    "f08e472e6c7a8985c782ee1fb8a56737566e722402ee8e060fa22a59fc875ed3"
  ),
  (
    "eye", 7, false,
    "6b344753458e2dd64ffa1dfe1ad1282e039637cd126449087a9fd351e2924971"
  ),
  (
    "eye", 7, true,
    "fb4cbd8fef87b549c874c54cc6058db131ee6c32debb4b67f0459687bb14fe9d"
  ),
  (
    "eye", 17, false,
    "9de7dcac2491cd60a9a20fa1b13cbaa6a2ae2547b251a17e2001b747a444d46d"
  ),
  (
    "eye", 17, true,
    "3dc3d578718a1bd2ccf6a17ac003ef35a9ca60531fb8260b3de1730962c943e5"
  ),
]
