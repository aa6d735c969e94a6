"""How the reader is made: samples from treebanks, name sets and our corpus; one encoder with several heads; ONNX."""
