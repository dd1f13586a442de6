"""What a page's markup adds to what its lines look like. The model is trained on this very function."""

import re
from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from parley.learn.lines import SLOTS, slots
from parley.reading.labelling.bags import numbered, whole_bags_of
from parley.reading.labelling.features import Matrix, features, shifted, spread
from parley.reading.lines import BLANKS, Line, openings
from parley.record import BlockKind
from parley.text.markup import ShownLine
from parley.text.once import Kept

TAGS = (
    "p", "li", "h1", "h2", "h3", "h4", "td", "figure", "figcaption", "a", "blockquote", "aside", "nav", "footer", "header", "form", "article", "main",
    "time", "address", "pre", "button", "section", "dd", "label",
)  # fmt: skip
NAMED = tuple(map(re.compile, (
    r"comment|disqus|reply|respon", r"relat|recommend|more-|also|trending|popular|teaser|card|promo", r"nav|menu|breadcrumb|header|footer",
    r"share|social|follow", r"caption|credit|image|photo|media|gallery", r"byline|author|bio\b|profile", r"article.?body|story.?body|entry.?content|post.?content|content.?body|articletext",
    r"newsletter|subscri|signup|paywall|cookie|consent|modal|popup|banner|advert|\bads?\b|sponsor", r"sidebar|widget|aside|\brail", r"tag|categor|topic|meta|date|time",
)))  # fmt: skip
REMEMBERED = 50_000  # tags and words of names whose slots are kept
MOST_NAMES = 24  # words of class and id names that are read, innermost last
NAME_WORD = re.compile(r"[a-z]+")


def lines_of(shown: Sequence[ShownLine]) -> tuple[list[Line], list[ShownLine]]:
    """Lines with offsets in the coordinate text (the shown lines joined by line feeds), and their places in the markup."""
    lines: list[Line] = []
    places: list[ShownLine] = []
    at = 0
    for line in shown:
        text = line.text.strip(BLANKS)
        if text:
            start = at + line.text.index(text)
            lines.append(Line(start, start + len(text), text))
            places.append(line)
        at += len(line.text) + 1
    return lines, places


def bags(lines: Sequence[Line], places: Sequence[ShownLine]) -> list[list[int]]:
    """Slots of each line's words, and of the tags and names around it."""
    found = slots(openings(lines))
    told: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for bag, place in zip(found, places, strict=True):
        key = place.names, place.tags[-4:]  # many lines share a place
        if key not in told:
            told[key] = _place_slots(*key)
        bag += told[key]
    return found


def _place_slots(names: str, tags: tuple[str, ...]) -> list[int]:
    """In one order, for sums of floats depend on it."""
    inner = dict.fromkeys(NAME_WORD.findall(names)[-MOST_NAMES:])
    return [_MARKUP[told] for told in (*(f"#{name}" for name in inner), *(f"<{tag}" for tag in tags))]


_MARKUP = Kept[str, int](lambda told: crc32(told.encode()) % SLOTS, REMEMBERED)


def page_features(
    lines: Sequence[Line], places: Sequence[ShownLine], kinds: Sequence[BlockKind], wording: NDArray[np.float32],
    taken: Sequence[Sequence[bool]],
) -> Matrix:  # fmt: skip
    """One row a line; `taken` holds, for each extractor, which lines it takes for the article's."""
    letters = np.array([max(1, len(line.text)) for line in lines], np.float32)
    linked = np.minimum(np.array([p.linked for p in places], np.float32) / letters, 1)
    known = {(p.tags, p.names): p for p in places}
    told = {key: _flags(p) for key, p in known.items()}  # many lines share a place
    flags = np.array([told[p.tags, p.names] for p in places], np.float32)
    chosen = [np.array(t, np.float32) for t in taken]
    around = [
        x for c in [*chosen, linked] for x in (*(shifted(c, k) for k in (-2, -1, 1, 2)), spread(c, 4), spread(c, 12))
    ]
    of_path = _path_shares(places, letters, chosen[0])
    rows = features(lines, kinds, wording, whole_bags_of(lines))
    return np.column_stack([rows, linked, flags, *chosen, *around, *of_path]).astype(np.float32)


def _flags(place: ShownLine) -> tuple[float, ...]:
    words = place.names.split()
    named = _named(place.names)
    inner = _named(" ".join(words[-12:])) if len(words) > 12 else named
    return (
        *(tag in place.tags for tag in TAGS), *named, *inner,
        len(place.tags), place.tags[-1] == "p" if place.tags else 0,
    )  # fmt: skip


@lru_cache(maxsize=4096)
def _named(names: str) -> tuple[bool, ...]:
    return tuple(name.search(names) is not None for name in NAMED)


def _path_shares(
    places: Sequence[ShownLine], letters: NDArray[np.float32], taken: NDArray[np.float32]
) -> list[NDArray[np.float64]]:
    """How many of the page's letters, and of those taken, stand in elements of the same path; and within its parent."""
    found = []
    for depth in (0, 1, 2):
        paths = ((p.tags[: len(p.tags) - depth], p.names[:80] if depth == 0 else "") for p in places)
        group = numbered(paths)
        whole, kept = np.bincount(group, letters), np.bincount(group, letters * taken)
        found += [(whole / float(letters.sum()))[group], (kept / whole)[group]]
    return found
