"""What the archive bears: a kill at any moment, two writers, a full disk, files that are no archives."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from communique.errors import MigrationError, StoreError
from communique.record.records import Fact
from communique.store import Archive, migrations
from communique.store.columns import detail_columns
from communique.store.database import Value
from tests.store.samples import invented, raw_of

ROOT = Path(__file__).parents[2]
ADD_MANY = """
import sys
from pathlib import Path
from communique.store import Archive
from tests.store.samples import invented, raw_of
with Archive.open(Path(sys.argv[1]), timeout=60) as archive:
    for number in range(int(sys.argv[2]), int(sys.argv[3])):
        record = invented(number)
        archive.add(record, raw_of(record))
        print(number, flush=True)
"""


def adding(path: Path, first: int, last: int) -> subprocess.Popen[bytes]:
    """Another process that adds invented documents and says so after each."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    arguments = [sys.executable, "-c", ADD_MANY, str(path), str(first), str(last)]
    return subprocess.Popen(arguments, env=environment, stdout=subprocess.PIPE)


def sound(path: Path) -> bool:
    """Whether SQLite finds nothing wrong with tables, references and full-text indexes."""
    with sqlite3.connect(path) as connection:
        for index in ("document_words", "fact_words", "actor_words"):
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
        whole = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        whole &= connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    return whole


@pytest.mark.parametrize("after", [3, 20])
def test_a_kill_leaves_whole_documents_only(path: Path, after: int) -> None:
    writer = adding(path, 0, 10_000)
    assert writer.stdout is not None
    said = [int(writer.stdout.readline()) for _ in range(after)]
    writer.send_signal(signal.SIGKILL)
    said += [int(line) for line in writer.communicate()[0].split(b"\n") if line]
    with Archive.open(path) as archive:
        kept = list(archive.records())
        assert len(kept) in (len(said), len(said) + 1)  # one may be kept and not yet said
        assert kept == [invented(number) for number in range(len(kept))]
        assert archive.original(kept[-1].document.id) == raw_of(kept[-1])
        assert archive.add(invented(10_000), b"") == "added"
    assert sound(path)


def test_two_writers_wait_for_each_other(path: Path) -> None:
    writers = [adding(path, 0, 40), adding(path, 20, 60)]
    assert [writer.communicate()[0].count(b"\n") for writer in writers] == [40, 40]
    assert [writer.returncode for writer in writers] == [0, 0]
    with Archive.open(path) as archive:
        assert {record.document.id for record in archive.records()} == {invented(n).document.id for n in range(60)}
    assert sound(path)


