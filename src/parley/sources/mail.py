"""A message saved as .eml: an outlet's newsletter or a party's statement."""

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from typing import Any

from parley.record import Article
from parley.sources.feeds import iso_time
from parley.sources.page import page_article
from parley.sources.problem import Problem, shown


def read_mail(path: Path, id: str) -> Article | Problem:
    """Its plain text, else its page; attachments are not read."""
    try:
        message = BytesParser(policy=policy.default).parsebytes(path.read_bytes())
        known = _known(message)
        body = message.get_body(("plain", "html"))
        content = body.get_content() if body is not None else ""
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        return Problem(
            shown(path), f"is not a message that can be read ({error})", "save it again as .eml, or its text as .txt"
        )
    if not isinstance(content, str) or not content.strip():
        return Problem(shown(path), "the message holds no text", "save its text as .txt")
    if body is not None and body.get_content_type() == "text/html":
        return page_article(id, content.encode("utf-8", "replace"), shown(path), **known)
    return Article(id, content, **known)


def _known(message: EmailMessage) -> dict[str, Any]:
    told = {"title": message["subject"], "published": iso_time(str(message["date"])) if message["date"] else None}
    return {key: " ".join(str(value).split()) for key, value in told.items() if value}
