"""Serving the pages on this machine."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import uvicorn

from communique.store import Archive
from communique.views.web.app import create_app
from communique.views.web.security import LOOPBACK


def serve(archive_path: Path, host: str = "127.0.0.1", port: int = 8765, names: Sequence[str] = ()) -> None:
    """Serve an archive until interrupted.

    Args:
        archive_path: the database to read; it is never written.
        host: the address to listen on. Whoever can reach it can read the archive: there is no login.
        port: the TCP port.
        names: further host names by which browsers may ask for the pages, e.g. of a proxy in front.

    Raises:
        StoreError: if the archive can't be opened.
    """
    Archive.open(archive_path, create=False, read_only=True).close()  # a bad path should fail here, not on the first page
    app = create_app(archive_path, hosts=(*LOOPBACK, host, *names))
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
