"""Third-person pronouns, resolved where the text leaves little doubt; the others stay unresolved."""

from bisect import bisect_left, insort
from typing import TYPE_CHECKING, NamedTuple

from parley.reading.naming.entities import Entity
from parley.reading.naming.evidence import SPEECH
from parley.reading.naming.scene import Scene
from parley.reading.naming.syntax import SUBJECTS
from parley.record import ActorKind
from parley.text.offices import OFFICES

if TYPE_CHECKING:
    from spacy.tokens import Token

PERSONAL = {
    "he": "he",
    "him": "he",
    "his": "he",
    "himself": "he",
    "she": "she",
    "her": "she",
    "hers": "she",
    "herself": "she",
}
NEUTRAL = frozenset("it its itself".split())
PLURAL = frozenset("they them their themselves".split())
# "it is hard to", "it seems that": a pronoun that means nothing
EMPTY_VERBS = frozenset(
    "be seem appear become remain take make matter turn happen look sound mean prove emerge rain".split()
)
DEALING = frozenset("offer demand want reject accept propose refuse threaten urge deny".split())
GENDERED = {
    **dict.fromkeys("man boy father husband son brother king prince spokesman chairman congressman businessman uncle gunman".split(), "he"),
    **dict.fromkeys("woman girl mother wife daughter sister queen princess spokeswoman chairwoman congresswoman aunt".split(), "she"),
}  # fmt: skip
HUMAN = (
    OFFICES
    | GENDERED.keys()
    | frozenset(
        """child student victim suspect resident protester officer person teenager baby passenger patient author artist player
    singer writer actor soldier policeman prisoner defendant witness neighbour neighbor friend colleague predecessor
    successor rival opponent counterpart partner businesswoman tourist villager pensioner""".split()
    )
)
HUMAN -= frozenset("general head chief counsel chair justice".split())
BESIDE = frozenset("appos compound nmod:desc flat amod nmod:unmarked".split())  # a noun that tells what another one is
FARTHEST = 1200  # code points back to the person meant
NEAR = 600  # code points back to the sentence before
MARGIN = 1.0  # by how much the best must be ahead of the next (GUM news: precision of pronouns at least 0.9)
CLIMB = 12  # verbs looked at above a pronoun


class Place(NamedTuple):
    """A mention that a pronoun may point to; `sentence` numbers the sentence, `weight` says how likely it is meant."""

    start: int
    end: int
    sentence: int
    weight: float
    quoted: bool


def resolve_pronouns(scene: Scene) -> None:
    """Adds the pronouns to the mentions of those whom they mean, in text order, each a step for the next."""
    finder = Finder(scene)
    for token in scene.syntax.tagged("PRP", "PRP$"):
        if entity := finder.meant(token):
            finder.note(entity, token.idx, token.idx + len(token.text))


