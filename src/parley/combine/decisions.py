"""A person's decisions, re-applied to every rebuild."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from parley.record import (
    Article,
    Copy,
    Decision,
    DecisionKind,
    Decisions,
    Figure,
    Quote,
    Reading,
    Span,
    Speaker,
    Story,
    Target,
    Utterance,
    short_id,
)

T = TypeVar("T")
ARTICLE_FIELDS = ("outlet", "title", "published")


def id_of(noun: Any) -> str:
    """The id by which a decision names a noun, also one that carries none."""
    if isinstance(noun, Copy):
        return short_id("copy", noun.a, noun.b)
    if isinstance(noun, Quote):
        return short_id("quote", *(f"{s.article}:{s.start}:{s.end}" for s in noun.spans))
    if isinstance(noun, Figure):
        return short_id("figure", *(str(x) for x in (noun.low, noun.high, noun.comparator, noun.unit, noun.of)))
    if isinstance(noun, Decision):
        told = (noun.kind, noun.target, *noun.subjects, noun.field or "", noun.value or "", noun.author, noun.at)
        return short_id("decision", *told)
    return str(noun.id)


def standing(decisions: Decisions) -> Decisions:
    """The decisions that count: without those that a later one takes back by rejecting them, in their order."""
    taken_back: set[str] = set()
    kept: list[Decision] = []
    for decision in reversed(decisions):
        if id_of(decision) in taken_back:
            continue
        if decision.target is Target.DECISION and decision.kind is DecisionKind.REJECT:
            taken_back.update(decision.subjects)
        else:
            kept.append(decision)
    return tuple(reversed(kept))


def apply(items: Sequence[T], decisions: Decisions, target: Target) -> tuple[T, ...]:
    """The items without the rejected, with corrected fields, and with the merged united under the first one's id.

    Decisions are applied in the order in which they were made; one whose subject is not there has no effect.
    """
    found = {id_of(item): item for item in items}
    for decision in decisions:
        if decision.target is target:
            found = _applied(found, decision)
    return tuple(found.values())


def correct_articles(articles: Sequence[Article], decisions: Decisions) -> tuple[Article, ...]:
    """The articles with a person's outlet, title or publication date, which count before the article is read."""
    found = {a.id: a for a in articles}
    for d in (d for d in decisions if d.target is Target.ARTICLE):
        for subject in (s for s in d.subjects if s in found):
            if d.kind is DecisionKind.REJECT:
                del found[subject]
            elif d.kind is DecisionKind.CORRECT and d.field in ARTICLE_FIELDS:
                found[subject] = _told(found[subject], d.field, d.value, d.author)
    return tuple(found.values())


def _told(article: Article, field: str, value: str | None, author: str) -> Article:
    changes: dict[str, Any] = {field: value}
    if field == "published":
        changes["published_basis"] = f"corrected by {author}"
    return replace(article, **changes)


def correct_readings(readings: Sequence[Reading], decisions: Decisions) -> tuple[Reading, ...]:
    """The readings without rejected quotes, and with corrected speakers (sure from then on: score 1)."""
    wanted = {s for d in decisions if d.target is Target.QUOTE for s in d.subjects}
    if not wanted:
        return tuple(readings)
    return tuple(
        replace(r, quotes=apply(r.quotes, decisions, Target.QUOTE)) if wanted & set(map(id_of, r.quotes)) else r
        for r in readings
    )


def _applied(found: dict[str, T], decision: Decision) -> dict[str, T]:
    subjects = [s for s in decision.subjects if s in found]
    if decision.kind is DecisionKind.REJECT:
        return {k: v for k, v in found.items() if k not in subjects}
    if decision.kind is DecisionKind.CORRECT and decision.field:
        return {k: _corrected(v, decision) if k in subjects else v for k, v in found.items()}
    if decision.kind is DecisionKind.MERGE and len(subjects) > 1:
        first, *others = subjects
        united = _united([found[s] for s in subjects])
        return {k: united if k == first else v for k, v in found.items() if k not in others}
    if decision.kind is DecisionKind.SPLIT:
        return {key: part for k, v in found.items() for key, part in (_parts(k, v) if k in subjects else [(k, v)])}
    return found


def _corrected(noun: Any, decision: Decision) -> Any:
    field = decision.field or ""
    if isinstance(noun, Quote) and field == "speaker":
        old = noun.speaker
        speaker = replace(old, name=decision.value) if old else Speaker(None, decision.value)
        return replace(noun, speaker=speaker if decision.value else None, score=1.0)
    if field not in noun.__slots__ or field in ("id", "evidence"):
        return noun
    return replace(noun, **{field: _value(getattr(noun, field), decision.value)})


def _value(old: Any, text: str | None) -> Any:
    """The text as a value of the old one's kind. Raises ValueError where it is none."""
    if text is None or old is None:
        return text
    if isinstance(old, bool):
        return text == "true"
    if isinstance(old, (int, float)):
        return int(text) if isinstance(old, int) and text.isdecimal() else float(text)
    return type(old)(text) if isinstance(old, StrEnum) else text


def _united(nouns: Sequence[Any]) -> Any:
    first = nouns[0]
    if isinstance(first, Utterance):
        quotes = tuple(sorted((q for n in nouns for q in n.quotes), key=lambda q: q.spans))
        drift = len({str(q.spans) for q in quotes}) > 1
        return replace(first, quotes=quotes, drift=first.drift or drift)
    if isinstance(first, Story):
        return replace(first, articles=tuple(sorted({a for n in nouns for a in n.articles})))
    if hasattr(first, "evidence"):
        return replace(first, evidence=_sorted(s for n in nouns for s in n.evidence))
    return first


def _parts(key: str, noun: Any) -> list[tuple[str, Any]]:
    """One noun a piece of evidence; a noun with one piece stays as it is."""
    if isinstance(noun, Utterance) and len(noun.quotes) > 1:
        return [
            (i := short_id(key, id_of(q)), replace(noun, id=i, quotes=(q,), drift=False, flags=())) for q in noun.quotes
        ]
    if len(getattr(noun, "evidence", ())) > 1 and hasattr(noun, "id"):
        return [(i := short_id(key, str(e)), replace(noun, id=i, evidence=(e,))) for e in noun.evidence]
    return [(key, noun)]


def _sorted(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(set(spans)))
