"""The desk's one convention: a screen is a function from what was asked to what is shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from parley.views.contract import Json
from parley.views.web.desk import Desk
from parley.views.web.index import Index

T = TypeVar("T")
STILL_SIZE = 4  # a page of a site of files is longer by this: fewer files, and a browser searches in it


class MissingError(Exception):
    """Nothing is at this address; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: the record, the address without `.json`, what stood in its path, its query and (for POST) its form.

    `still`: the page is for a site of files, in which a list is narrowed by one filter at a time and no form is sent.
    """

    desk: Desk
    index: Index
    address: str
    path: Mapping[str, str] = field(default_factory=dict)
    query: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] = field(default_factory=dict)
    still: bool = False

    def url(self, **changed: object) -> str:
        """This address with other query values; None takes one away, and any change but of the page leads to page 1."""
        query = {k: v for k, v in self.query.items() if "page" in changed or (k != "page" and not self.still)}
        query |= {k: str(v) for k, v in changed.items() if v is not None}
        kept = {k: v for k, v in query.items() if v != "" and changed.get(k, v) is not None}
        return self.address + ("?" + urlencode(kept) if kept else "")


@dataclass(frozen=True, slots=True)
class Shown:
    """A page: its template with values, and the same as JSON; `moved` sends the browser on instead."""

    template: str
    title: str
    json: Callable[[], Json]
    values: dict[str, Any] = field(default_factory=dict)
    status: int = 200
    moved: str | None = None


Screen = Callable[[Asked], Shown]


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a longer list."""

    items: Sequence[T]
    number: int
    pages: int
    total: int
    first: int


def paged(asked: Asked, items: Sequence[T], size: int) -> Page[T]:
    """The page that the query asks for; the nearest one where there is no such page."""
    size *= STILL_SIZE if asked.still else 1
    pages = max(1, -(-len(items) // size))
    told = asked.query.get("page", "1")
    number = min(max(int(told), 1), pages) if told.isdecimal() and len(told) < 7 else 1
    first = (number - 1) * size
    return Page(items[first : first + size], number, pages, len(items), first + 1 if items else 0)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: its name, how many it has, where it leads."""

    name: str
    count: int
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one property that a list can be narrowed to; `all` leads to the list without it."""

    key: str
    title: str
    choices: tuple[Choice, ...]
    all: str
    more: int = 0


MOST_CHOICES = 14
