"""PROV-O (JSON-LD): facts derived from articles, copies from their sources, corrections from people."""

import json
from collections.abc import Iterator
from typing import Any

from parley.record import Decision, Direction, Record, short_id
from parley.views.export.evidence import facts, source_of

CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
}


def provenance(record: Record) -> str:
    graph = [*_articles(record), *_facts(record), *_decisions(record)]
    return json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def _articles(record: Record) -> Iterator[dict[str, Any]]:
    known = {a.id: source_of(a) for a in record.articles}
    derived: dict[str, list[str]] = {}
    for copy in record.copies:
        if copy.direction is Direction.A_FROM_B:
            derived.setdefault(copy.a, []).append(copy.b)
        elif copy.direction is Direction.B_FROM_A:
            derived.setdefault(copy.b, []).append(copy.a)
    for reading in record.readings:
        told = {
            "dcterms:title": reading.title,
            "dcterms:publisher": reading.outlet,
            "dcterms:issued": reading.published,
            "dcterms:identifier": reading.article,
        }
        sources = [{"@id": known[s]} for s in derived.get(reading.article, [])]
        more = {"prov:wasDerivedFrom": sources} if sources else {}
        yield {
            "@id": known[reading.article],
            "@type": "prov:Entity",
            **{k: v for k, v in told.items() if v},
            **more,
        }


def _facts(record: Record) -> Iterator[dict[str, Any]]:
    known = {a.id: source_of(a) for a in record.articles}
    for fact in facts(record):
        sources = [{"@id": known[a]} for a in dict.fromkeys(s.article for s in fact.evidence)]
        yield {
            "@id": f"urn:parley:{fact.noun}:{fact.id}",
            "@type": "prov:Entity",
            "rdfs:label": fact.label,
            "prov:wasDerivedFrom": sources,
        }


def _decisions(record: Record) -> Iterator[dict[str, Any]]:
    """A correction is an activity of its author, with the reason as comment."""
    for decision in record.decisions:
        yield {
            "@id": f"urn:parley:decision:{_key(decision)}",
            "@type": "prov:Activity",
            "prov:endedAtTime": decision.at,
            "prov:wasAssociatedWith": {"@id": f"urn:parley:person:{short_id(decision.author)}"},
            "prov:used": [{"@id": f"urn:parley:{decision.target}:{s}"} for s in decision.subjects],
            "rdfs:label": f"{decision.kind} {decision.target}",
            "rdfs:comment": decision.reason,
        }
    for author in dict.fromkeys(d.author for d in record.decisions):
        yield {"@id": f"urn:parley:person:{short_id(author)}", "@type": "prov:Person", "rdfs:label": author}


def _key(decision: Decision) -> str:
    return short_id(decision.kind, decision.target, *decision.subjects, decision.author, decision.at)
