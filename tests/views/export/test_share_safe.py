"""What may be shared holds no words of an article: lengths, hashes and offsets stand for them."""

import hashlib
import io
import json
import re
import zipfile

import pytest

from parley.record import BlockKind, Record
from parley.views.export import FORMATS, Exported, record_json
from parley.views.withheld import WithheldText, share_safe, withheld
from tests.demo.test_golden import demo
from tests.views.web.world import record as world

RUN = 6  # words in a row; names, offices and the short names of issues are shorter
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
TEXTUAL = [f for f in FORMATS if f not in ("pack", "parquet")]


def runs(text: str, long: int = RUN) -> set[str]:
    words = [w.group().lower() for w in WORD.finditer(text)]
    return {" ".join(words[n : n + long]) for n in range(len(words) - long + 1)}


def told_by(record: Record) -> set[str]:
    """Every run of words of the articles' bodies, but those of headlines, offices and forums, which stay."""
    texts = record.texts()
    bodies = (b.span for r in record.readings for b in r.blocks if b.kind is BlockKind.BODY)
    found = {run for s in bodies for run in runs(texts[s.article][s.start : s.end])}
    stay = [r.title or "" for r in record.readings] + [m.forum or "" for m in record.meetings]
    stay += [o for a in record.actors for o in (*a.offices, *a.aliases)]
    named = {run for words in stay for run in runs(words, RUN - 1)}
    return {run for run in found if not runs(run, RUN - 1) & named}


def shown(made: Exported) -> str:
    """All that an export says, without markup and escapes."""
    if isinstance(made, (str, bytes)):
        parts = [made if isinstance(made, str) else made.decode()]
    else:
        parts = [c if isinstance(c, str) else c.decode() for name, c in made if not name.startswith("static/")]
    return " ".join(re.sub(r"<[^>]*>|\\u[0-9a-f]{4}", " ", part) for part in parts)


@pytest.mark.parametrize("form", TEXTUAL)
def test_no_run_of_words_of_an_article_is_shared(form: str) -> None:
    assert runs(shown(FORMATS[form](share_safe(demo())))) & told_by(demo()) == set()


def test_the_same_test_finds_the_words_where_they_are_not_withheld() -> None:
    assert len(runs(shown(FORMATS["site"](demo()))) & told_by(demo())) > 100
    assert len(runs(shown(FORMATS["json"](demo()))) & told_by(demo())) > 100


def test_a_pack_leaves_the_texts_out() -> None:
    made = FORMATS["pack"](share_safe(demo()))
    assert isinstance(made, bytes)
    with zipfile.ZipFile(io.BytesIO(made)) as pack:
        assert pack.namelist() == ["record.json", "manifest.json"]


def test_a_hash_and_the_offsets_prove_the_words_to_who_has_them() -> None:
    texts = demo().texts()
    told = json.loads(record_json(share_safe(demo())))
    evidence = [
        e for noun in ("positions", "meetings", "figures", "findings") for x in told[noun] for e in x["evidence"]
    ]
    assert len(evidence) > 50
    for e in evidence:
        words = texts[e["article"]][e["start"] : e["end"]]
        assert (e["text"], e["sha256"]) == (None, hashlib.sha256(words.encode()).hexdigest())


def test_headlines_outlets_dates_and_addresses_stay() -> None:
    for before, after in zip(world().readings, share_safe(world()).readings, strict=True):
        assert (before.title, before.outlet, before.published) == (after.title, after.outlet, after.published)
    assert share_safe(world()).articles[0].url == "https://wire.example/callow"


def test_a_withheld_text_is_as_long_as_it_was_and_keeps_its_lines() -> None:
    text = WithheldText("We stay,\nshe said")
    assert (len(text), text.count("\n"), "stay" in text) == (17, 1, False)
    assert text[0:7] == withheld("We stay")


@pytest.mark.parametrize(
    ("summary", "kept"),
    [
        ("jobs: 300 | 250", "jobs: 300 | 250"),
        ("Vance: “we stay” | “we “may” stay”", "Vance: [7 characters, sha256 …] | [13 characters, sha256 …]"),
        ("one event: “we stay | “we go”", "one event: [7 characters, sha256 …] | [5 characters, sha256 …]"),
        ("we stay” and more", "[7 characters, sha256 …] and more"),
    ],
)
def test_a_summary_loses_what_stands_in_marks(summary: str, kept: str) -> None:
    from parley.record import Finding, FindingKind

    finding = Finding("f", FindingKind.WORDING, summary, (), 1)
    (told,) = share_safe(Record((), (), findings=(finding,))).findings
    assert re.sub(r"sha256 [0-9a-f]{12}", "sha256 …", told.summary) == kept
