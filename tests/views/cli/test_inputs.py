"""Addresses on the command line: read once, asked again only for what changed."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from parley.sources import fetching
from parley.store import open_store
from parley.views.cli import main
from tests.sites import HTML, Hours, Site, here, serving

PAGE = "<html><body><h1>Pay talks open</h1><p>Nora Vance met the company in Linden on Thursday for two hours.</p></body></html>"


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    hours = Hours()
    monkeypatch.setattr(fetching, "Web", partial(fetching.Web, resolve=here, clock=hours.clock, sleep=hours.sleep))
    with serving() as found:
        item = "<item><title>Pay talks open</title><link>/1</link><description>Short.</description></item>"
        feed = f"<rss><channel><title>Tide Radio</title>{item}</channel></rss>".encode()
        found.answers["/feed"] = lambda h: (304, {}, b"") if "if-none-match" in h else (200, {"ETag": '"1"'}, feed)
        found.answers["/1"] = (200, HTML, PAGE.encode())
        yield found


def test_a_feed_is_built_from_and_its_pages_are_fetched_once(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.parley"
    assert main(["build", str(file), site.url("/feed")]) == 0
    with open_store(file) as store:
        assert [a.id for a in store.articles()] == [site.url("/1")]
        assert store.feeds() == {site.url("/feed"): ('"1"', "")}
    assert main(["build", str(file), site.url("/feed")]) == 0
    assert "Nothing changed" in capsys.readouterr().out
    assert site.paths == ["/feed", "/1", "/feed"]


def test_a_list_of_feeds_is_a_list_of_addresses(site: Site, tmp_path: Path) -> None:
    feeds = tmp_path / "feeds.opml"
    feeds.write_text(f'<opml><body><outline xmlUrl="{site.url("/feed")}"/></body></opml>')
    assert main(["build", str(tmp_path / "a.parley"), str(feeds)]) == 0
    assert site.paths == ["/feed", "/1"]


def test_an_address_that_gives_nothing_is_an_error(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(tmp_path / "a.parley"), site.url("/none")]) == 1
    assert main(["read", "http://127.0.0.1/"]) == 1
    told = capsys.readouterr().err
    assert "is not there any more" in told
    assert "private address" in told
    assert not (tmp_path / "a.parley").exists()
