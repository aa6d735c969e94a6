"""An archive of invented records, a client, a server on a free port, and a real browser."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from communique.store import Archive
from communique.views.web import create_app

from .records import harbor, hostile, river

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def archive_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("web") / "archive.db"
    with Archive.open(path) as archive:
        for record in (harbor(), river(), hostile()):
            archive.add(record, record.document.text.encode())
    return path


@contextmanager
def running(archive_path: Path) -> Iterator[str]:
    """The address of a server over an archive, for as long as the block lasts."""
    server = uvicorn.Server(uvicorn.Config(create_app(archive_path), host="127.0.0.1", port=0, log_level="warning", ws="none"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture(scope="session")
def site(archive_path: Path) -> Iterator[str]:
    with running(archive_path) as address:
        yield address


@pytest.fixture(scope="session")
def client(site: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=site, trust_env=False) as made:
        yield made


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None and not os.environ.get("CI"):
        pytest.skip("Chromium is not installed: apt-get install chromium")
    assert CHROMIUM is not None, "CI must have Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"], headless=True)
        yield made
        made.close()


@pytest.fixture
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A fresh browser profile that knows the site and can reach nothing else."""
    made = browser.new_context(base_url=site, viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, site: str) -> Iterator[Page]:
    """A tab; a test fails if the page logs an error, throws, or asks any other host for anything."""
    made = context.new_page()
    faults: list[str] = []
    made.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    made.on("pageerror", lambda error: faults.append(str(error)))
    made.on("request", lambda asked: None if asked.url.startswith((site, "data:")) else faults.append(asked.url))
    yield made
    assert not faults
