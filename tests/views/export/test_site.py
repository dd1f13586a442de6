"""A site of files: every link leads to a file and a place in it, and nothing needs a server."""

import json
import re
from functools import cache
from posixpath import dirname, join, normpath

import pytest
from lxml.html import document_fromstring

from parley.record import Record
from parley.views.export.site import file_name, site_pages
from parley.views.withheld import share_safe
from tests.views.web.world import WIRE, record

FILES = "index.html", "quotes.html", "positions.html", "timeline.html", "search.html", "passages.js", "record.json"


@cache
def site(safe: bool = False) -> dict[str, str]:
    made = site_pages(share_safe(record()) if safe else record(), "port talks")
    return {name: content.decode("utf-8") for name, content in made}


def pages(safe: bool = False) -> dict[str, str]:
    return {name: html for name, html in site(safe).items() if name.endswith(".html")}


def test_it_starts_at_index_html_and_has_what_pages_need() -> None:
    assert set(FILES) | {"static/desk.css", "static/desk.js", "static/site.js"} <= site().keys()
    assert len(site()) == len(list(site_pages(record(), "port talks")))


@pytest.mark.parametrize("safe", [False, True])
def test_every_link_leads_to_a_place_in_a_file(safe: bool) -> None:
    ids = {name: set(document_fromstring(html).xpath("//@id")) for name, html in pages(safe).items()}
    checked = 0
    for name, html in pages(safe).items():
        for url in document_fromstring(html).xpath("//@href | //@src | //@action"):
            if url.startswith(("https://wire.example", "#")):
                continue
            path, _, place = str(url).partition("#")
            target = normpath(join(dirname(name), path))
            assert target in site(safe), (name, url)
            assert not place or place in ids[target], (name, url)
            checked += 1
    assert checked > 300


def test_no_page_needs_a_server_or_a_looser_policy() -> None:
    for name, html in pages().items():
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=\"|<script(?! src=\")|method=\"post\"|=\"/", html), name
        assert "/check" not in html
        assert "/review" not in html


def test_hostile_articles_stay_text() -> None:
    for html in pages().values():
        assert "<script>alert" not in html
        assert "<img" not in html
        assert 'href="javascript' not in html
    assert "<script>" not in site()["passages.js"].split("RECORD = ")[0]


def test_the_search_knows_every_passage_and_where_it_stands() -> None:
    told = json.loads(site()["passages.js"].partition("RECORD = ")[2].rstrip(";\n"))
    found = [told["articles"][n] + [place] for n, place, words in told["passages"] if "limit on night shifts" in words]
    assert [(outlet, day) for _, outlet, _, day, _ in found] == [
        ("Coastal Wire", "5 Mar 2024"), ("Harbour Gazette", "8 Mar 2024"),
    ]  # fmt: skip
    for file, _, _, _, place in found:
        assert f'id="{place}"' in site()[file]
    assert not any("Home | News" in words for _, _, words in told["passages"])


def test_what_cannot_be_told_without_a_server_is_not_offered() -> None:
    page = site()["index.html"]
    assert "What the last build changed" not in page
    assert "parley serve" in page
    assert "Review" not in page


def test_withheld_words_are_on_no_page() -> None:
    for html in pages(safe=True).values():
        assert "close the door" not in html
    assert "characters, sha256" in pages(safe=True)["quotes.html"]


def test_file_names_are_plain_and_their_own() -> None:
    names = [
        file_name(a) for a in ("/", "/quotes", "/quotes?page=2", "/articles/a%2Fb", "/articles/a-b", "/?origin=o1")
    ]
    assert names[:2] == ["index.html", "quotes.html"]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"(?:[a-z]+/)?[a-z0-9-]+\.(?:html)", n) for n in names)
    assert all(n.isascii() for n in site())


def test_articles_have_files_and_their_facts_lead_into_them() -> None:
    (wire,) = (n for n in site() if n.startswith("articles/wire-2024-1-"))
    assert WIRE.title is not None
    assert WIRE.title in site()[wire]
    assert any(f"../{wire}#s" in html for name, html in pages().items() if name.startswith("quotes/speaker-"))


def test_an_empty_record_is_a_site_too() -> None:
    assert "index.html" in dict(site_pages(Record((), ())))
