"""robots.txt as RFC 9309 reads it."""

import pytest

from parley.sources.fetching.robots import robots_of

ANSWERS = [
    ("", "/x", True),
    ("User-agent: *\nDisallow: /", "/x", False),
    ("User-agent: *\nDisallow:", "/x", True),
    ("User-agent: *\nDisallow: /private\n", "/private/x", False),
    ("User-agent: *\nDisallow: /private\n", "/public", True),
    ("User-agent: *\nDisallow: /\nAllow: /feed", "/feed.xml", True),
    ("User-agent: *\nAllow: /\nDisallow: /feed", "/feed.xml", False),
    ("user-AGENT : parley\ndisallow : /news # not for programs\n\nUser-agent: *\nDisallow: /", "/news/1", False),
    ("user-agent: parley\ndisallow: /news\n\nUser-agent: *\nDisallow: /", "/sport", True),
    ("User-agent: other\nDisallow: /", "/x", True),
    ("User-agent: other\nUser-agent: Parley\nDisallow: /x", "/x", False),
    ("User-agent: other\nDisallow: /y\nUser-agent: Parley\nDisallow: /x", "/y", True),
    ("User-agent: *\nDisallow: /*.xml$", "/a/feed.xml", False),
    ("User-agent: *\nDisallow: /*.xml$", "/a/feed.xml?x=1", True),
    ("User-agent: *\nDisallow: /*/print", "/news/1/print", False),
    ("User-agent: *\nDisallow: /*?", "/news?page=2", False),
    ("User-agent: *\nDisallow: /news$", "/news", False),
    ("User-agent: *\nDisallow: /news$", "/newsroom", True),
    ("User-agent: *\nDisallow: /caf%C3%A9", "/café", False),
    ("\ufeffUser-agent: *\r\nDisallow: /x\r\n", "/x", False),
    ("Disallow: /\n<html>nothing here</html>", "/x", True),
    ("User-agent: *\nDisallow: /" + "*a" * 200, "/" + "a" * 3000, False),
]


@pytest.mark.parametrize(("content", "path", "allowed"), ANSWERS)
def test_what_is_allowed(content: str, path: str, allowed: bool) -> None:
    assert robots_of(content.encode()).allows(path) is allowed


def test_the_pause_that_a_site_asks_for_is_bounded() -> None:
    assert robots_of(b"User-agent: *\nCrawl-delay: 10").pause == 10
    assert robots_of(b"User-agent: *\nCrawl-delay: 86400").pause == 60
    assert robots_of(b"User-agent: *\nCrawl-delay: soon").pause is None
