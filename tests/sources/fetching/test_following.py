"""Feeds and pages on the web: the articles behind the entries, once each; what a page names is never fetched."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from parley.record import Article
from parley.sources import Problem, articles
from parley.sources.fetching import Visits, Web
from tests.sites import HTML, Hours, Site, here

XML = {"Content-Type": "application/rss+xml"}
LONG = "The union and the port company met in Linden on Monday and talked about night shifts until the evening. " * 20


def page(words: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body><p>{words}</p><img src='/image.png'><script src='/x.js'></script><iframe src='/frame'></iframe></body></html>".encode()


def entry(link: str, title: str = "Talks open", body: str = "Short.", more: str = "") -> str:
    return f"<item><title>{title}</title><link>{link}</link><description><![CDATA[{body}]]></description>{more}</item>"


def feed(*entries: str, title: str = "Harbour Gazette") -> bytes:
    return f"<rss><channel><title>{title}</title>{''.join(entries)}</channel></rss>".encode()


def read(inputs: Sequence[Path | str], web: Web) -> tuple[list[Article], list[Problem]]:
    found = list(articles(inputs, web))
    return [a for a in found if isinstance(a, Article)], [p for p in found if isinstance(p, Problem)]


def test_the_pages_behind_a_feed_are_read_and_nothing_that_they_name(site: Site, web: Web) -> None:
    dated = "<pubDate>Tue, 05 Mar 2024 09:30:00 +0100</pubDate><author>desk@a.example (Lena Marsh)</author>"
    site.answers["/feed"] = (200, XML, feed(entry("/1", more=dated), entry(site.url("/2"))))
    site.answers["/1"] = (200, HTML, page("The dockers walked out."))
    site.answers["/2"] = (200, HTML, page("The port reopened.", "<title>Port reopens</title>"))
    (one, two), problems = read([site.url("/feed")], web)
    assert problems == []
    assert site.paths == ["/feed", "/1", "/2"]
    assert (one.id, one.url, one.text) == (site.url("/1"), site.url("/1"), "The dockers walked out.")
    assert (one.title, one.outlet, one.byline) == ("Talks open", "Harbour Gazette", ("Lena Marsh",))
    assert (one.published, one.published_basis) == ("2024-03-05T09:30", "feed")
    assert two.title is None  # the page has one of its own


def test_an_entry_that_holds_its_article_is_not_fetched(site: Site, web: Web) -> None:
    site.answers["/feed"] = (
        200,
        XML,
        feed(entry("/1", body=f"<p>{LONG}</p>"), entry("/2", body=f"<p>{LONG} Read more</p>")),
    )
    site.answers["/2"] = (200, HTML, page("All of it."))
    (one, two), _ = read([site.url("/feed")], web)
    assert one.text == " ".join(LONG.split())
    assert two.text == "All of it."
    assert site.paths == ["/feed", "/2"]


def test_what_was_read_before_is_not_fetched_again(site: Site, web: Web) -> None:
    site.answers["/feed"] = (200, {**XML, "ETag": '"1"'}, feed(entry("/1")))
    site.answers["/1"] = (200, HTML, page("The dockers walked out."))
    assert len(read([site.url("/feed")], web)[0]) == 1
    site.answers["/feed"] = (200, {**XML, "ETag": '"2"'}, feed(entry("/2"), entry("/1")))
    site.answers["/2"] = (200, HTML, page("The port reopened."))
    later = Web(Visits(dict(web.visits.validators), {site.url("/1")}), here, web.clock, web.sleep)
    (found,), _ = read([site.url("/feed")], later)
    assert found.text == "The port reopened."
    assert site.asked[-2][2]["if-none-match"] == '"1"'
    assert later.visits.validators[site.url("/feed")].etag == '"2"'


def test_an_unchanged_feed_gives_nothing_and_is_no_problem(site: Site, web: Web) -> None:
    site.answers["/feed"] = lambda h: (
        (304, {}, b"") if "if-none-match" in h else (200, {"ETag": '"1"'}, feed(entry("/1")))
    )
    site.answers["/1"] = (200, HTML, page("The dockers walked out."))
    read([site.url("/feed")], web)
    assert read([site.url("/feed")], web) == ([], [])


def test_pages_that_failed_are_tried_at_the_next_look(site: Site, web: Web, hours: Hours) -> None:
    site.answers["/feed"] = (
        200,
        {**XML, "ETag": '"1"'},
        feed(*(entry(f"http://b.example:{site.port}/{n}") for n in range(9))),
    )
    site.answers |= {f"/{n}": (503, {}, b"") for n in range(9)}
    found, (problem,) = read([site.url("/feed")], web)
    assert found == []
    assert "9 of its articles were not fetched: its host is busy" in problem.what
    assert not problem.lost
    assert len(site.paths) == 2  # the host is left alone after the first
    assert web.visits.validators == {}
    hours.now += 3600
    site.answers |= {f"/{n}": (200, HTML, page(f"The port reopened on day {n}.")) for n in range(9)}
    assert len(read([site.url("/feed")], web)[0]) == 9


def test_pages_that_cannot_be_had_leave_the_words_of_the_feed(site: Site, web: Web) -> None:
    site.answers["/feed"] = (
        200,
        XML,
        feed(entry("/1", body="The talks opened."), entry("/2", body=""), entry("http://127.0.0.1/3")),
    )
    site.answers["/1"] = (403, {}, b"")
    found, problems = read([site.url("/feed")], web)
    assert [a.text for a in found] == ["The talks opened.", "Short."]
    assert [(p.lost, p.what.split(" (")[0].split(";")[0]) for p in problems] == [
        (False, "its host does not show it to programs"),
        (True, "is not there any more"),
        (False, "leads to a private address, which is never fetched"),
    ]


def test_a_feed_of_very_many_entries_is_read_in_parts(site: Site, web: Web) -> None:
    site.answers["/feed"] = (200, XML, feed(*(entry(f"/{n}") for n in range(60))))
    site.answers |= {f"/{n}": (200, HTML, page(f"The port reopened on day {n}.")) for n in range(60)}
    found, (problem,) = read([site.url("/feed")], web)
    assert (len(found), problem.what) == (50, "10 of its articles were not fetched: too many for one look")
    found, problems = read([site.url("/feed")], web)
    assert (len(found), problems) == (10, [])


def test_a_list_of_feeds_on_the_web_or_named_as_a_file(site: Site, web: Web, tmp_path: Path) -> None:
    outlines = f'<outline xmlUrl="{site.url("/feed")}"/><outline xmlUrl="file:///etc/passwd"/><outline xmlUrl="{site.url("/list")}"/>'
    opml = f"<opml><body>{outlines}</body></opml>"
    site.answers["/list"] = (200, XML, opml.encode())
    site.answers["/feed"] = (200, XML, feed(entry("/1")))
    site.answers["/1"] = (200, HTML, page("The dockers walked out."))
    (found,), problems = read([site.url("/list")], web)
    assert found.id == site.url("/1")
    assert [p.what for p in problems] == ["is not an address of the web", "a list within a list is not followed"]
    (tmp_path / "list.opml").write_text(f'<opml><body><outline xmlUrl="{site.url("/feed")}"/></body></opml>')
    (found,), _ = read([tmp_path / "list.opml"], Web(Visits(), here, web.clock, web.sleep))
    assert found.id == site.url("/1")


def test_a_list_in_a_folder_is_not_fetched(site: Site, web: Web, tmp_path: Path) -> None:
    (tmp_path / "list.opml").write_text(f'<opml><body><outline xmlUrl="{site.url("/feed")}"/></body></opml>')
    found, (problem,) = read([tmp_path], web)
    assert found == []
    assert problem.what == "feeds are not fetched"
    assert site.asked == []


def test_a_page_and_plain_text(site: Site, web: Web) -> None:
    site.answers["/1"] = (
        200,
        {"Content-Type": "text/html; charset=koi8-r"},
        "<p>Переговоры начались.</p>".encode("koi8-r"),
    )
    site.answers["/2.txt"] = (200, {"Content-Type": "text/plain"}, b"Talks open in Linden.\n")
    site.answers["/3.pdf"] = (200, {"Content-Type": "application/pdf"}, b"%PDF-1.4")
    (one, two), (problem,) = read([site.url("/1"), site.url("/2.txt"), site.url("/3.pdf")], web)
    assert (one.text, two.text) == ("Переговоры начались.", "Talks open in Linden.\n")
    assert "application/pdf" in problem.what


BAD = [
    ("/none", "is not there any more"),
    ("/empty", "holds no entry"),
    ("/bomb", "entities"),
    ("/scripts", "no text"),
]


@pytest.mark.parametrize(("path", "told"), BAD)
def test_what_cannot_be_read_stops_nothing(path: str, told: str, site: Site, web: Web) -> None:
    site.answers["/empty"] = (200, XML, b"<rss><channel></channel></rss>")
    site.answers["/bomb"] = (200, XML, b'<!DOCTYPE a [<!ENTITY a "aa">]><rss><channel>&a;</channel></rss>')
    site.answers["/scripts"] = (200, HTML, b"<script>talk()</script>")
    site.answers["/1"] = (200, HTML, page("The dockers walked out."))
    (found,), (problem,) = read([site.url(path), site.url("/1")], web)
    assert found.text == "The dockers walked out."
    assert told in problem.what
    assert problem.lost


def test_a_feed_that_collects_what_others_wrote_is_no_outlet(site: Site, web: Web) -> None:
    site.answers["/feed"] = (
        200,
        XML,
        feed(
            entry(site.url("/1", host="www.b.example")), entry(site.url("/2", host="www.a.example")), title="Port news"
        ),
    )
    site.answers |= {path: (200, HTML, page("The dockers walked out.")) for path in ("/1", "/2")}
    found, _ = read([site.url("/feed")], web)
    assert [a.outlet for a in found] == [None, "Port news"]
