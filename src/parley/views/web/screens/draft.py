"""A draft held against the record: each of its quotations, figures, dates and positions, with the record's words."""

from markupsafe import Markup

from parley.check import LONGEST, Mark as Checked, MarkKind, Verdict, check_draft
from parley.views import contract
from parley.views.difference import Piece
from parley.views.verdicts import TOLD, change, told
from parley.views.web.marks import Mark, marked
from parley.views.web.screen import Asked, Shown


def draft(asked: Asked) -> Shown:
    text = asked.form.get("draft", "").replace("\r\n", "\n")
    marks = check_draft(asked.index.record, text) if text.strip() else ()
    return Shown(
        "draft.html",
        "Check a draft",
        lambda: {"text": text, "marks": [contract.mark_json(m, text, asked.index.texts) for m in marks]},
        {
            "text": text,
            "sent": "draft" in asked.form,
            "wrong": asked.form.get("wrong"),
            "named": asked.form.get("named"),
            "longest": LONGEST,
            "marks": list(enumerate(marks, 1)),
            "html": _html(text, marks),
            "told": told,
            "changes": {n: _change(asked, m, text) for n, m in enumerate(marks, 1) if m.verdict is Verdict.CHANGED},
            "counts": [(v, TOLD[v], sum(m.verdict is v for m in marks)) for v in Verdict],
        },
    )


def _change(asked: Asked, mark: Checked, text: str) -> tuple[Piece, ...]:
    """How a quotation differs from the record's; () for what is no quotation."""
    return (
        change(text[mark.start : mark.end], asked.index.words(mark.evidence[0])) if mark.kind is MarkKind.QUOTE else ()
    )


def _html(text: str, marks: tuple[Checked, ...]) -> Markup:
    found = [
        Mark(m.start, m.end, ("verdict", m.verdict.value), f"d{n}", (n,))
        for n, m in enumerate(marks, 1)
        if m.start < m.end
    ]
    return marked(text, 0, len(text), found)
