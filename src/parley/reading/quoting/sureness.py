"""How likely a quotation of the rules is right, content and source: its share on PolNeAR's training part, by how it was found."""

from parley.reading.quoting.telling import Telling
from parley.record import QuoteKind

PLAINEST = frozenset("say tell add write".split())
PHRASE = {QuoteKind.DIRECT: 0.79, QuoteKind.MIXED: 0.79, QuoteKind.INDIRECT: 0.77}  # "according to"
BARE = 0.6  # a quote beside no verb of speech
# whether the source follows the verb, is its own subject, is shared with another verb, or is missing
AFTER = {QuoteKind.DIRECT: 0.97, QuoteKind.MIXED: 0.44, QuoteKind.INDIRECT: 0.42}
OWN = {QuoteKind.DIRECT: 0.93, QuoteKind.MIXED: 0.82, QuoteKind.INDIRECT: 0.83}
OWN_RARER = {QuoteKind.DIRECT: 0.88, QuoteKind.MIXED: 0.8, QuoteKind.INDIRECT: 0.7}
SHARED = {QuoteKind.DIRECT: 0.68, QuoteKind.MIXED: 0.71, QuoteKind.INDIRECT: 0.6}
MISSING = {QuoteKind.DIRECT: 0.6, QuoteKind.MIXED: 0.5, QuoteKind.INDIRECT: 0.4}


def sureness(kind: QuoteKind, telling: Telling) -> float:
    if telling.source is None:
        return MISSING[kind]
    if telling.inverted:
        return AFTER[kind]
    if telling.shared:
        return SHARED[kind]
    return OWN[kind] if telling.lemma in PLAINEST else OWN_RARER[kind]
