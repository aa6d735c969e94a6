"""From bytes to a clean, dated, attributed text with the way back to its original."""

from communique.documents.building import build

__all__ = ["build"]
