"""A draft held against the record: each of its quotations and figures, with the record's words."""

from markupsafe import Markup

from parley.check import Mark as Checked, Verdict, check_draft
from parley.views.contract import Json
from parley.views.web.index import Index
from parley.views.web.marks import Mark, marked
from parley.views.web.screen import Asked, Shown

TOLD = {
    Verdict.EXACT: "Found verbatim",
    Verdict.CHANGED: "Found in other words",
    Verdict.OTHER_SPEAKER: "Said by somebody else",
    Verdict.DIFFERS: "The record differs",
    Verdict.UNKNOWN: "Not in the record",
}


def draft(asked: Asked) -> Shown:
    text = asked.form.get("draft", "").replace("\r\n", "\n")
    marks = check_draft(asked.index.record, text) if text.strip() else ()
    return Shown(
        "draft.html",
        "Check a draft",
        lambda: {"text": text, "marks": [_json(asked.index, m, text) for m in marks]},
        {
            "text": text,
            "sent": "draft" in asked.form,
            "marks": list(enumerate(marks, 1)),
            "html": _html(text, marks),
            "told": TOLD,
            "counts": [(v, TOLD[v], sum(m.verdict is v for m in marks)) for v in Verdict],
        },
    )


def _html(text: str, marks: tuple[Checked, ...]) -> Markup:
    found = [
        Mark(m.start, m.end, ("verdict", m.verdict.value), f"d{n}", (n,))
        for n, m in enumerate(marks, 1)
        if m.start < m.end
    ]
    return marked(text, 0, len(text), found)


def _json(index: Index, mark: Checked, text: str) -> Json:
    return {
        "start": mark.start,
        "end": mark.end,
        "text": text[mark.start : mark.end],
        "kind": mark.kind,
        "verdict": mark.verdict,
        "note": mark.note,
        "evidence": index.texts.evidence(mark.evidence),
    }
