"""Pages from templates; everything that comes from an article is escaped."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from parley.views.difference import difference, sides
from parley.views.web import address, telling
from parley.views.web.screen import Asked, Shown

NAV = (
    ("/", "Articles"),
    ("/copies", "Copies"),
    ("/quotes", "Quotes"),
    ("/positions", "Positions"),
    ("/timeline", "Timeline"),
    ("/figures", "Figures"),
    ("/findings", "Findings"),
    ("/actors", "Actors"),
    ("/check", "Check a draft"),
    ("/review", "Review"),
)


STILL_NAV = tuple((url, name) for url, name in NAV if url not in ("/check", "/review"))  # no form is sent there


def page(asked: Asked, shown: Shown) -> str:
    nav = STILL_NAV if asked.still else NAV
    twin = "/index.json" if asked.address == "/" else asked.address + ".json"
    told = environment().get_template(shown.template).render(
        **shown.values, title=shown.title, asked=asked, index=asked.index, nav=nav, here=section(asked.address), twin=twin
    )  # fmt: skip
    return told.replace("\0", "\ufffd")  # a browser leaves NUL out, and the reader would not see it


def section(address: str) -> str:
    """The entry of the navigation that an address belongs to; "" where it is none."""
    if address.startswith("/articles/"):
        return "/"
    return next((url for url, _ in NAV if address == url or (url != "/" and address.startswith(url + "/"))), "")


@cache
def environment() -> Environment:
    made = Environment(
        loader=PackageLoader("parley.views.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    filters: dict[str, Any] = {
        "day": telling.day,
        "dated": telling.dated,
        "hour": telling.hour,
        "precision": telling.precision,
        "number": telling.number,
        "amount": telling.amount,
        "condition": telling.condition,
        "brief": telling.brief,
        "tight": telling.tight,
        "first_up": lambda text: text[:1].upper() + text[1:],
        "counted": telling.counted,
        "plain": telling.plain,
        "tone": telling.tone,
        "gathering": telling.gathering,
        "percent": telling.percent,
        "direction": telling.direction,
        "doubt": telling.doubt,
    }
    made.filters.update(filters)
    made.globals.update(
        article_url=address.article_url, words_url=address.words_url, pair_url=address.pair_url, anchor=address.anchor,
        asked_url=address.asked_url, difference=difference, sides=sides, count=telling.count,
    )  # fmt: skip
    return made