class Finder:
    """The mentions so far, by entity, and the rules by which a pronoun points to one."""

    def __init__(self, scene: Scene):
        self.scene = scene
        self.sentences = [s.start_char for s in scene.prose.doc.sents]
        self.heads: dict[int, Entity] = {}
        self.places: list[tuple[Place, int]] = []
        self.entities: list[Entity] = list(scene.table)
        self.actors = len(self.entities)
        for n, entity in enumerate(self.entities):
            for start, end in entity.spans:
                self._add(n, entity, start, end)
        self._add_others()

    def _add_others(self) -> None:
        """Persons told of by a noun alone ("the girl", "a spokeswoman"): no actors, but a pronoun may mean them."""
        covered = {
            i for p, n in self.places if self.entities[n].kind is ActorKind.PERSON for i in range(p.start, p.end)
        }
        named: dict[str, int] = {}
        for start, end in self.scene.doubtful:
            self.entities.append(Entity(ActorKind.PERSON))
            self._add(len(self.entities) - 1, self.entities[-1], start, end)
        for token in self.scene.syntax.tagged("NN"):
            lemma = token.lemma_.lower()
            if lemma not in HUMAN or token.idx in covered or token.dep_ in BESIDE:
                continue
            if any(c.dep_ == "cop" or c.lower_ == "as" for c in token.children):
                continue
            if lemma not in named:
                named[lemma] = len(self.entities)
                self.entities.append(Entity(ActorKind.PERSON, pronoun=GENDERED.get(lemma)))
            self._add(named[lemma], self.entities[named[lemma]], token.idx, token.idx + len(token.text))

    def _add(self, n: int, entity: Entity, start: int, end: int) -> None:
        head = self.scene.syntax.head(start, end)
        if head is None:
            return
        self.heads[head.i] = entity
        joined = head.head if head.dep_ == "conj" else head  # "Vance and Reyl said": both
        subject = joined.dep_ in SUBJECTS
        weight = 1.0 if subject else 0.0
        weight += 0.5 if subject and joined.head.lemma_ in SPEECH else 0.0
        sentence = bisect_left(self.sentences, start + 1) - 1
        insort(self.places, (Place(start, end, sentence, weight, self.scene.quoted(start)), n))

    def note(self, entity: Entity, start: int, end: int) -> None:
        """The pronoun is a mention from now on; one of a person without a name only keeps the others from it."""
        n = self.entities.index(entity)
        if n < self.actors:
            self.scene.place_at(entity, start, end)
        word = self.scene.prose.text[start:end].lower()
        entity.pronoun = entity.pronoun or PERSONAL.get(word)
        self._add(n, entity, start, end)

    def meant(self, token: "Token") -> Entity | None:
        lower = token.lower_
        if lower in PERSONAL:
            return self._person(token, PERSONAL[lower])
        if lower in NEUTRAL or lower in PLURAL:
            return self._body(token, plural=lower in PLURAL)
        return None

    def _person(self, token: "Token", pronoun: str) -> Entity | None:
        """The person who fits by gender, and is ahead of the others by nearness and by being spoken of."""
        quoted = self.scene.quoted(token.idx)
        sentence = bisect_left(self.sentences, token.idx + 1) - 1
        scores: dict[int, float] = {}
        for at in range(bisect_left(self.places, (Place(token.idx, 0, 0, 0.0, False), 0)) - 1, -1, -1):
            place, n = self.places[at]
            entity = self.entities[n]
            if token.idx - place.start > FARTHEST:
                break
            if entity.kind is not ActorKind.PERSON or entity.pronoun not in (None, pronoun):
                continue
            if place.quoted != quoted or place.end > token.idx or self._same_clause(token, place):
                continue
            score = place.weight - 1.2 * min(sentence - place.sentence, 4)
            score += 0.4 if entity.pronoun == pronoun else 0.0
            scores[n] = max(scores.get(n, -99.0), score)
        return self._ahead(scores)

    def _ahead(self, scores: dict[int, float]) -> Entity | None:
        ranked = sorted(scores.items(), key=lambda s: (-s[1], s[0]))
        if not ranked or ranked[0][1] < -4.0:
            return None
        if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < MARGIN:
            return None
        return self.entities[ranked[0][0]]

    def _same_clause(self, token: "Token", place: Place) -> bool:
        """ "Vance told him": the object of a verb is never its subject (but "himself" is)."""
        head = self.scene.syntax.head(place.start, place.end)
        if head is None or token.lower_.endswith("self"):
            return False
        return token.tag_ == "PRP" and head.head == token.head and token.dep_ not in SUBJECTS

    def _body(self, token: "Token", plural: bool) -> Entity | None:
        """The subject of the clause, or of the clause above it: "Russia says it has no plans"."""
        nominal = token.dep_ in SUBJECTS or token.dep_ == "expl"
        if nominal and not plural and self._empty(token):
            return None
        if paired := self._paired(token):
            return paired if self._agrees(paired, plural) else None
        quoted = self.scene.quoted(token.idx)
        subject = self._subject_above(token)
        if subject is None and nominal and not plural and not quoted and token.head.lemma_ in SPEECH:
            return self._subject_before(token)
        if subject is None or self.scene.quoted(subject.idx) != quoted:
            return None
        entity = self.heads.get(subject.i)
        return entity if entity is not None and self._agrees(entity, plural) else None

    def _subject_before(self, token: "Token") -> Entity | None:
        """ "The port raised its offer. In return, it wants ...": the one body that is a subject in the sentence before."""
        sentence = bisect_left(self.sentences, token.idx + 1) - 1
        near = self.places[bisect_left(self.places, (Place(token.idx - NEAR, 0, 0, 0.0, False), 0)) :]
        told = {
            n
            for place, n in near
            if place.sentence == sentence - 1 and place.end <= token.idx and place.weight >= 1.0 and not place.quoted
        }
        bodies = [self.entities[n] for n in sorted(told)]
        fits = [b for b in bodies if b.kind is not ActorKind.PERSON and self._agrees(b, plural=False)]
        return fits[0] if len(fits) == 1 else None

    @staticmethod
    def _empty(token: "Token") -> bool:
        verb = token.head
        if verb.lemma_ in DEALING and not any(c.dep_ == "cop" for c in verb.children):
            return False  # "It has offered to pay": the parser takes it for "it seems"
        return (
            verb.lemma_ in EMPTY_VERBS or any(c.dep_ in ("cop", "expl") for c in verb.children) or token.dep_ == "expl"
        )

    def _paired(self, token: "Token") -> Entity | None:
        """ "the U.S. and its allies": who stands before "and" is meant."""
        doc = self.scene.prose.doc
        if token.tag_ == "PRP$" and token.i > 1 and doc[token.i - 1].lower_ == "and":
            return self.heads.get(doc[token.i - 2].i)
        return None

    @staticmethod
    def _agrees(entity: Entity, plural: bool) -> bool:
        if entity.kind is ActorKind.PERSON:
            return False
        return (entity.pronoun == "they") is plural

    def _subject_above(self, token: "Token") -> "Token | None":
        """The subject of the nearest verb above the pronoun that has one before it; None where another noun is nearer."""
        verb = token.head
        for _ in range(CLIMB):
            subject = next(
                (c for c in verb.children if c.dep_ in SUBJECTS and c.i < token.i and c.dep_ != "obl:agent"), None
            )
            if subject is not None and subject != token:
                if subject.tag_ in ("WDT", "WP") and verb.dep_ == "acl:relcl":
                    return verb.head
                return subject
            if verb.dep_ == "xcomp":
                controlled = next((c for c in verb.head.children if c.dep_ == "obj" and c.i < verb.i), None)
                if controlled is not None and controlled.i < token.i:
                    return controlled
            if verb.head == verb:
                return None
            verb = verb.head
        return None