def test_a_new_archive_waits_for_who_makes_it_at_the_same_time(path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    release = threading.Timer(0.3, other.rollback)
    release.start()
    with Archive.open(path) as archive:
        assert archive.add(invented(0), b"") == "added"
    release.join()
    other.close()


def test_readers_go_on_while_a_writer_writes_and_see_whole_documents(path: Path) -> None:
    with Archive.open(path) as archive, Archive.open(path, read_only=True) as reader:
        archive.add(invented(0), b"")
        with archive._database.transaction():
            archive._database.run("DELETE FROM documents")
            assert reader.record(invented(0).document.id) == invented(0)
        assert reader.document_count() == 0


def test_locked_too_long(path: Path) -> None:
    with Archive.open(path) as one, Archive.open(path, timeout=0.1) as other:
        with (
            one._database.transaction(),
            pytest.raises(StoreError, match=r"archive\.db: another program has kept it locked for 0\.1 s"),
        ):
            other.add(invented(), b"")
        assert other.add(invented(), b"") == "added"


def test_a_full_disk_loses_no_earlier_document(path: Path) -> None:
    with Archive.open(path) as archive:
        archive.add(invented(0), raw_of(invented(0)))
        pages = archive._database.integer("PRAGMA page_count")
        archive._database.run(f"PRAGMA max_page_count = {pages + 1}")
        with pytest.raises(StoreError, match=r"archive\.db: the disk is full; make room and run again"):
            archive.add(invented(1), os.urandom(100_000))
        assert list(archive.records()) == [invented(0)]
        archive._database.run("PRAGMA max_page_count = 1000000")
        assert archive.add(invented(1), os.urandom(100_000)) == "added"
    assert sound(path)


class TestNoArchive:
    def test_a_text_file(self, path: Path) -> None:
        path.write_text("Talks were held. " * 200)
        with pytest.raises(StoreError, match=r"archive\.db: this is no database; give the file of an archive"):
            Archive.open(path)
        assert path.read_text().startswith("Talks")

    @pytest.mark.parametrize("part", [0.3, 0.7, 0.95])
    def test_cut_off(self, path: Path, part: float) -> None:
        with Archive.open(path) as archive:
            archive.add(invented(), b"")
        whole = path.read_bytes()
        path.write_bytes(whole[: int(len(whole) * part)])
        with pytest.raises(StoreError, match=r"archive\.db: the database is damaged or cut off"):
            Archive.open(path)

    def test_another_programs_database(self, path: Path) -> None:
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE recipes (name TEXT)")
        connection.close()
        for read_only in (True, False):
            with pytest.raises(StoreError, match="database of another program"):
                Archive.open(path, read_only=read_only)

    def test_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(StoreError, match=r"this is a folder; give the name of a file in it"):
            Archive.open(tmp_path)

    def test_no_folder(self, tmp_path: Path) -> None:
        with pytest.raises(StoreError, match=r"the folder .*nowhere does not exist; make it first"):
            Archive.open(tmp_path / "nowhere" / "archive.db")

    def test_a_name_too_long(self, tmp_path: Path) -> None:
        with pytest.raises(StoreError, match="File name too long; give another file"):
            Archive.open(tmp_path / ("x" * 300))

    @pytest.mark.parametrize("options", [{"read_only": True}, {"create": False}])
    def test_no_file(self, path: Path, options: dict[str, bool]) -> None:
        with pytest.raises(StoreError, match="there is no such archive; make one with `communique add"):
            Archive.open(path, **options)
        assert not path.exists()

    def test_an_empty_file(self, path: Path) -> None:
        path.touch()
        with pytest.raises(StoreError, match="holds no archive yet"):
            Archive.open(path, read_only=True)
        with Archive.open(path) as archive:
            assert archive.document_count() == 0

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
    def test_a_folder_that_may_not_be_written(self, tmp_path: Path) -> None:
        (tmp_path / "sealed").mkdir(mode=0o500)
        with pytest.raises(StoreError, match="can't be opened; check that its folder exists and may be written"):
            Archive.open(tmp_path / "sealed" / "archive.db")

    def test_a_newer_archive(self, path: Path) -> None:
        Archive.open(path).close()
        with sqlite3.connect(path) as connection:
            connection.execute(f"PRAGMA user_version = {migrations.newest() + 1}")
        connection.close()
        for read_only in (True, False):
            with pytest.raises(MigrationError, match=r"written by a newer communique .*; upgrade communique"):
                Archive.open(path, read_only=read_only)


def test_read_only_writes_nothing(path: Path) -> None:
    with Archive.open(path) as archive:
        archive.add(invented(), b"")
    with Archive.open(path, read_only=True) as archive:
        assert archive.record(invented().document.id) == invented()
        with pytest.raises(StoreError, match="it can't be written; check the permissions"):
            archive.add(invented(1), b"")


def test_a_disk_that_can_not_be_written_can_be_read(path: Path) -> None:
    with Archive.open(path) as archive:
        archive.add(invented(), b"")
    path.with_name(path.name + "-shm").mkdir()  # stands for a read-only disk: SQLite can't make its file there
    with Archive.open(path, read_only=True) as archive:
        assert archive.record(invented().document.id) == invented()
        assert len(archive.search("ferry")) == 2


def test_a_closed_archive_says_so(path: Path) -> None:
    archive = Archive.open(path)
    archive.close()
    with pytest.raises(StoreError, match="closed database"):
        archive.counts()


def test_a_path_with_characters_that_mean_something_in_addresses(tmp_path: Path) -> None:
    path = tmp_path / "what? 100% #1 é.db"
    with Archive.open(path) as archive:
        archive.add(invented(), b"")
    assert path.is_file()
    with Archive.open(path, read_only=True) as archive:
        assert archive.document_count() == 1


def test_an_archive_of_the_first_version_is_brought_up_to_date(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = {number: script for number, script in migrations._scripts().items() if number == 1}
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "_scripts", lambda: first)
        patch.setattr("communique.store.writer.detail_columns", _of_the_first_version)
        with Archive.open(path) as archive:
            archive.add(invented(), b"")
    with Archive.open(path) as archive:
        assert {row.nature for row in archive.statements()} == {"statement"}
        assert archive.add(invented(1), b"") == "added"
        assert len(archive.statements(nature="belief")) == 1


def _of_the_first_version(fact: Fact) -> dict[str, Value]:
    return {name: value for name, value in detail_columns(fact).items() if name != "nature"}


def test_a_migration_that_fails_leaves_the_file_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Archive.open(path) as archive:
        archive.add(invented(), b"")
    faulty = {
        **migrations._scripts(),
        migrations.newest() + 1: "CREATE TABLE notes (text TEXT);\nSELECT x FROM nowhere;\n",
    }
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "_scripts", lambda: faulty)
        with pytest.raises(StoreError, match="no such table: nowhere"):
            Archive.open(path)
        with pytest.raises(StoreError, match="of an older version"):
            Archive.open(path, read_only=True)
    with Archive.open(path) as archive:
        assert archive.record(invented().document.id) == invented()
