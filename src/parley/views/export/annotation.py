"""W3C Web Annotation (JSON-LD): one annotation a fact, with position and quote selectors.

Positions count Unicode code points, as the model recommends; prefix and suffix are 32 code points.
"""

import json
from typing import Any

from parley.record import Record, Span
from parley.views.export.evidence import Fact, facts, source_of
from parley.views.withheld import Withheld

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # code points before and after a quote


def web_annotations(record: Record) -> str:
    """An AnnotationPage of all facts."""
    sources = {a.id: (source_of(a), a.text) for a in record.articles}
    items = [_annotation(f, sources) for f in facts(record) if f.evidence]
    page = {"@context": CONTEXT, "type": "AnnotationPage", "items": items}
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def _annotation(fact: Fact, sources: dict[str, tuple[str, str]]) -> dict[str, Any]:
    return {
        "id": f"urn:parley:{fact.noun}:{fact.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": {"type": "TextualBody", "format": "text/plain", "purpose": "describing", "value": fact.label},
        "target": [_target(s, *sources[s.article]) for s in fact.evidence],
    }


def _target(span: Span, source: str, text: str) -> dict[str, Any]:
    exact = text[span.start : span.end]
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    if isinstance(exact, Withheld):
        return {"source": source, "selector": [position]}
    quote = {
        "type": "TextQuoteSelector",
        "exact": exact,
        "prefix": text[max(0, span.start - AROUND) : span.start],
        "suffix": text[span.end : span.end + AROUND],
    }
    return {"source": source, "selector": [position, quote]}
