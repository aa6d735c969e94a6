"""Every setting, with its unit and its default, in one typed object."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """What may be changed; the defaults are what is tested.

    `max_input_bytes`: bytes; the largest text or page that is read. A long joint communiqué has 100 kB, so 20 MB is a
        mistake rather than an article. A row of a JSONL file counts for itself. Default 20,000,000.
    `max_json_bytes`: bytes; the largest `.json` file, which can only be parsed whole. Default 100,000,000.
    `max_html_tags`: tags in one page; more are refused, since finding the article costs up to 0.1 ms a tag. Default 100,000.
    `folder_suffixes`: file name endings, lower case, that are read when a folder is given; a file named outright is read
        whatever its ending. Default `.txt .html .htm .json .jsonl`.
    """

    max_input_bytes: int = 20_000_000
    max_json_bytes: int = 100_000_000
    max_html_tags: int = 100_000
    folder_suffixes: tuple[str, ...] = (".txt", ".html", ".htm", ".json", ".jsonl")


DEFAULTS = Settings()
