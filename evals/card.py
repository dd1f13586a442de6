"""Writes docs/accuracy.md from the figures that the gate last measured on this machine.

python -m evals.gate --all && python -m evals.card
"""

import json
import sys
from datetime import date
from pathlib import Path

from evals.gate import LAST
from evals.tasks import TASKS

CARD = Path("docs/accuracy.md")
HEAD = """# How good is it?

Measured on {day} with `python -m evals.gate --all`, on development gold that is not part of the project (texts of publishers).
Rules and thresholds were made while looking at such gold, and the five articles most of all: on other articles expect less.
P is the share of what it says that is right, R the share of what is there that it finds, F1 their harmonic mean; "joint" means
that the speaker is right as well, "exact" every letter; all between 0 and 1.
"""
# layer -> (what the reader asks, rows of (task, row of the score, figures shown))
LAYERS: dict[str, list[tuple[str, str, str, tuple[str, ...]]]] = {
    "Who said what": [
        ("English political news (PolNeAR dev), all quotations", "polnear-quotes", "all", ("f1", "joint_f1", "exact_f1")),
        ("… with a verb of speech", "polnear-quotes", "speech", ("f1", "joint_f1")),
        ("… direct", "polnear-quotes", "direct", ("f1", "joint_f1")),
        ("… mixed", "polnear-quotes", "mixed", ("f1", "joint_f1")),
        ("… indirect", "polnear-quotes", "indirect", ("f1", "joint_f1")),
        ("German Wikinews, direct", "german-quotes", "direct", ("f1",)),
        ("Five articles on one negotiation, all", "seeds-quotes", "all", ("f1", "joint_f1")),
        ("… speakers resolved", "seeds-speakers", "all", ("accuracy", "recall")),
        ("… the same words across outlets", "seeds-utterances", "grouping", ("f1",)),
    ],
    "Who copied whom": [
        ("One summit, 120 pairs: copy or not", "helsinki-copies", "sure", ("p", "r", "f1")),
        ("… kind of copy", "helsinki-copies", "relation", ("macro_f1",)),
        ("… direction", "helsinki-copies", "direction", ("accuracy", "coverage")),
        ("… origins", "helsinki-origins", "all", ("f1", "over")),
        ("Planted passages (PAN 2013), pairs found", "pan13-copies", "all", ("recall", "plagdet")),
        ("… unrelated pairs called copies", "pan13-copies", "none", ("flagged",)),
        ("Stories, ECB+", "ecbplus-stories", "story", ("f1",)),
        ("Stories, BASIL", "basil-stories", "story", ("f1",)),
    ],
    "The record": [
        ("Positions, five articles", "seeds-record", "positions", ("p", "r")),
        ("… a labour dispute written for this (own gold)", "rail-record", "positions", ("p", "r")),
        ("… a quota dispute written for this (own gold)", "cod-record", "positions", ("p", "r")),
        ("Rejections and refusals found", "seeds-record", "opposition", ("r",)),
        ("Meetings", "seeds-record", "meetings", ("p", "r")),
        ("Figures", "seeds-record", "figures", ("p", "r")),
        ("Findings", "seeds-record", "findings", ("p", "r")),
        ("People", "seeds-record", "people", ("r", "party")),
        ("Evidence that equals the article's words", "seeds-record", "evidence", ("verbatim",)),
        ("Climate talks, one sentence each: actor and predicate", "climate-talks", "actor and predicate", ("f1",)),
        ("… whole triples", "climate-talks", "triple", ("f1",)),
        ("What one does to another (PLOVER, five-fold)", "plover", "whole", ("macro_f1",)),
    ],
    "Dates": [
        ("TimeBank, values", "timebank-dates", "value", ("f1",)),
        ("AQUAINT, values", "aquaint-dates", "value", ("f1",)),
        ("WikiWars, values", "wikiwars-dates", "value", ("f1",)),
    ],
    "Clean text": [
        ("Roles of lines, five scraped articles", "seeds-roles", "all", ("accuracy",)),
        ("Lines of whole pages as text", "lines-full", "all", ("f1", "char_f1")),
        ("Lines of half-cleaned text", "lines-resid", "all", ("f1", "char_f1")),
        ("Web pages (WCXB), words of the body", "pages-wcxb", "word", ("f1",)),
        ("Web pages (scrapinghub), runs of four words", "pages-scrapinghub", "shingle", ("f1",)),
        ("Titles of pages, exact", "pages-andy", "title", ("accuracy",)),
        ("… authors", "pages-andy", "author", ("accuracy",)),
        ("… dates", "pages-andy", "date", ("accuracy",)),
    ],
}  # fmt: skip


def main() -> int:
    measured = {
        t.name: json.loads(path.read_text("utf-8")) for t in TASKS if (path := LAST / f"{t.name}.figures.json").exists()
    }
    if not measured:
        print("evals: no figures; run python -m evals.gate --all first")
        return 1
    parts = [HEAD.format(day=date.today().isoformat())]
    for layer, rows in LAYERS.items():
        lines = [line for told, task, row, keys in rows if (line := _line(told, measured.get(task, {}).get(row), keys))]
        if lines:
            parts.append("\n".join([f"## {layer}\n", "| on | measured |", "|---|---|", *lines, ""]))
    CARD.write_text("\n".join(parts), "utf-8")
    return 0


def _line(told: str, figures: dict[str, float | None] | None, keys: tuple[str, ...]) -> str | None:
    known = {k: v for k in keys if figures and (v := figures.get(k)) is not None}
    if not known:
        return None
    return (
        f"| {told} | {' · '.join(f'{k} {v:.3f}' if isinstance(v, float) else f'{k} {v}' for k, v in known.items())} |"
    )


if __name__ == "__main__":
    sys.exit(main())
