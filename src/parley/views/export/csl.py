"""CSL-JSON: the articles as a bibliography."""

import json
from typing import Any

from parley.record import Article, Reading, Record


def csl_items(record: Record) -> str:
    """One article-newspaper an article; what is not known is left out."""
    articles = {a.id: a for a in record.articles}
    items = [_entry(r, articles[r.article]) for r in record.readings]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _entry(reading: Reading, article: Article) -> dict[str, Any]:
    entry = {
        "id": reading.article,
        "type": "article-newspaper",
        "title": reading.title,
        "author": [{"literal": name} for name in reading.byline],
        "container-title": reading.outlet,
        "issued": _issued(reading.published),
        "URL": article.url,
        "language": reading.language,
    }
    return {k: v for k, v in entry.items() if v}


def _issued(published: str | None) -> dict[str, Any] | None:
    return {"date-parts": [[int(n) for n in published[:10].split("-")]]} if published else None
