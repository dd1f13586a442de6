"""A text with marked spans as markup. Spans that cross are split, so that the elements nest; the text stays whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup, escape


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked code points [start, end): `layers` become classes, `anchor` the id of the first piece, `note` the number of
    a fact in the margin, which is shown at the end."""

    start: int
    end: int
    layers: tuple[str, ...] = ()
    anchor: str | None = None
    notes: tuple[int, ...] = ()


def marked(text: str, start: int, end: int, marks: Sequence[Mark]) -> Markup:
    """Code points [start, end) of the text with all marks that lie in them, cut to them."""
    inside = sorted((_cut(m, end) for m in marks if m.start < min(end, m.end) and m.end > start), key=_outer_first)
    edges = sorted({start, end, *(e for m in inside for e in (m.start, m.end) if start < e < end)})
    parts: list[Markup | str] = []
    opened: list[Mark] = []
    turn = 0
    for at, upto in zip(edges, [*edges[1:], end], strict=True):
        opened = _close(parts, opened, at)
        while turn < len(inside) and inside[turn].start <= at < end:
            parts.append(_open(inside[turn], first=inside[turn].start >= start))
            opened.append(inside[turn])
            turn += 1
        parts.append(escape(text[at:upto]))
    _close(parts, opened, end)
    return Markup("").join(parts)


def _cut(mark: Mark, end: int) -> Mark:
    """The part of a mark before `end`; its facts are told where the whole mark ends."""
    return mark if mark.end <= end else replace(mark, end=end, notes=())


def _outer_first(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end


def _close(parts: list[Markup | str], opened: list[Mark], at: int) -> list[Mark]:
    """Closes what ends here; what was opened inside it and goes on is opened again."""
    ending = [n for n, mark in enumerate(opened) if mark.end <= at]
    if not ending:
        return opened
    on = [m for m in opened[ending[0] :] if m.end > at]
    for mark in reversed(opened[ending[0] :]):
        parts.append(Markup("</span>"))
        if mark.end <= at:
            parts.extend(_reference(n) for n in mark.notes)
    parts.extend(_open(m, first=False) for m in on)
    return opened[: ending[0]] + on


def _open(mark: Mark, first: bool) -> Markup:
    """Names of layers and anchors are the desk's own: letters, digits and dashes."""
    name = f' {"id" if first else "data-of"}="{mark.anchor}"' if mark.anchor else ""
    layers = f' class="m {" ".join(mark.layers)}"' if mark.layers else ""
    return Markup(f"<span{name}{layers}>")  # noqa: S704


def _reference(number: int) -> Markup:
    """The number is drawn by the style sheet, so that it is never part of text that is copied."""
    return Markup(f'<a class="ref" href="#f{number}" data-n="{number}" aria-label="fact {number}"></a>')  # noqa: S704
