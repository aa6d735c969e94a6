"""What the corpus is held to: faults in a document and between documents, counts, breadth, likeness, agreement."""
