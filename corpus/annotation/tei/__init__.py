"""Documents as TEI P5, the form in which the corpus is kept (FORMAT.md describes the subset, `schema.rng` checks it).

Text and marks stand together in one `ab` whose characters are exactly the raw input; facts stand behind it in `standOff`.
What is written is canonical: reading a file and writing it again gives the same bytes.
"""

from corpus.annotation.tei.reading import TeiError, read_tei
from corpus.annotation.tei.writing import write_tei

__all__ = ["TeiError", "read_tei", "write_tei"]
