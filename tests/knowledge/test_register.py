"""Who was meant on a day. Facts of public record; the phrases are our own."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from communique.errors import KnowledgeError
from communique.knowledge import Answer, Register
from communique.knowledge.rows import VERSION
from communique.record import DateValue


def who(text: str, on: str | None = "2023-05-01", state: str | None = None) -> Answer:
    return Register.shipped().who(text, DateValue(on) if on else None, state)


@pytest.mark.parametrize(
    ("text", "on", "name", "wikidata", "office", "state"),
    [
        ("Imam Khamenei", "2022-05-30", "Ali Khamenei", "Q57336", "Supreme Leader of Iran", "IRN"),
        ("the president of Tajikistan", "2022-05-30", "Emomali Rahmon", "Q57366", "President of Tajikistan", "TJK"),
        ("Rahmon", "2022-05-30", "Emomali Rahmon", "Q57366", "President of Tajikistan", "TJK"),
        (
            "Iranian military chief of staff of the armed forces Baqeri",
            "2022-05-30",
            "Mohammad Bagheri",
            "Q18511806",
            None,
            "IRN",
        ),
        ("Iranian President Raisi", "2022-05-30", "Ebrahim Raisi", "Q5947347", "President of Iran", "IRN"),
        ("The Belarusian president", "2023-03-13", "Alexander Lukashenko", "Q2866", "President of Belarus", "BLR"),
        ("Lukashenka", "2023-03-13", "Alexander Lukashenko", "Q2866", "President of Belarus", "BLR"),
        ("British prime minister", "2022-05-30", "Boris Johnson", "Q180589", "Prime Minister of the United Kingdom", "GBR"),
        ("the British prime minister", "2023-03-13", "Rishi Sunak", "Q20055561", "Prime Minister of the United Kingdom", "GBR"),
        ("the German chancellor", "2022-05-30", "Olaf Scholz", "Q61053", "Chancellor of Germany", "DEU"),
        ("King Salman", "2022-05-30", "Salman of Saudi Arabia", "Q367825", "King of Saudi Arabia", "SAU"),
        ("Sheikh Hasina", "2022-05-30", "Sheikh Hasina", "Q52183", "Prime Minister of Bangladesh", "BGD"),
        ("the UN chief", "2022-05-30", "António Guterres", "Q311440", "Secretary-General of the United Nations", None),
        ("Mr. Wang", "2022-05-30", "Wang Yi", "Q701801", "Minister of Foreign Affairs of China", "CHN"),
    ],
)
def test_people(text: str, on: str, name: str, wikidata: str, office: str | None, state: str | None) -> None:
    answer = who(text, on)
    assert (answer.name, answer.wikidata, answer.state) == (name, wikidata, state)
    assert office is None or answer.office == office
    assert answer.status == "in_force"
    assert answer.actor_id == f"wd:{wikidata}"


def test_the_date_decides() -> None:
    assert who("Iranian foreign minister", "2020-05-30").wikidata == "Q10296812"
    assert who("Iranian foreign minister", "2022-05-30").wikidata == "Q17991320"
    assert who("Supreme Leader of Iran", "2026-05-01").name == "Mojtaba Khamenei"


def test_the_given_name_must_fit() -> None:
    assert who("Iranian Supreme Leader Mojtaba Khamenei", "2022-05-30").name != "Ali Khamenei"
    assert who("Iranian President Hassan Raisi", "2022-05-30").name is None


def test_nobody_is_guessed() -> None:
    assert who("President Ruritan Zenda").name is None
    assert who("the foreign minister").name is None
    assert who("Johnson", None).name is None
    several = who("the leader of China")
    assert several.name is None
    assert several.status == "conflict"
    assert {c.name for c in several.candidates} >= {"Xi Jinping", "Li Qiang"}


def test_an_open_tenure_expires_with_its_source() -> None:
    assert who("the Iranian interior minister", "2022-05-30").status == "in_force"
    later = who("the Iranian interior minister", "2022-11-30")
    assert (later.status, later.as_of) == ("assumed", "2022-07-09")
    assert who("the Iranian interior minister", "2025-11-30").name is None


def test_former_offices() -> None:
    answer = who("former US President Donald Trump")
    assert (answer.name, answer.wikidata, answer.status) == ("Donald Trump", "Q22686", "unknown")
    assert answer.office is not None
    assert answer.office.startswith("former ")
    assert who("the former president of Iran").name is None


def test_a_month_over_which_the_office_passed_on_is_a_conflict() -> None:
    assert who("UK prime minister", "2022-10").status == "conflict"
    assert who("UK prime minister", "2022-05").name == "Boris Johnson"
    assert who("UK prime minister", None).name is None


def test_a_hint_narrows() -> None:
    assert who("the foreign minister", "2022-05-30", "TUR").wikidata == "Q249206"


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Tehran", "state", "Iran"),
        ("the United States", "state", "United States"),
        ("the European Union", "organization", "European Union"),
        ("Iranian Foreign Ministry", "organ", "Ministry of Foreign Affairs of Iran"),
        ("Hezbollah", "group", "Hezbollah"),
        ("the West", "unknown", "the West"),
    ],
)
def test_bodies(text: str, kind: str, name: str) -> None:
    assert (who(text).kind, who(text).name) == (kind, name)


def test_lookups_by_id() -> None:
    register = Register.shipped()
    assert register.state("TJK").adjective == "Tajik" or register.state("TJK").adjective == "Tajikistani"
    assert "Mohammad Baqeri" in register.person("Q18511806").aliases
    assert any(t.position.title == "President of Belarus" for t in register.tenures("Q2866"))
    assert register.tenures("Q0") == ()
    with pytest.raises(KnowledgeError, match="ISO 3166"):
        register.state("XYZ")
    with pytest.raises(KnowledgeError, match="Q0"):
        register.person("Q0")


def test_heads_of_nearly_all_members_are_known() -> None:
    register, day = Register.shipped(), DateValue("2022-05-30")
    members = [s.iso3 for s in register.states() if s.member]
    assert len(members) == 193
    for office, least in (("head_of_state", 0.98), ("head_of_government", 0.98), ("foreign", 0.95)):
        known = sum(len(register.holders(iso3, office, day)) == 1 for iso3 in members)
        assert known / len(members) >= least


def test_broken_files_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="missing"):
        Register(tmp_path / "none.sqlite")
    (tmp_path / "text.sqlite").write_text("no database at all, but long enough to look like one " * 50)
    with pytest.raises(KnowledgeError, match="can't be read"):
        Register(tmp_path / "text.sqlite")
    connection = sqlite3.connect(tmp_path / "old.sqlite")
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    with pytest.raises(KnowledgeError, match="version"):
        Register(tmp_path / "old.sqlite")


def test_threads_share_it() -> None:
    answers: list[str | None] = []
    threads = [Thread(target=lambda: answers.append(who("the French president").wikidata)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == ["Q3052772"] * 8


def test_import_opens_nothing() -> None:
    code = "import communique.knowledge.register as r; assert r._shipped.cache_info().currsize == 0"
    subprocess.run([sys.executable, "-c", code], check=True)
