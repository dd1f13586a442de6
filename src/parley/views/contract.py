"""The JSON that Parley prints: names, offsets and meanings are fixed. Unknown is null."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from parley.combine.decisions import id_of
from parley.record import (
    Actor,
    Article,
    Block,
    Copy,
    Credit,
    Decision,
    Figure,
    Finding,
    Measure,
    Meeting,
    Origin,
    Position,
    Quote,
    Reading,
    Record,
    Span,
    Speaker,
    Stance,
    Story,
    TimeExpression,
    Utterance,
)
from parley.views.withheld import Withheld

if TYPE_CHECKING:
    from parley.check import Mark

Json = dict[str, Any]


def reading_json(reading: Reading, text: str | None = None) -> Json:
    """One Reading; with `text`, also the text that its offsets count in."""
    return {
        "id": reading.article,
        "outlet": reading.outlet,
        "title": reading.title,
        "byline": list(reading.byline),
        "published": reading.published,
        "published_basis": reading.published_basis,
        "language": reading.language,
        "sha256": reading.sha256,
        **({} if text is None else {"text": text}),
        "blocks": [block_json(b) for b in reading.blocks],
        "credits": [credit_json(c) for c in reading.credits],
        "quotes": [quote_json(q) for q in reading.quotes],
        "times": [time_json(t) for t in reading.times],
        "figures": [reading_figure_json(f) for f in reading.figures],
        "actors": [reading_actor_json(a) for a in reading.actors],
        "stances": [stance_json(s) for s in reading.stances],
        "meetings": [reading_meeting_json(m) for m in reading.meetings],
        "measures": [reading_measure_json(m) for m in reading.measures],
        **({"fast": True} if reading.fast else {}),
    }


def block_json(block: Block) -> Json:
    return {"kind": block.kind, "start": block.span.start, "end": block.span.end}


def credit_json(credit: Credit) -> Json:
    return {"kind": credit.kind, "name": credit.name, "start": credit.span.start, "end": credit.span.end}


def quote_json(quote: Quote) -> Json:
    return {
        "spans": [pair(s) for s in quote.spans],
        "kind": quote.kind,
        "cue": pair(quote.cue),
        "speaker": speaker_json(quote.speaker),
        "score": quote.score,
    }


def speaker_json(speaker: Speaker | None) -> Json | None:
    if speaker is None:
        return None
    return {"span": pair(speaker.span), "name": speaker.name, "kind": speaker.kind, "via": speaker.via}


def time_json(time: TimeExpression) -> Json:
    return {"start": time.span.start, "end": time.span.end, "kind": time.kind, "value": time.value}


def reading_figure_json(figure: Figure) -> Json:
    span = figure.evidence[0]
    return {"start": span.start, "end": span.end, **_quantity(figure)}


def reading_actor_json(actor: Actor) -> Json:
    mentions = [pair(m) for m in actor.mentions]
    return {"id": actor.id, **_named(actor), "mentions": mentions}


def stance_json(stance: Stance) -> Json:
    return {
        "party": stance.party,
        "issue": stance.issue,
        "stance": stance.stance,
        "conditional": stance.conditional,
        "target": stance.target,
        "speaker": stance.speaker,
        "start": stance.span.start,
        "end": stance.span.end,
        "cue": pair(stance.cue),
        "score": stance.score,
    }


def reading_meeting_json(meeting: Meeting) -> Json:
    span = meeting.evidence[0]
    return {**_meeting(meeting), "start": span.start, "end": span.end}


def reading_measure_json(measure: Measure) -> Json:
    span = measure.evidence[0]
    return {**_measure(measure), "start": span.start, "end": span.end}


def copy_json(copy: Copy) -> Json:
    return {
        "a": copy.a,
        "b": copy.b,
        "kind": copy.kind,
        "direction": copy.direction,
        "share_a": copy.shares[0],
        "share_b": copy.shares[1],
        "passages": [[a.start, a.end, b.start, b.end] for a, b in copy.passages],
        "basis": list(copy.basis),
        "score": copy.score,
    }


def origin_json(origin: Origin) -> Json:
    return {"id": origin.id, "name": origin.name, "articles": list(origin.articles), "reasons": list(origin.reasons)}


def story_json(story: Story) -> Json:
    return {
        "id": story.id,
        "title": story.title,
        "articles": list(story.articles),
        "negotiation": story.negotiation,
        "reasons": list(story.reasons),
    }


def article_story_json(story: Story) -> Iterable[Json]:
    """One line an article of the story."""
    return ({"id": a, "story": story.id, "negotiation": story.negotiation} for a in story.articles)


def record_json(record: Record) -> Json:
    """The whole Record; every piece of evidence carries its words."""
    texts = Texts(record.articles)
    return {
        "articles": [reading_json(r) for r in record.readings],
        "copies": [copy_json(c) for c in record.copies],
        "origins": [origin_json(o) for o in record.origins],
        "stories": [story_json(s) for s in record.stories],
        "actors": [actor_json(a) for a in record.actors],
        "utterances": [utterance_json(u) for u in record.utterances],
        "meetings": [meeting_json(m, texts) for m in record.meetings],
        "issues": [{"id": i.id, "name": i.name} for i in record.issues],
        "positions": [position_json(p, texts) for p in record.positions],
        "measures": [measure_json(m, texts) for m in record.measures],
        "figures": [figure_json(f, texts) for f in record.figures],
        "findings": [finding_json(f, texts) for f in record.findings],
        "decisions": [decision_json(d) for d in record.decisions],
    }


class Texts:
    """The words of spans."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._texts = {a.id: a.text for a in articles}

    def evidence(self, spans: Iterable[Span]) -> list[Json]:
        return [
            {"article": s.article, "start": s.start, "end": s.end, **_words(self._texts[s.article][s.start : s.end])}
            for s in spans
        ]


