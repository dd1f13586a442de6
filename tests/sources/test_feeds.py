"""Feeds as files: entries with title, day, address and outlet; lists of feeds; bombs and other XML are refused."""

from pathlib import Path

import pytest

from parley.record import Article
from parley.sources import Problem, articles

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Harbour Gazette</title><item><title>Dockers vote</title><link>http://a.example/1</link>
<pubDate>Tue, 05 Mar 2024 09:30:00 +0100</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>The union met the port company.</p><p>“Talks go on,” it said.</p>]]></content:encoded></item>
<item><title>Nothing</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Tide Radio</title><entry><title>Port opens</title>
<link rel="self" href="http://a.example/x"/><link rel="alternate" href="http://a.example/2"/><published>2024-03-06T08:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The port opened.</p></div></content></entry></feed>"""


def read(path: Path, content: str | bytes | None = None) -> tuple[list[Article], list[Problem]]:
    if content is not None:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    found = list(articles([path]))
    return [a for a in found if isinstance(a, Article)], [p for p in found if isinstance(p, Problem)]


def test_rss(tmp_path: Path) -> None:
    (found,), (problem,) = read(tmp_path / "a.rss", RSS)
    assert found.text == "The union met the port company.\n“Talks go on,” it said."
    assert (found.id, found.title, found.outlet) == ("http://a.example/1", "Dockers vote", "Harbour Gazette")
    assert found.published == "2024-03-05T09:30"
    assert "no text" in problem.what


def test_atom(tmp_path: Path) -> None:
    (found,), _ = read(tmp_path / "a.xml", ATOM)
    assert (found.text, found.url, found.published) == ("The port opened.", "http://a.example/2", "2024-03-06T08:00")


def test_authors_and_words_of_an_entry_not_those_of_its_pictures(tmp_path: Path) -> None:
    entry = (
        "<entry><media:title>A crane</media:title><media:content url='crane.png'/><title>Port opens</title><author><name>Lena Marsh</name></author>"
        "<dc:creator>Jonas Pell</dc:creator><content>The port opened.</content></entry>"
    )
    spaces = 'xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    (found,), _ = read(tmp_path / "a.atom", f"<feed {spaces}><title>Tide Radio</title>{entry}</feed>")
    assert (found.title, found.text, found.byline) == ("Port opens", "The port opened.", ("Lena Marsh", "Jonas Pell"))


def test_a_list_reads_the_files_beside_it_and_fetches_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text(RSS)
    outlines = '<outline xmlUrl="a.rss"/><outline xmlUrl="none.rss"/><outline xmlUrl="https://a.example/feed"/>'
    found, problems = read(tmp_path / "list.opml", f"<opml><body>{outlines}</body></opml>")
    assert [a.id for a in found] == ["http://a.example/1"]
    assert [p.what.split(" (")[0] for p in problems] == [
        "the entry has no text",
        "cannot be read",
        "feeds are not fetched",
    ]


BAD = {
    "bomb": ('<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>', "entities"),
    "file entity": ('<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss>&a;</rss>', "entities"),
    "other": ("<note>Talks</note>", "not a feed"),
    "none": ("Talks open.", "not XML"),
    "empty": ("<rss><channel></channel></rss>", "no entry"),
    "deep": ("<rss>" + "<a>" * 100_000, "no entry"),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_feed_is_refused(kind: str, tmp_path: Path) -> None:
    content, told = BAD[kind]
    found, (problem,) = read(tmp_path / "a.xml", content)
    assert found == []
    assert told in problem.what
