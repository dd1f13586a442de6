"""GraphML: parties and issues as nodes, positions as edges, for Gephi, visone and R."""

from xml.sax.saxutils import escape, quoteattr

from parley.record import Record

KEYS = (
    ("name", "node"),
    ("kind", "node"),
    ("stance", "edge"),
    ("conditional", "edge"),
    ("when", "edge"),
    ("origins", "edge"),
)


def graphml(record: Record) -> str:
    """A directed graph; only parties that hold a position are nodes."""
    held = {p.party for p in record.positions}
    nodes = [_node(a.id, a.name, a.kind) for a in record.actors if a.id in held]
    nodes += [_node(i.id, i.name, "issue") for i in record.issues]
    edges = [
        _element(
            f"edge id={quoteattr(p.id)} source={quoteattr(p.party)} target={quoteattr(p.issue)}",
            {"stance": p.stance, "conditional": str(p.conditional).lower(), "when": p.when, "origins": str(p.origins)},
        )
        for p in record.positions
    ]
    keys = [f'<key id="{k}" for="{on}" attr.name="{k}" attr.type="string"/>' for k, on in KEYS]
    head = ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">']
    return "\n".join([*head, *keys, '<graph edgedefault="directed">', *nodes, *edges, "</graph>", "</graphml>", ""])


def _node(id: str, name: str, kind: str) -> str:
    return _element(f"node id={quoteattr(id)}", {"name": name, "kind": kind})


def _element(opening: str, told: dict[str, str | None]) -> str:
    cells = "".join(f'<data key="{k}">{escape(_xml(v))}</data>' for k, v in told.items() if v is not None)
    return f"<{opening}>{cells}</{opening.split()[0]}>"


def _xml(text: str) -> str:
    """Without the control characters that XML 1.0 cannot hold."""
    return "".join(c for c in text if c >= " " or c in "\t\n\r")
