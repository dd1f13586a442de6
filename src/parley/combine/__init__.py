"""Many readings together: one record."""

from collections.abc import Sequence
from dataclasses import replace

from parley.combine.actors import unite_actors
from parley.combine.copies import find_copies
from parley.combine.dating import date_undated
from parley.combine.decisions import apply, correct_articles, correct_readings, standing
from parley.combine.figures import unite_figures
from parley.combine.findings import find_findings
from parley.combine.measures import unite_measures
from parley.combine.meetings import unite_meetings
from parley.combine.origins import find_origins
from parley.combine.positioning.blocs import unite_blocs
from parley.combine.positions import find_positions
from parley.combine.stories import group_stories
from parley.combine.utterances import align_utterances
from parley.record import NONE, Article, CopyKind, Decisions, Reading, Record, Target

__all__ = ["combine", "correct_articles", "date_undated", "standing"]


def combine(articles: Sequence[Article], readings: Sequence[Reading], decisions: Decisions = NONE) -> Record:
    """The record of all readings; a person's decisions are applied where each noun is made.

    Articles that share quotes and no reporting are not copies: their shared words stand in the utterances.
    """
    readings = correct_readings(readings, decisions)
    related = find_copies(articles, readings)
    copies = apply([c for c in related if c.kind is not CopyKind.SHARED_SOURCE], decisions, Target.COPY)
    origins = find_origins(readings, copies)
    stories = apply(group_stories(articles, readings, copies), decisions, Target.STORY)
    roster = unite_blocs(articles, readings, unite_actors(articles, readings, decisions))
    utterances = apply(align_utterances(articles, readings, roster, related), decisions, Target.UTTERANCE)
    meetings = apply(unite_meetings(articles, readings, roster), decisions, Target.MEETING)
    issues, positions = find_positions(articles, readings, roster, meetings, origins, decisions)
    figures = apply(unite_figures(articles, readings), decisions, Target.FIGURE)
    draft = Record(
        articles=tuple(articles),
        readings=tuple(readings),
        copies=copies,
        origins=origins,
        stories=stories,
        actors=roster.actors,
        utterances=utterances,
        meetings=meetings,
        issues=issues,
        positions=positions,
        measures=unite_measures(articles, readings, roster),
        figures=figures,
        decisions=decisions,
    )
    return replace(draft, findings=apply(find_findings(draft), decisions, Target.FINDING))
