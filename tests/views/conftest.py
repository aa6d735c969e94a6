"""Fixtures of the views' tests."""

from tests.views.clirun import good, program

__all__ = ["good", "program"]
