"""The program `communique`. Nothing heavy is imported before the command that needs it."""

from communique.views.cli.app import main, run

__all__ = ["main", "run"]
