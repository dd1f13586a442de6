"""Where things are: every noun of a record has an address on the desk."""

from urllib.parse import quote, urlencode

from parley.record import Copy, Span


def article_url(article: str) -> str:
    return "/articles/" + quote(article, safe="")


def anchor(span: Span) -> str:
    return f"s{span.start}-{span.end}"


def words_url(span: Span) -> str:
    """The words of a span in their article."""
    return f"{article_url(span.article)}#{anchor(span)}"


def pair_url(copy: Copy) -> str:
    return f"/copies/{quote(copy.a, safe='')}/{quote(copy.b, safe='')}"


def asked_url(path: str, **query: str | None) -> str:
    kept = {k: v for k, v in query.items() if v}
    return path + ("?" + urlencode(kept) if kept else "")
