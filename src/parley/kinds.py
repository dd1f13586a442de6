"""The closed sets of a record's nouns. Import them from `parley.record`."""

from enum import StrEnum


class BlockKind(StrEnum):
    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    CREDIT = "credit"
    FURNITURE = "furniture"


class CreditKind(StrEnum):
    AGENCY = "agency"
    REPUBLISHED = "republished"
    CONTRIBUTOR = "contributor"
    PHOTO = "photo"


class ActorKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    GROUP = "group"
    UNKNOWN = "unknown"


class QuoteKind(StrEnum):
    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class TimeKind(StrEnum):
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


class Comparator(StrEnum):
    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    NEARLY = "nearly"
    BETWEEN = "between"


class StanceKind(StrEnum):
    DEMANDS = "demands"
    OFFERS = "offers"
    SUPPORTS = "supports"
    ACCEPTS = "accepts"
    REJECTS = "rejects"
    REFUSES = "refuses"
    OPEN_TO = "open_to"
    THREATENS = "threatens"
    DENIES = "denies"


class Attribution(StrEnum):
    """Who states a position: the party itself, another party about it, or the reporter."""

    OWN = "own"
    REPORTED_BY_OTHER = "reported_by_other"
    NARRATOR = "narrator"


class MeetingStatus(StrEnum):
    HELD = "held"
    PLANNED = "planned"
    CANCELLED = "cancelled"


class MeasureStatus(StrEnum):
    ANNOUNCED = "announced"
    THREATENED = "threatened"
    IN_FORCE = "in_force"
    ENDED = "ended"


class CopyKind(StrEnum):
    VERBATIM = "verbatim"
    PARTIAL = "partial"
    REWORDED = "reworded"
    TRANSLATED = "translated"
    SHARED_SOURCE = "shared_source"


class Direction(StrEnum):
    A_FROM_B = "a_from_b"
    B_FROM_A = "b_from_a"
    COMMON_SOURCE = "common_source"
    UNKNOWN = "unknown"


class Flag(StrEnum):
    WORDING = "wording"
    SPEAKER = "speaker"
    POLARITY = "polarity"
    TRANSLATION = "translation"


class FindingKind(StrEnum):
    FIGURE = "figure"
    DATE = "date"
    ATTRIBUTION = "attribution"
    WORDING = "wording"
    SCOPE = "scope"
    CHANGE = "change"
    AGREEMENT = "agreement"


class DecisionKind(StrEnum):
    MERGE = "merge"
    SPLIT = "split"
    CORRECT = "correct"
    REJECT = "reject"


class Target(StrEnum):
    """What a decision is about."""

    ACTOR = "actor"
    ARTICLE = "article"
    COPY = "copy"
    UTTERANCE = "utterance"
    QUOTE = "quote"
    POSITION = "position"
    ISSUE = "issue"
    MEETING = "meeting"
    FIGURE = "figure"
    FINDING = "finding"
    STORY = "story"
    DECISION = "decision"
