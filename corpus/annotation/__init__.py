"""What is marked in a text of the corpus, and the forms it is written in: TEI, shorthand, gold JSON."""
