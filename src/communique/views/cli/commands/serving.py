"""`communique serve`: the archive in a browser."""

from __future__ import annotations

import signal
import socket
from pathlib import Path
from typing import Annotated

import typer

from communique.errors import CommuniqueError
from communique.views.cli.options import DATABASE, Database


def serve(
    db: Database = DATABASE,
    host: Annotated[str, typer.Option(help="Address to listen on; whoever reaches it can read the archive.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="TCP port.")] = 8765,
) -> None:
    """Show an archive in the browser, until Ctrl-C."""
    from communique.store import Archive

    Archive.open(Path(db), read_only=True).close()
    _check_free(host, port)
    from communique.views.web import serve as serve_pages

    if hasattr(signal, "SIGPIPE"):  # a browser that hangs up must not end the server
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    typer.echo(f"{db} is at http://{f'[{host}]' if ':' in host else host}:{port}/ (Ctrl-C ends this)")
    serve_pages(db, host=host, port=port)


def _check_free(host: str, port: int) -> None:
    """See that the port can be had, before the server says so in many lines.

    Raises:
        CommuniqueError: if it can't.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except socket.gaierror as error:
        raise CommuniqueError(f"{host}: no such address ({error.strerror}); give this machine's with --host") from error
    except OSError as error:
        raise CommuniqueError(f"port {port} of {host} can't be had ({error.strerror}); give another with --port") from error
