"""What a site asks of programs in its robots.txt (RFC 9309): the rules for us, else those for everybody."""

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

NAME = "parley"  # of this program, as a robots.txt may call it
LARGEST = 500 * 1024  # bytes that are read
MOST_RULES, LONGEST_RULE = 2_000, 500
LONGEST_PAUSE = 60.0  # seconds between two requests that a site can ask for
LINE = re.compile(r"\s*([A-Za-z-]+)\s*:\s*([^#]*)")
SAFE = "/:?@!$&'()*+,;=-._~"


@dataclass(frozen=True, slots=True)
class Rule:
    """A path with `*` for anything and `$` for the end."""

    path: str
    allowed: bool

    def fits(self, target: str) -> bool:
        whole = self.path.endswith("$")
        first, *others = self.path.removesuffix("$").split("*")
        if not target.startswith(first):
            return False
        at = len(first)
        for part in others[:-1] if whole else others:
            at = target.find(part, at)
            if at < 0:
                return False
            at += len(part)
        if whole:
            return target.endswith(others[-1]) and at <= len(target) - len(others[-1]) if others else at == len(target)
        return True


@dataclass(frozen=True, slots=True)
class Robots:
    """`pause`: seconds between two requests, None where the site does not say."""

    rules: tuple[Rule, ...] = ()
    pause: float | None = None

    def allows(self, target: str) -> bool:
        """The longest rule that fits decides; of two as long, the one that allows."""
        path = _plain(target)
        fitting = [r for r in self.rules if r.fits(path)]
        return max(fitting, key=lambda r: (len(r.path), r.allowed)).allowed if fitting else True


ALL = Robots()
NOTHING = Robots((Rule("/", False),))


def robots_of(content: bytes) -> Robots:
    """The rules of the groups that name this program, else of those for `*`."""
    groups: dict[str, Robots] = {}
    named: set[str] = set()
    naming = False
    for line in content[:LARGEST].decode("utf-8", "replace").lstrip("\ufeff").splitlines():
        match = LINE.match(line)
        key, value = (match[1].lower(), match[2].strip()) if match else ("", "")
        if key == "user-agent":
            named = (named if naming else set()) | ({value.lower()} & {NAME, "*"})
            naming = True
        elif key in ("allow", "disallow", "crawl-delay"):
            naming = False
            for name in named:
                groups[name] = _with(groups.get(name, ALL), key, value)
    return groups.get(NAME) or groups.get("*") or ALL


def _with(group: Robots, key: str, value: str) -> Robots:
    if key == "crawl-delay":
        try:
            return Robots(group.rules, min(LONGEST_PAUSE, max(0.0, float(value))))
        except ValueError:
            return group
    if not value or len(value) > LONGEST_RULE or len(group.rules) >= MOST_RULES:
        return group
    return Robots((*group.rules, Rule(_plain(value), key == "allow")), group.pause)


def _plain(path: str) -> str:
    """The path with the same characters always escaped the same way."""
    return quote(unquote(path, errors="surrogateescape"), safe=SAFE, errors="surrogateescape")
