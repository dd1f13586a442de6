"""The file: atomic, incremental, append-only where it must be, and clear about what is wrong with it."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from parley.record import (
    Article,
    Block,
    BlockKind,
    Decision,
    DecisionKind,
    Meeting,
    MeetingStatus,
    Quote,
    QuoteKind,
    Reading,
    Record,
    Span,
    Speaker,
    Target,
)
from parley.store import StoreError, codec, open_store
from tests.factories import reading

TEXT = "Talks open\n\nThe envoy said “we will stay”. Café owners agreed."
ARTICLE = Article("a.txt", TEXT, outlet="The Post")
SPAN = Span("a.txt", 28, 40)
READING = Reading(
    "a.txt", ARTICLE.sha256, "The Post", "Talks open", (), None, "unknown", "en",
    blocks=(Block(BlockKind.TITLE, Span("a.txt", 0, 10)), Block(BlockKind.BODY, Span("a.txt", 12, len(TEXT)))),
    quotes=(Quote((SPAN,), QuoteKind.DIRECT, None, Speaker(None, "The envoy"), 0.5),),
)  # fmt: skip
MEETING = Meeting("2024-03-05", "Linden", None, ("The envoy",), MeetingStatus.HELD, (SPAN,), "m1")
RECORD = Record((ARTICLE,), (READING,), meetings=(MEETING,))
DECISION = Decision(DecisionKind.REJECT, Target.MEETING, ("m1",), "never took place", "Ann", "2024-03-09T10:00")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "talks.parley"


def test_nouns_come_back_as_they_were() -> None:
    assert codec.loads(Record, codec.dumps(RECORD)) == RECORD
    assert codec.loads(Decision, codec.dumps(DECISION)) == DECISION


def test_json_of_another_shape_is_refused() -> None:
    with pytest.raises(ValueError, match="not a Meeting"):
        codec.loads(Meeting, '["2024", null]')


def test_a_saved_record_is_opened_again(path: Path) -> None:
    with open_store(path, create=True) as store:
        store.add([ARTICLE])
        store.save(RECORD)
    with open_store(path) as store:
        assert store.record() == RECORD
        assert store.articles() == (ARTICLE,)


def test_a_build_that_stops_before_the_end_leaves_the_old_record(path: Path) -> None:
    with open_store(path, create=True) as store:
        store.save(RECORD)
        broken = Record((ARTICLE,), (READING,), meetings=(MEETING, object()))  # type: ignore[arg-type]
        with pytest.raises(TypeError):
            store.save(broken)
        assert store.record() == RECORD


def test_saving_the_same_record_again_changes_nothing(path: Path) -> None:
    with open_store(path, create=True) as store:
        first = store.save(RECORD)
        assert [c.noun for c in first] == ["articles", "meetings"]
        assert store.save(RECORD) == ()
        assert store.version() == 1


def test_readings_out_of_use_are_forgotten(path: Path) -> None:
    with open_store(path, create=True) as store:
        store.keep({"k1": READING, "k2": READING})
        store.save(RECORD, used=["k2"])
        assert store.reading("k1") is None
        assert store.reading("k2") == READING


def test_decisions_are_append_only(path: Path) -> None:
    with open_store(path, create=True) as store:
        store.decide(DECISION)
        assert store.decisions() == (DECISION,)
    with sqlite3.connect(path) as db:
        for statement in ("UPDATE decision SET json = ''", "DELETE FROM decision"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                db.execute(statement)
    db.close()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("envoy", ["envoy"]),
        ("cafe", ["Café"]),
        ('"will stay"', ["will stay"]),
        ("“we will”", ["we will"]),
        ("the stay", ["stay"]),
        ("envoy absent", []),
        ('" OR ( NEAR', []),
        ("*", []),
        ("", []),
    ],
)
def test_search_finds_the_exact_words(path: Path, query: str, found: list[str]) -> None:
    with open_store(path, create=True) as store:
        store.save(RECORD)
        hits = store.search(query)
    assert [TEXT[m.start : m.end] for h in hits for m in h.matches] == found


def test_a_missing_file_says_how_to_make_one(path: Path) -> None:
    with pytest.raises(StoreError, match="no such file; build it first"):
        open_store(path)


def test_a_file_that_is_not_one(path: Path) -> None:
    path.write_text("Dear reader")
    with pytest.raises(StoreError, match=r"is not a \.parley file"):
        open_store(path)


def test_a_database_of_another_program(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE birds (name TEXT)")
    db.close()
    with pytest.raises(StoreError, match="another program"):
        open_store(path)


def test_a_file_from_a_newer_version(path: Path) -> None:
    open_store(path, create=True).__exit__(None, None, None)
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(StoreError, match="newer Parley"):
        open_store(path)


def test_a_damaged_file(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4000)
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(path)


def test_fields_that_a_newer_parley_added_take_their_defaults() -> None:
    assert codec.loads(Meeting, '["2024", null, null, [], "held", []]') == Meeting(
        "2024", None, None, (), MeetingStatus.HELD, ()
    )


def test_a_record_of_another_shape_is_built_again(path: Path) -> None:
    with open_store(path, create=True) as store:
        store.add([ARTICLE])
        store.save(RECORD)
    db = sqlite3.connect(path)
    db.execute("UPDATE fact SET json = '[1]' WHERE noun = 'meetings'")
    db.commit()
    db.close()
    with open_store(path) as store:
        with pytest.raises(StoreError, match="another version of Parley; run: parley build"):
            store.record()
        store.save(Record((ARTICLE,), (READING,)))
        assert store.record() == Record((ARTICLE,), (READING,))


def test_a_file_that_several_make_at_once_is_made_once(tmp_path: Path) -> None:
    def opened(n: int) -> int:
        with open_store(tmp_path / f"{n // 8}.parley", create=True) as store:
            return store.version()

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(opened, range(80))) == [0] * 80


def test_control_characters_are_kept_and_move_no_match(path: Path) -> None:
    text = "Talks\0open.\n\nThe \x02envoy\x03 met\0the union by the lighthouse."
    odd = Article("odd", text)
    with open_store(path, create=True) as store:
        store.add([odd])
        store.save(Record((odd,), (reading(odd),)))
    with open_store(path) as store:
        assert store.articles() == (odd,)
        for words in ("open", "envoy", "union", "lighthouse"):
            (hit,) = store.search(words)
            assert [text[m.start : m.end] for m in hit.matches] == [words]
