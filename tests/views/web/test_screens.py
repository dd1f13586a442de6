"""Each screen shows what the record has, and its JSON twin says the same."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from lxml.html import document_fromstring

from parley.record import Article, Record, StanceKind
from parley.store import open_store
from parley.views.web import make_app
from parley.views.web.index import Index
from parley.views.web.screens.positions import steps
from tests.factories import reading, span
from tests.views.web.conftest import Client
from tests.views.web.world import ARTICLES, COURIER, GAZETTE, HOSTILE, LONG, REJECTS, UNION, VANCE, WIRE, record

PAGES = ("/", "/copies", "/quotes", "/positions", "/timeline", "/figures", "/findings", "/actors", "/search?q=talks", "/check", "/review")  # fmt: skip


def url(article: str) -> str:
    return "/articles/" + quote(article, safe="")


def twin(page: str) -> str:
    path, _, query = page.partition("?")
    return ("/index" if path == "/" else path) + ".json" + ("?" + query if query else "")


@pytest.mark.parametrize("page", PAGES)
def test_every_screen_and_its_twin_answer(desk: Client, page: str) -> None:
    answer = desk.get(page)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert '<main id="main">' in answer.text
    assert f'<link rel="alternate" type="application/json" href="{twin(page).partition("?")[0]}">' in answer.text
    assert desk.get(twin(page)).headers["content-type"] == "application/json"


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_record_says_what_to_do(tmp_path: Path, page: str) -> None:
    with open_store(tmp_path / "empty.parley", create=True) as store:
        store.save(Record((), ()))
    empty = Client(make_app(tmp_path / "empty.parley"), tmp_path / "empty.parley")
    answer = empty.get(page)
    assert answer.status_code == 200
    assert 'class="empty"' in answer.text or "textarea" in answer.text


def test_home_counts_articles_texts_and_origins(desk: Client) -> None:
    told = desk.json("/index.json")
    assert told["counts"] == {"articles": 6, "distinct_texts": 6, "origins": 5}
    page = desk.get("/").text
    assert "<b>5</b>" in page
    assert "This is the first build" in page


def test_home_tells_where_outlets_differ(desk: Client) -> None:
    page = desk.get("/").text
    assert '<a href="/findings?kind=figure#xf1" dir="auto">Jobs at risk: more than 300; about 250</a>' in page
    assert "talks opened in Callow: 2024-03-05" not in page.lower()
    assert 'id="xf1"' in desk.get("/findings?kind=figure").text


def test_home_is_narrowed_by_its_facets(desk: Client) -> None:
    page = desk.get("/?origin=o1").text
    assert "Talks open in Callow" in page
    assert "Company softens" not in page


@pytest.mark.parametrize("article", ARTICLES, ids=lambda a: a.outlet)
def test_the_reader_shows_every_letter_in_its_order(desk: Client, article: Article) -> None:
    page = document_fromstring(desk.get(url(article.id)).text)
    shown = "".join(block.text_content() for block in page.xpath("//*[@class='text']//p | //*[@class='text']//h2"))
    assert "".join(shown.split()) == "".join(article.text.split())


def test_furniture_is_folded(desk: Client) -> None:
    page = document_fromstring(desk.get(url(WIRE.id)).text)
    folded = [" ".join(f.text_content().split()) for f in page.xpath("//details[@class='furniture']")]
    assert folded == ["Page furniture, 1 line Home | News | Weather", "Page furniture, 1 line Share this page"]


def test_a_fact_leads_to_its_words_and_the_words_to_the_fact(desk: Client) -> None:
    page = desk.get(url(WIRE.id)).text
    at = span(WIRE, "Nobody will close the door on these talks,")
    assert f'<span id="s{at.start}-{at.end}" class="m quotes">Nobody will close the door on these talks,</span>' in page
    assert f'href="#s{at.start}-{at.end}"' in page
    assert 'class="ref" href="#f4"' in page
    assert 'id="f4"' in page


def test_layers_are_in_the_address(desk: Client) -> None:
    only_figures = desk.get(url(WIRE.id) + "?layers=figures").text
    assert 'class="m figures"' in only_figures
    assert 'class="m quotes"' not in only_figures
    assert 'class="m copied"' in desk.get(url(WIRE.id) + "?layers=copied").text


def test_every_span_of_the_record_is_an_anchor_in_its_article(desk: Client) -> None:
    told = [
        *(e for p in desk.json("/positions.json")["positions"] for e in p["evidence"]),
        *(p["words"] for p in desk.json("/positions.json")["positions"] if p["words"]),
        *(e for f in desk.json("/figures.json")["figures"] for e in f["evidence"]),
        *(e for f in desk.json("/findings.json")["findings"] for e in f["evidence"]),
        *(e for m in desk.json("/timeline.json")["meetings"] for e in m["evidence"]),
        *(e for m in desk.json("/timeline.json")["measures"] for e in m["evidence"]),
        *(e for u in desk.json("/quotes.json")["utterances"] for e in u["evidence"]),
    ]
    pages = {a: desk.get(url(a) + "?layers=none").text for a in {e["article"] for e in told}}
    assert len(told) > 10
    assert [e for e in told if f'id="s{e["start"]}-{e["end"]}"' not in pages[e["article"]]] == []


def test_the_twin_of_an_article_is_its_reading_with_the_text(desk: Client) -> None:
    told = desk.json(url(WIRE.id) + ".json")
    assert told["text"] == WIRE.text
    start, end = told["quotes"][0]["spans"][0]
    assert WIRE.text[start:end] == "Nobody will close the door on these talks,"


def test_an_unknown_article_says_what_to_do(desk: Client) -> None:
    answer = desk.get("/articles/nowhere.txt")
    assert answer.status_code == 404
    assert "The record holds no article “nowhere.txt”" in answer.text
    assert desk.get("/articles/nowhere.txt.json").json()["error"].startswith("The record holds no article")
    assert desk.get("/no/such/page").status_code == 404


def test_copies_draw_the_origin_and_give_the_reasons(desk: Client) -> None:
    page = desk.get("/copies").text
    assert '<svg class="tree"' in page
    assert "Callow Courier repeats 31 words in a row" in page
    assert "partial · 90%" in page


def test_two_articles_stand_side_by_side_in_either_order(desk: Client) -> None:
    a, b = quote(WIRE.id, safe=""), quote(COURIER.id, safe="")
    for page in (desk.get(f"/copies/{a}/{b}"), desk.get(f"/copies/{b}/{a}")):
        assert page.status_code == 200
        assert "<ins>will</ins>" in page.text
        assert "<ins>should</ins>" in page.text
    assert desk.json(f"/copies/{a}/{b}.json")["share_b"] == 0.9
    assert desk.get(f"/copies/{a}/gazette.txt").status_code == 404


def test_quotes_tell_drift_word_by_word(desk: Client) -> None:
    page = desk.get("/quotes").text
    assert "Nobody <del>will</del> <ins>should</ins> close the door on <del>these</del> <ins>the</ins> talks," in page
    assert "words changed inside quotation marks" in page
    assert "Speaker unresolved" in page
    assert 'href="/quotes?utterance=u3"' in page


def test_quotes_are_narrowed_by_speaker_outlet_and_flag(desk: Client) -> None:
    assert [u["id"] for u in desk.json(f"/quotes.json?speaker={VANCE.id}")["utterances"]] == ["u1"]
    assert [u["id"] for u in desk.json("/quotes.json?speaker=unresolved")["utterances"]] == ["u2"]
    assert [u["id"] for u in desk.json("/quotes.json?outlet=Harbour+Gazette")["utterances"]] == ["u2"]
    assert [u["id"] for u in desk.json("/quotes.json?flag=drift")["utterances"]] == ["u1"]


def test_positions_show_the_change_and_the_evidence(desk: Client) -> None:
    page = desk.get("/positions").text
    assert page.index("rejects") < page.index('<span class="moved"') < page.index("open to if")
    assert "if the union drops its strike plan" in page
    assert "“any limit on night shifts”" in page
    closer = desk.get(f"/positions?party={UNION.id}").text
    assert '1 origin <span class="soft">of 2 articles</span>' in closer
    assert "demanded a nine percent raise" in closer


def test_the_timeline_keeps_precision(desk: Client) -> None:
    page = desk.get("/timeline").text
    assert "Jan 2024" in page
    assert "day unknown" in page
    assert "1 Jan 2024" not in page.replace("31 Jan 2024", "")
    assert "Undated" in page
    assert '<svg class="timeaxis"' in page


def test_figures_stand_on_one_scale(desk: Client) -> None:
    page = desk.get("/figures").text
    assert page.count('<section class="quantity"') == 1
    assert "about 250" in page
    assert "more than 300" in page
    assert '<svg class="dots"' in page


def test_findings_have_the_passages_of_both(desk: Client) -> None:
    page = desk.get("/findings?kind=figure").text
    assert "<q>More than 300 jobs</q>" in page
    assert "<q>About 250 jobs</q>" in page
    assert "talks opened in Callow: 2024-03-05" not in page


def test_search_marks_the_words_and_leads_to_the_passage(desk: Client) -> None:
    page = desk.get("/search?q=night+shifts").text
    assert '<span class="m hit">night</span>' in page
    (hit,) = desk.json("/search.json?q=strike")["hits"]
    assert hit["article"] == GAZETTE.id
    assert GAZETTE.text[hit["start"] : hit["end"]] == hit["text"]
    assert "No passage holds all these words" in desk.get("/search?q=zebra").text


def test_a_draft_is_held_against_the_record(desk: Client) -> None:
    form = {"draft": "“Nobody will close the door on these talks,” Nora Vance said.\r\nMore than 900 jobs are at risk."}
    page = desk.post("/check", form).text
    assert "Found verbatim" in page
    (first, *_) = desk.post("/check.json", form).json()["marks"]
    assert first["verdict"] == "exact"
    assert first["evidence"][0]["article"] == WIRE.id
    assert "The draft was empty" in desk.post("/check", {"draft": "  "}).text


def test_long_lists_come_in_pages_and_long_texts_whole(desk: Client) -> None:
    assert len(desk.get(url(LONG.id)).text) > len(LONG.text)
    page = desk.get("/search?q=transcript")
    assert "Next page" in page.text
    assert desk.get("/search?q=transcript&page=999").status_code == 200
    assert desk.get("/search?q=transcript&page=²").status_code == 200


def test_text_of_other_scripts_has_its_direction(desk: Client) -> None:
    page = desk.get(url("ar/نص")).text
    assert 'lang="ar"' in page
    assert 'dir="rtl"' in page


def test_hostile_articles_stay_text(desk: Client) -> None:
    pages = [desk.get(p).text for p in (*PAGES, url(HOSTILE.id), "/search?q=onmouseover")]
    for page in pages:
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "<b>Odd" not in page
        assert 'href="javascript' not in page
    assert "&lt;script&gt;alert(4)&lt;/script&gt;" in pages[-2]


@pytest.mark.parametrize(
    ("stance", "when", "moved"),
    [
        (StanceKind.OPEN_TO, "2024-03-08", True),
        (StanceKind.REFUSES, "2024-03-08", False),
        (StanceKind.OPEN_TO, "2024-03-05", False),
        (StanceKind.OPEN_TO, "2024-03-05T18:00", False),
        (StanceKind.OPEN_TO, None, False),
    ],
)
def test_an_arrow_is_a_turn_on_a_later_day(stance: StanceKind, when: str | None, moved: bool) -> None:
    then = replace(REJECTS, id="p9", stance=stance, when=when)
    assert [s.moved for s in steps(Index(record()), [REJECTS, then])] == [False, moved]


def test_a_draft_may_be_a_file(desk: Client) -> None:
    words = "“Nobody will close the door on these talks,” Nora Vance said."
    page = desk.post("/check", {"draft": ""}, [("draft.md", words.encode())]).text
    assert "Found verbatim" in page
    assert "draft.md" in page
    assert "not a Word document" in desk.post("/check", {"draft": ""}, [("x.docx", b"none")]).text


def test_positions_as_of_a_day_keep_their_places(desk: Client) -> None:
    before, after = desk.get("/positions?until=2024-03-05").text, desk.get("/positions?until=2024-03-08").text
    assert "open to if" not in before
    assert 'class="step fresh"' in after
    heads = [document_fromstring(page).xpath("//table[@class='grid']//th//a/text()") for page in (before, after)]
    assert heads[0] == heads[1]
    assert 'aria-current="step"><time datetime="2024-03-05">5 Mar 2024</time>' in before
    assert [p["id"] for p in desk.json("/positions.json?until=2024-03-05")["positions"]] == ["p1", "p2"]


def test_a_nul_is_seen_on_the_page(tmp_path: Path) -> None:
    odd = Article("odd.txt", "Talks\0open in Linden, the union says.")
    with open_store(tmp_path / "odd.parley", create=True) as store:
        store.add([odd])
        store.save(Record((odd,), (reading(odd),)))
    page = Client(make_app(tmp_path / "odd.parley"), tmp_path / "odd.parley").get(url(odd.id)).text
    assert "\0" not in page
    assert "Talks\ufffdopen" in page
