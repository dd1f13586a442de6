"""Groups without a name that act: "the dockers", "protesters", "developing countries"."""

from collections import Counter
from typing import TYPE_CHECKING

from parley.reading.naming.entities import Entity
from parley.reading.naming.evidence import SPEECH
from parley.reading.naming.scene import Scene
from parley.record import ActorKind

if TYPE_CHECKING:
    from spacy.tokens import Token

GROUPS = frozenset(
    """docker dockworker worker striker protester protestor demonstrator rebel farmer nurse teacher doctor miner pilot driver
    employee employer student separatist insurgent militant guerrilla activist campaigner union steelworker railwayman
    autoworker actor writer journalist pensioner resident villager fisherman trucker physician professor lecturer player
    owner shareholder creditor lender bondholder investor mediator lawmaker legislator parliamentarian senator deputy
    opposition environmentalist scientist settler islander oppositionist loyalist monarchist republican democrat conservative
    liberal socialist unionist nationalist islamist moderate hardliner ally donor country nation state economy exporter
    importer producer supplier manufacturer retailer shipper carrier refugee""".split()
)
# "countries said" tells nobody; "developing countries said" does
VAGUE = frozenset(
    "country nation state economy owner actor player deputy ally union producer supplier worker employee".split()
)
UNCOUNTED = frozenset(
    """some several many most few other any no all both two three four five six seven eight nine ten dozens hundreds thousands
    more less certain various these those such numerous a an each every senior unnamed""".split()
)
LONGEST = 4  # words of a group's name


def find_groups(scene: Scene) -> None:
    """Adds groups that say, want or do something somewhere in the article, with all their mentions in the same words."""
    places: dict[str, list[tuple[int, int, str, bool]]] = {}
    taken = sorted((s, end) for s, ends in scene.placed.items() for end, _ in ends)
    covered = {i for s, e in taken for i in range(s, e)}
    for token in scene.syntax.tagged("NNS", "NNPS"):
        plural = token.lemma_.lower() in GROUPS and token.idx not in covered
        if plural and (told := _phrase(scene, token, covered)):
            start, name, acts = told
            places.setdefault(name.lower(), []).append((start, token.idx + len(token.text), name, acts))
    for _, found in sorted(places.items()):
        if any(acts for *_, acts in found):
            entity = Entity(ActorKind.GROUP, Counter(name for _, _, name, _ in found), pronoun="they")
            scene.table.bodies.append(entity)
            for start, end, _, _ in found:
                scene.place_at(entity, start, end)


def _phrase(scene: Scene, token: "Token", covered: set[int]) -> tuple[int, str, bool] | None:
    """Where the group's phrase begins, its name without article, and whether it acts; None where it means just some."""
    start: Token = token
    while start.i > 0 and token.i - start.i < LONGEST:
        left = scene.prose.doc[start.i - 1]
        if left.head != token or left.dep_ not in ("amod", "compound") or left.idx + len(left.text) + 1 < start.idx:
            break
        start = left
    before = scene.prose.doc[start.i - 1] if start.i else None
    word = before.lower_ if before is not None else ""
    if word in UNCOUNTED or (before is not None and (before.pos_ == "NUM" or before.tag_ in ("PRP$", "POS", "HYPH"))):
        return None
    if start.lower_ in UNCOUNTED or start.pos_ == "NUM" or (token.lemma_.lower() in VAGUE and start is token):
        return None
    text = scene.prose.text[start.idx : token.idx + len(token.text)]
    proper = text[0].isupper() and not start.is_sent_start and not scene.seen.small(start.lower_)
    name = text if proper else _small(text)
    if start.idx in covered:
        return None  # "Kyiv residents"
    begin = before.idx if word == "the" and before is not None else start.idx
    return begin, name, _acts(scene, token)


def _small(text: str) -> str:
    return text[0].lower() + text[1:]


def _acts(scene: Scene, token: "Token") -> bool:
    subject = token.dep_ in ("nsubj", "obl:agent") and token.head.lemma_.lower() in SPEECH
    return subject and not scene.quoted(token.idx)
