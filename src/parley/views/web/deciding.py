"""Decisions from the forms of the review: accept, put right, reject, unite, tell apart, rename, undo."""

import re
from collections.abc import Callable, Mapping, Sequence

from parley.record import (
    Actor,
    Comparator,
    CopyKind,
    Decision,
    DecisionKind,
    Direction,
    Issue,
    MeetingStatus,
    StanceKind,
    Target,
)
from parley.text.words import fold
from parley.views.making import now
from parley.views.web.doubts import Doubt
from parley.views.web.index import Index
from parley.views.web.screen import MissingError

NOTHING = "The form names nothing that can be decided. Go back and reload the page."
GONE = "This fact is not in the record any more. Go back and reload the page."
ISO_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
MOST_SUBJECTS = 200

Check = Callable[[str], bool]


def _one_of(*values: str) -> Check:
    return frozenset(values).__contains__


def _number(told: str) -> bool:
    return re.fullmatch(r"\d{1,15}(\.\d{1,6})?", told) is not None


def _words(told: str) -> bool:
    return bool(told)


# What can be put right of each kind, and what may stand there; the first is what accepting confirms.
FIELDS: dict[Target, dict[str, tuple[Check, str]]] = {
    Target.QUOTE: {"speaker": (lambda told: True, "a name, or nothing where it is unresolved")},
    Target.POSITION: {"stance": (_one_of(*StanceKind), "one of the stances")},
    Target.COPY: {
        "kind": (_one_of(*CopyKind), "one of the kinds of copy"),
        "direction": (_one_of(*Direction), "one of the directions"),
    },
    Target.MEETING: {
        "status": (_one_of(*MeetingStatus), "held, planned or cancelled"),
        "date": (lambda told: ISO_DAY.fullmatch(told) is not None, "a date such as 2024, 2024-03 or 2024-03-05"),
        "place": (_words, "a place"),
        "forum": (_words, "a round or a forum"),
    },
    Target.FIGURE: {
        "comparator": (_one_of(*Comparator), "one of the comparators"),
        "low": (_number, "a number such as 9400 or 4.5"),
        "high": (_number, "a number such as 9400 or 4.5"),
        "unit": (_words, "a unit"),
        "of": (_words, "what is counted"),
    },
}


def decisions(index: Index, doubts: Sequence[Doubt], form: Mapping[str, str]) -> list[Decision]:
    """The decisions that a form asks for. Raises MissingError, whose message says what to put right."""
    try:
        target = Target(form.get("target", ""))
    except ValueError:
        raise MissingError(NOTHING) from None
    act = form.get("act", "")
    if target is Target.DECISION:
        return [_made(form, DecisionKind.REJECT, target, (form.get("id", ""),))]
    if act in ("unite", "part", "rename"):
        return [_regrouped(index, form, target, act)]
    if target not in FIELDS:
        raise MissingError(NOTHING)
    subjects = tuple(form.get("id", "").split(",")[:MOST_SUBJECTS])
    if act == "reject":
        return [_made(form, DecisionKind.REJECT, target, subjects)]
    doubt = next((d for d in doubts if d.target is target and d.ids == subjects), None)
    if doubt is None:
        raise MissingError(GONE)
    fixes = _fixes(doubt, form) if act == "fix" else {}
    fixes = fixes or _accepted(doubt)
    return [_made(form, DecisionKind.CORRECT, target, subjects, field, value) for field, value in fixes.items()]


def value_of(doubt: Doubt, field: str) -> str | None:
    """What the record says now, as a form has it."""
    if field == "speaker":
        speaker = getattr(doubt.fact, "speaker", None)
        return speaker.name if speaker else None
    told = getattr(doubt.fact, field)
    return f"{told:.10g}" if isinstance(told, float) else None if told is None else str(told)


def _fixes(doubt: Doubt, form: Mapping[str, str]) -> dict[str, str | None]:
    """The fields that the form changes. A number can be put right where there is one."""
    found: dict[str, str | None] = {}
    for field, (fits, wanted) in FIELDS[doubt.target].items():
        told, old = form.get(f"fix-{field}", "").strip()[:200], value_of(doubt, field)
        if f"fix-{field}" not in form or told == (old or ""):
            continue
        if not fits(told) or (old is None and field in ("low", "high")):
            raise MissingError(
                f"“{told}” is no {field} that can be kept: it has to be {wanted}. Go back to put it right."
            )
        found[field] = told or None
    return found


def _accepted(doubt: Doubt) -> dict[str, str | None]:
    """Accepting makes a fact sure: it is corrected to what it already says."""
    if doubt.target is Target.POSITION:
        return {"score": "1.0"}
    field = next(iter(FIELDS[doubt.target]))
    return {field: value_of(doubt, field)}


def _regrouped(index: Index, form: Mapping[str, str], target: Target, act: str) -> Decision:
    """Two actors or issues that are one, one that is several, or one that should bear another name."""
    if target not in (Target.ACTOR, Target.ISSUE):
        raise MissingError(NOTHING)
    nouns: Sequence[Actor | Issue] = index.record.actors if target is Target.ACTOR else index.record.issues
    first = named(nouns, form.get("first", ""))
    name_of = {n.id: n.name for n in nouns}
    if act == "part":
        return _made(form, DecisionKind.SPLIT, target, (first,), value=name_of[first])
    if act == "rename":
        name = " ".join(form.get("second", "").split())[:200]
        if not name:
            raise MissingError("The new name is missing. Go back to put it right.")
        return _made(form, DecisionKind.CORRECT, target, (first,), "name", name)
    other = named(nouns, form.get("second", ""))
    if first == other:
        raise MissingError("These are one already: name two. Go back to put it right.")
    return _made(form, DecisionKind.MERGE, target, (first, other), value=f"{name_of[first]} = {name_of[other]}")


def named(nouns: Sequence[Actor | Issue], told: str) -> str:
    """The id of the noun of that name, or of that id where several bear the name."""
    asked = fold(told.strip())
    found = [n.id for n in nouns if n.id == told.strip() or fold(n.name) == asked]
    if len(found) != 1 or not asked:
        which = f"“{told.strip()[:80]}”"
        why = (
            f"{len(found)} have the name {which}: give an id ({', '.join(found[:4])})"
            if found
            else f"none is named {which}"
        )
        raise MissingError(f"It is not clear who or what is meant: {why}. Go back to put it right.")
    return found[0]


def _made(
    form: Mapping[str, str],
    kind: DecisionKind,
    target: Target,
    subjects: tuple[str, ...],
    field: str | None = None,
    value: str | None = None,
) -> Decision:
    reason, author = form.get("reason", "").strip()[:500], form.get("author", "").strip()[:80] or "desk"
    return Decision(kind, target, subjects, reason, author, now(), field, value)
