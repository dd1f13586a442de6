"""Quantities: one row each, every value that outlets give on one scale."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from parley.record import Figure
from parley.views import contract
from parley.views.web.index import Index
from parley.views.web.narrowing import Trait, by_words, narrow
from parley.views.web.pictures.dots import dots
from parley.views.web.screen import Asked, Shown, paged

NO_UNIT = "none"


@dataclass(frozen=True, slots=True)
class Quantity:
    """All values given of one thing in one unit; a value of an unnamed thing stands alone."""

    of: str | None
    unit: str | None
    figures: tuple[Figure, ...]
    picture: Markup | None
    origins: int


def figures(asked: Asked) -> Shown:
    index = asked.index
    every = index.record.figures
    found, facets = narrow(asked, every, _traits(index))
    groups = index.once(
        ("figures", tuple(asked.query.get(f.key) for f in facets) if len(found) < len(every) else None),
        lambda: sorted(_together(found), key=_rank),
    )
    page = paged(asked, groups, 25)
    rows = [_quantity(index, g) for g in page.items]
    return Shown(
        "figures.html",
        "Figures",
        lambda: {"figures": [contract.figure_json(f, index.texts) for f in found]},
        {"page": page, "rows": rows, "facets": facets},
    )


def _traits(index: Index) -> list[Trait[Figure]]:
    unit: Trait[Figure] = Trait(
        "unit", "Unit", lambda f: (f.unit or NO_UNIT,), lambda u: "no unit" if u == NO_UNIT else u
    )
    return [unit, *by_words(index, lambda f: f.evidence, "outlet", "date")]


def _together(found: Iterable[Figure]) -> list[list[Figure]]:
    groups: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for n, figure in enumerate(found):
        key = (figure.of.lower(), figure.unit or "") if figure.of else (str(n),)
        groups[key].append(figure)
    return list(groups.values())


def _rank(group: list[Figure]) -> tuple[bool, int, int, str]:
    """Named things of which most values are given first."""
    return group[0].of is None, -len(group), -sum(len(f.evidence) for f in group), group[0].of or ""


def _quantity(index: Index, group: list[Figure]) -> Quantity:
    ordered = tuple(sorted(group, key=lambda f: (f.low if f.low is not None else f.high or 0, f.comparator)))
    origins = index.origins(s.article for f in group for s in f.evidence)
    return Quantity(group[0].of, group[0].unit, ordered, dots(ordered), origins)
