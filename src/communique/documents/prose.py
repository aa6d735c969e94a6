"""Telling paragraphs, headlines, headings and list items apart by their form."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?…:。！？؟][\"'”’»)\]]*$|[\"”»][)\]]?$")
_FULL_STOP = re.compile(r"[.!?…。！？؟][\"'”’»)\]*]*$")
_INNER_STOP = re.compile(r"[^\W\d_]{3}[.!?][\"”’)]*\s+[\"“(―—–]?")  # three letters, so that no initial counts
_WORD = re.compile(r"\w[\w'’.-]*")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_REPORTED = re.compile(
    r"\b(?:said|told|added|stated|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow)\b|^(?:he|she|they|we|i)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"(?:[-*•▪●◦‣]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)")
_CAPTION = re.compile(
    r"[(\[]?(?:file (?:photo|picture|image)|file|caption|photo caption|pictured|photo|picture|image)s?\s*(?:[:：]|\s[-–—]\s)|"
    r"(?:in (?:this|an?) (?:(?:file|handout|undated|archive) )*(?:photo|picture|image)(?:graph)?)\b",
    re.IGNORECASE,
)
_SOME = "(?i:(?:file |archive |courtesy |handout )?(?:photo|picture|image|photograph|foto))s?"
_AGENCY = "(?:AP|AFP|EPA|EFE|Reuters|REUTERS|Xinhua|TASS|Anadolu|AA|IRNA|KCNA|Sputnik|ANSA|dpa|Getty Images|Getty|Handout)"
_CAPITALS = r"[A-ZÀ-Þ][^\s/,;)\]]*(?:[ /,]+(?:[A-ZÀ-Þ&][^\s/,;)\]]*|of|the|de|via)){0,6}"
# After a full stop, in brackets or behind a bar; "she took a photo of the Queen" is no credit.
_CREDIT = re.compile(
    rf"(?:[(\[]\s*{_SOME}\b[^()\[\]]{{0,60}}[)\]]|[(\[]\s*{_AGENCY}(?: {_SOME})?\s*[/|][^()\[\]]{{1,50}}[)\]]|"
    rf"(?:(?<=[.!?”\"’'»)])\s+|\s+[|/–—-]\s+)(?:{_SOME}(?: (?i:credit|courtesy))?\s*[:：/]\s*{_CAPITALS}|"
    rf"{_SOME} (?i:by|courtesy of) {_CAPITALS}|{_AGENCY}(?: {_SOME}|/{_CAPITALS})|"
    rf"[A-ZÀ-Þ]\S+ [A-ZÀ-Þ]\S+ ?/ ?{_AGENCY}|Getty Images))\s*\.?$"
)
_LONGEST_CREDIT = 120  # characters
_LONGEST_CAPTION = 400  # characters
_LONG_HEADING = 14  # words
_LONG = 30  # words; a longer line is a paragraph even without a full stop


def words(line: str) -> int:
    """Number of words; exact only up to a thousand characters, which is all that is asked. Two Han or Kana signs are one."""
    start = line[:1000]
    return len(_WORD.findall(start)) + len(_UNSPACED.findall(start)) // 2


def is_prose(line: str) -> bool:
    """Whether a line is a sentence or more."""
    count = words(line)
    if count >= _LONG:
        return True
    return count >= 5 and _END.search(line[-10:]) is not None and (count >= 10 or not line.endswith("?"))


def is_sentence_end(line: str) -> bool:
    return _END.search(line[-10:]) is not None


def is_closed_headline(line: str) -> bool:
    """Whether a line that ends with a full stop may be a headline: short, with nothing that only reports have."""
    if not 2 <= words(line) <= 20 or not _FULL_STOP.search(line) or len(_INNER_STOP.findall(line)) > 1:
        return False
    return is_title_case(line) or (words(line) <= 16 and not _REPORTED.search(line))


def is_title_case(line: str) -> bool:
    """Whether nearly all longer words begin with a capital."""
    long = [w for w in _WORD.findall(line) if len(w) > 3 and w[0].isalpha()]
    return len(long) >= 2 and sum(not w[0].islower() for w in long) >= 0.8 * len(long)


def is_heading(line: str) -> bool:
    """Whether a line between paragraphs is a heading: short, without the end of a sentence in it or after it."""
    return words(line) <= _LONG_HEADING and not is_sentence_end(line) and not _INNER_STOP.search(line)


def is_list_item(line: str) -> bool:
    return _LISTED.match(line) is not None


def is_caption(line: str) -> bool:
    """Whether a line is what stands under a picture: it says so at its start, or whose picture it is at its end."""
    if len(line) > _LONGEST_CAPTION:
        return False
    return _CAPTION.match(line) is not None or _CREDIT.search(line, max(0, len(line) - _LONGEST_CREDIT)) is not None


def folded(line: str) -> str:
    """A line without case, punctuation and spacing, to tell whether it is said twice."""
    return "".join(_WORD.findall(line.casefold())).replace(".", "").replace("’", "'")
