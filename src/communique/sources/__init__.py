"""Where bytes come from: files, folders, standard input and rows of JSON; and how bytes become characters."""

from communique.sources.encoding import decode
from communique.sources.files import read_inputs
from communique.sources.inputs import Failure, Input

__all__ = ["Failure", "Input", "decode", "read_inputs"]
