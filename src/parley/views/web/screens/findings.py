"""Where outlets agree and differ, with the passages of both."""

from collections import Counter

from parley.record import Finding, FindingKind
from parley.views import contract
from parley.views.web.index import Index
from parley.views.web.narrowing import Trait, by_words, narrow
from parley.views.web.screen import Asked, Shown, paged

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
    every = _ordered(index)
    kind: Trait[Finding] = Trait("kind", "Kind", lambda f: (f.kind,), lambda k: ASKS[FindingKind(k)])
    found, facets = narrow(asked, every, [kind, *by_words(index, lambda f: f.evidence)])
    page = paged(asked, found, 25)
    return Shown(
        "findings.html",
        "Findings",
        lambda: {"findings": [contract.finding_json(f, index.texts) for f in found]},
        {"page": page, "facets": facets, "asks": ASKS},
    )


def differing(index: Index, most: int) -> list[Finding]:
    """Some findings in which outlets differ: of each kind the one of most origins, then the next ones."""
    rank: Counter[FindingKind] = Counter()
    places = []
    for finding in _ordered(index):
        if finding.kind is not FindingKind.AGREEMENT:
            places.append((rank[finding.kind], finding))
            rank[finding.kind] += 1
    return [finding for _, finding in sorted(places, key=lambda p: p[0])[:most]]


def _ordered(index: Index) -> list[Finding]:
    """By kind, those of most origins first."""
    return index.once(
        "findings", lambda: sorted(index.record.findings, key=lambda f: (ORDER.index(f.kind), -f.origins, f.id))
    )
