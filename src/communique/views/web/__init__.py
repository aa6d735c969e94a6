"""The archive in a browser: read-only pages on the reader's own machine, and the same as JSON."""

from communique.views.web.app import create_app
from communique.views.web.server import serve

__all__ = ["create_app", "serve"]