def _words(text: str) -> Json:
    """In a record that may be shared, the hash stands for the words."""
    return {"text": None, "sha256": text.sha256} if isinstance(text, Withheld) else {"text": text}


def actor_json(actor: Actor) -> Json:
    return {"id": actor.id, **_named(actor), "party": actor.party}


def utterance_json(utterance: Utterance) -> Json:
    return {
        "id": utterance.id,
        "speaker": utterance.speaker,
        "quotes": [
            {"article": q.spans[0].article, "spans": [pair(s) for s in q.spans]} for q in utterance.quotes if q.spans
        ],
        "drift": utterance.drift,
        "flags": list(utterance.flags),
        "near": list(utterance.near),
    }


def meeting_json(meeting: Meeting, texts: Texts) -> Json:
    return {"id": meeting.id, **_meeting(meeting), "evidence": texts.evidence(meeting.evidence)}


def position_json(position: Position, texts: Texts) -> Json:
    return {
        "id": position.id,
        "party": position.party,
        "issue": position.issue,
        "stance": position.stance,
        "conditional": position.conditional,
        "condition": position.condition,
        "when": position.when,
        "meeting": position.meeting,
        "speaker": position.speaker,
        "attribution": position.attribution,
        "words": next(iter(texts.evidence([position.words] if position.words else [])), None),
        "evidence": texts.evidence(position.evidence),
        "origins": position.origins,
        "score": position.score,
    }


def measure_json(measure: Measure, texts: Texts) -> Json:
    return {**_measure(measure), "evidence": texts.evidence(measure.evidence)}


def figure_json(figure: Figure, texts: Texts) -> Json:
    return {**_quantity(figure), "evidence": texts.evidence(figure.evidence)}


def finding_json(finding: Finding, texts: Texts) -> Json:
    return {
        "id": finding.id,
        "kind": finding.kind,
        "summary": finding.summary,
        "evidence": texts.evidence(finding.evidence),
        "origins": finding.origins,
    }


def decision_json(decision: Decision) -> Json:
    """A person's correction: what was decided about which nouns, why, by whom and when."""
    return {
        "id": id_of(decision),
        "kind": decision.kind,
        "target": decision.target,
        "subjects": list(decision.subjects),
        "field": decision.field,
        "value": decision.value,
        "reason": decision.reason,
        "author": decision.author,
        "at": decision.at,
    }


def mark_json(mark: "Mark", text: str, texts: Texts) -> Json:
    """What the check says of one place in a draft; start and end count in the draft."""
    return {
        "start": mark.start,
        "end": mark.end,
        "text": text[mark.start : mark.end],
        "kind": mark.kind,
        "verdict": mark.verdict,
        "note": mark.note,
        "evidence": texts.evidence(mark.evidence),
    }


def pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _named(actor: Actor) -> Json:
    return {
        "name": actor.name,
        "kind": actor.kind,
        "aliases": list(actor.aliases),
        "offices": list(actor.offices),
    }


def _meeting(meeting: Meeting) -> Json:
    return {
        "date": meeting.date,
        "place": meeting.place,
        "forum": meeting.forum,
        "participants": list(meeting.participants),
        "status": meeting.status,
    }


def _measure(measure: Measure) -> Json:
    return {
        "actor": measure.actor,
        "kind": measure.kind,
        "target": measure.target,
        "status": measure.status,
        "condition": measure.condition,
    }


def _quantity(figure: Figure) -> Json:
    return {
        "low": figure.low,
        "high": figure.high,
        "comparator": figure.comparator,
        "unit": figure.unit,
        "of": figure.of,
    }
