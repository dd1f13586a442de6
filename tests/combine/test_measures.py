"""Measures of several outlets are one, with actors of the record."""

from parley.combine.actors import Roster
from parley.combine.measures import unite_measures
from parley.record import Actor, ActorKind, Measure, MeasureStatus, Span
from tests.factories import article, reading

KESTREL, ORSOVA = (Actor(n.lower(), n, ActorKind.STATE) for n in ("Kestrel", "Orsova"))
MINISTER = Actor("minister", "Ada Holm", ActorKind.PERSON, party="kestrel")


def tariffs(article_id: str, actor: str = "Kestrel", target: str | None = "Orsova") -> Measure:
    return Measure(actor, "tariffs", target, MeasureStatus.IN_FORCE, None, (Span(article_id, 0, 5),))


def united(*measures: Measure) -> tuple[Measure, ...]:
    articles = [article("Kestrel imposed tariffs.", m.evidence[0].article) for m in measures]
    readings = [reading(a, measures=(m,)) for a, m in zip(articles, measures, strict=True)]
    names = {(a.id, n.name): n.id for a in articles for n in (KESTREL, ORSOVA, MINISTER)}
    return unite_measures(articles, readings, Roster((KESTREL, ORSOVA, MINISTER), names))


def test_the_same_measure_of_two_outlets_is_one() -> None:
    (found,) = united(tariffs("a"), tariffs("b"))
    assert (found.actor, found.target) == ("kestrel", "orsova")
    assert [e.article for e in found.evidence] == ["a", "b"]


def test_a_ministers_measure_is_the_states() -> None:
    (found,) = united(tariffs("a", "Ada Holm"))
    assert found.actor == "kestrel"


def test_a_measure_of_nobody_known_is_left_out() -> None:
    assert united(tariffs("a", "Somebody")) == ()


def test_other_targets_are_other_measures() -> None:
    assert len(united(tariffs("a"), tariffs("b", target=None))) == 2
