"""Shapes of clauses: passives, participles, and where their nouns stand."""

from parley.reading.stancing.line import Group, Line


def passive(line: Line, group: Group) -> bool:
    token = line.tokens[group.verb]
    if group.passive:
        return True
    if token.lower_ == "stood":
        return False  # "stood by its demand"
    after = line.lower[group.verb + 1 : group.verb + 5]
    return (
        token.tag_ in ("VBN", "VBD")
        and "by" in after
        and group.left == group.verb
        and (token.dep_.startswith("acl") or after[0] == "by")
    )


def participle(line: Line, group: Group) -> bool:
    """ ", dismissing a demand", "with the company rejecting it"."""
    if line.tokens[group.verb].tag_ != "VBG" or (group.left < group.verb and line.lower[group.left] == "to"):
        return False
    before = line.lower[group.left - 1] if group.left else ","
    return (
        before == ","
        or _absolute(line, group)
        or (
            line.nominal_before(group.left) is not None
            and any(c.dep_.startswith("nsubj") for c in line.tokens[group.verb].children)
        )
    )


def _absolute(line: Line, group: Group) -> bool:
    """ "with Orsova demanding a cut and Kestrel refusing": the noun before is the subject."""
    if line.nominal_before(group.left) is None:
        return False
    for n in range(group.left - 1, max(-1, group.left - 16), -1):
        if line.lower[n] == "with":
            return True
        if line.tokens[n].tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return False
    return False


def nominal_after(line: Line, n: int) -> int | None:
    """The head of the noun phrase after a preposition."""
    for k in range(n + 1, min(n + 12, len(line))):
        token = line.tokens[k]
        if token.pos_ in ("NOUN", "PROPN", "PRON") and (
            k + 1 >= len(line) or line.tokens[k + 1].pos_ not in ("NOUN", "PROPN")
        ):
            head = line.place.get(token.head.i)
            return head if head is not None and n < head and token.dep_ in ("flat", "compound", "appos") else k
        if token.pos_ in ("VERB", "PUNCT"):
            return None
    return None


def cue_of(line: Line, group: Group, cue_end: int) -> tuple[int, int]:
    """The verb with its particles, and the "not" before it: "did not support" is one cue."""
    first = group.verb
    if group.negated:
        first = next(
            (n for n in range(group.left, group.verb) if line.lower[n] in ("not", "n't", "n’t", "never", "no")), first
        )
    return first, max(cue_end, group.verb + 1)
