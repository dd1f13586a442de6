"""What stands between the desk and a browser: answers only to this machine's own pages, lets nothing foreign run."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
ALIEN_HOST = (
    "The desk answers only at 127.0.0.1 and localhost. Open http://127.0.0.1 with the port that parley printed."
)
ALIEN_PAGE = "This was sent by another site's page, so nothing was done. Open the desk itself and send it from there."


class Guard:
    """Refuses other hosts (DNS rebinding) and other sites' POSTs; puts the policy on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refused = refusal(scope["method"], Headers(scope=scope))
        answer = (
            self.app if refused is None else PlainTextResponse(refused + "\n", 403 if refused == ALIEN_PAGE else 400)
        )

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await answer(scope, receive, guarded)


def refusal(method: str, headers: Mapping[str, str]) -> str | None:
    """Why a request is not answered; None where it is."""
    host = headers.get("host", "")
    if hostname(host) not in HOSTS:
        return ALIEN_HOST
    if method in ("GET", "HEAD"):
        return None
    # Browsers send "Origin: null" for a page's own forms under Referrer-Policy no-referrer: then Sec-Fetch-Site tells.
    origin, site = headers.get("origin", "null"), headers.get("sec-fetch-site", "same-origin")
    alien = origin != "null" and urlsplit(origin).netloc != host
    return ALIEN_PAGE if alien or site not in ("same-origin", "none") else None


def hostname(host: str) -> str:
    """The host of a Host header without its port; "" where it is malformed."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""
