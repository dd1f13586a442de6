"""Where outlets agree and differ, with the passages of both."""

from parley.record import FindingKind
from parley.views import contract
from parley.views.web.screen import Asked, Shown, facet, paged

ORDER = list(FindingKind)
ASKS = {
    FindingKind.FIGURE: "Figures differ",
    FindingKind.DATE: "Dates differ",
    FindingKind.ATTRIBUTION: "Given to different speakers",
    FindingKind.WORDING: "Wording differs",
    FindingKind.SCOPE: "Scope differs",
    FindingKind.CHANGE: "A position changed",
    FindingKind.AGREEMENT: "Outlets agree",
}


def findings(asked: Asked) -> Shown:
    index = asked.index
    every = index.once(
        "findings", lambda: sorted(index.record.findings, key=lambda f: (ORDER.index(f.kind), -f.origins, f.id))
    )
    found = [f for f in every if asked.query.get("kind") in (None, f.kind)]
    page = paged(asked, found, 25)
    facets = (facet(asked, "kind", "Kind", lambda: (f.kind for f in every), lambda k: ASKS[FindingKind(k)]),)
    return Shown(
        "findings.html",
        "Findings",
        lambda: {"findings": [contract.finding_json(f, index.texts) for f in found]},
        {"page": page, "facets": facets, "asks": ASKS},
    )
