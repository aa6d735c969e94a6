"""The documentation keeps up: a command, option, code, column, link, figure or excerpt that lags behind fails here."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import get_args

import pytest

from communique.codebooks.events import modes
from communique.record import actors, commitments, encounters, events, statements
from communique.store.query import FIELDS
from communique.views.cli import run
from communique.views.export import FORMATS
from communique.views.export.csv import TABLES
from tests.conftest import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("corpus/**/*.md"), *ROOT.glob("src/**/*.md")])
SAMPLES = ROOT / "src" / "communique" / "samples"
CODES = (
    statements.SpeechAct, statements.QuoteType, encounters.EncounterKind, encounters.EncounterStatus, events.EventType,
    events.Modality, commitments.CommitmentStatus, actors.TenureStatus,
)  # fmt: skip
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_EXCERPT = re.compile(r"<!-- output: (.+?) -->\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:)([^)\s#]*)(?:#([^)\s]+))?\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_FIGURE = re.compile(r"^\| `([a-z_.0-9]+)` \| ([0-9.]+) \|", re.MULTILINE)


def page(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@cache
def help_of(*command: str) -> str:
    """What `communique COMMAND --help` prints."""
    with redirect_stdout(io.StringIO()) as printed:
        assert run([*command, "--help"]) == 0, f"there is no command {' '.join(command)}"
    return printed.getvalue()


def commands(*above: str) -> Iterator[tuple[str, ...]]:
    """All commands below one, as the help lists them; a group counts by what is in it."""
    _, _, listed = help_of(*above).partition("\nCommands:\n")
    for name in re.findall(r"^  (\w+) ", listed, re.MULTILINE):
        below = tuple(commands(*above, name))
        yield from below or ((*above, name),)


def options(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])--[a-z]+", text)) - {"--help"}


def sections() -> dict[tuple[str, ...], str]:
    """What the reference says of each command."""
    parts = re.split(r"^### `communique ([a-z ]+)[^`]*`\n", page("docs/reference.md"), flags=re.MULTILINE)[1:]
    texts = (re.split(r"^## ", text, flags=re.MULTILINE)[0] for text in parts[1::2])
    return {tuple(name.split()): text for name, text in zip(parts[::2], texts, strict=True)}


def lines_for_the_shell() -> Iterator[tuple[str, str]]:
    """What readers are told to type, with the page that tells them: lines of `sh`, and lines after a prompt."""
    for path in PAGES:
        for language, code in _FENCE.findall(path.read_text("utf-8")):
            lines = code.splitlines()
            yield from ((path.name, line.removeprefix("$ ")) for line in lines if language == "sh" or line.startswith("$ "))


def anchors(text: str) -> set[str]:
    """Headings as GitHub names them."""
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in _HEADING.findall(text)}


def test_the_reference_has_every_command_and_option_and_no_other() -> None:
    told = sections()
    assert set(told) == set(commands())
    for command, text in told.items():
        assert options(text) == options(help_of(*command).partition("\nOptions:\n")[2]), " ".join(command)


def test_commands_in_the_documentation_exist() -> None:
    known, seen = set(commands()), 0
    for name, line in lines_for_the_shell():
        words = line.partition("#")[0].split()
        if words[:1] != ["communique"] or words == ["communique", "--help"]:
            continue
        command = tuple(words[1:3]) if tuple(words[1:3]) in known else tuple(words[1:2])
        assert command in known, f"{name}: {line}"
        assert options(line) <= options(help_of(*command)), f"{name}: {line}"
        seen += 1
    assert seen > 20


def test_what_else_is_typed_exists() -> None:
    goals = set(re.findall(r"^([a-z]+):", page("Makefile"), re.MULTILINE))
    for path in PAGES:
        text = path.read_text("utf-8")
        assert set(re.findall(r"(?:^|`)make ([a-z]+)", text, re.MULTILINE)) <= goals, path.name
        for module in re.findall(r"python -m ((?:benchmarks|corpus|training)\.[a-z_.]*[a-z_])", text):
            assert find_spec(module), f"{path.name}: {module}"


def test_the_reference_has_every_search_field_format_and_column() -> None:
    text = page("docs/reference.md")
    columns = {column for table in TABLES.values() for column in table.columns}
    wanted = {*(f"`{field}:`" for field in FIELDS), *(f"`{name}`" for name in (*FORMATS, *columns))}
    assert {word for word in wanted if word not in text} == set()


def test_the_codebook_has_every_code() -> None:
    text = page("docs/codebook.md")
    codes = {code for kind in CODES for code in get_args(kind)}
    assert {code for code in codes if f"`{code}`" not in text} == set()
    rows = dict(re.findall(r"^\| `([A-Z]+)` \|.*\|([^|]*)\|$", text, re.MULTILINE))
    assert {(kind, mode) for kind, told in rows.items() for mode in re.findall(r"`([^`]+)`", told)} == modes()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    for target, anchor in _LINK.findall(path.read_text("utf-8")):
        found = (path.parent / target).resolve() if target else path
        assert found.exists(), target
        assert not anchor or anchor in anchors(found.read_text("utf-8")), f"{target}#{anchor}"


def test_decisions_have_their_parts_and_are_listed() -> None:
    index = page("docs/decisions/README.md")
    files = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert files
    for path in files:
        headings = _HEADING.findall(path.read_text("utf-8"))
        assert headings[1:] == ["Context", "Decision", "Measured", "Consequences"], path.name
        assert f"({path.name})" in index, path.name


def test_figures_are_not_older_than_their_floors() -> None:
    """Who raises a floor measures again, and pastes what `make bench` prints."""
    told = {name: float(value) for name, value in _FIGURE.findall(page("docs/measures.md"))}
    floors: dict[str, float] = json.loads(page("benchmarks/floors.json"))["floors"]
    assert {name: (told.get(name), floor) for name, floor in floors.items() if told.get(name, -1.0) < floor} == {}


def excerpts() -> Iterator[tuple[str, str, str]]:
    for path in PAGES:
        for command, excerpt in _EXCERPT.findall(path.read_text("utf-8")):
            yield str(path.relative_to(ROOT)), command, excerpt


@pytest.mark.parametrize(("name", "command", "excerpt"), list(excerpts()))
def test_excerpts_are_what_is_printed(name: str, command: str, excerpt: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Line by line and in order, on a page of 80 columns; "…" alone stands for lines left out."""
    monkeypatch.chdir(SAMPLES)
    monkeypatch.setenv("COLUMNS", "80")
    for variable in ("FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(variable, raising=False)
    with redirect_stdout(io.StringIO()) as printed:
        assert run(command.split()) == 0
    left = iter([line.rstrip() for line in printed.getvalue().splitlines()])
    for line in excerpt.splitlines():
        if line and line != "…" and not line.startswith("$ "):
            assert line in left, f"{name}: `communique {command}` no longer prints, at this place: {line}"
