"""The desk as a Starlette application: every screen at its address, and as JSON at the same address with `.json`."""

import json
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from parley.store import StoreError
from parley.views.web import screens
from parley.views.web.desk import Desk
from parley.views.web.guard import Guard
from parley.views.web.render import page
from parley.views.web.screen import Asked, MissingError, Screen, Shown

LARGEST_FORM = 2_000_000  # bytes: the longest draft that is checked, with room to spare
SCREENS: tuple[tuple[str, Screen], ...] = (
    ("/articles/{article:path}", screens.reader),
    ("/copies", screens.copies),
    ("/copies/{pair:path}", screens.pair),
    ("/quotes", screens.quotes),
    ("/positions", screens.positions),
    ("/timeline", screens.timeline),
    ("/figures", screens.figures),
    ("/findings", screens.findings),
    ("/actors", screens.actors),
    ("/search", screens.search),
    ("/check", screens.draft),
    ("/review", screens.review),
)
POSTED = ("/check", "/review", "/search")
NOWHERE = "There is no page at this address. Start from the record's first page, or search."
Endpoint = Callable[[Request], Awaitable[Response]]


def make_app(path: Path) -> Starlette:
    """The desk of one .parley file."""
    desk = Desk(path)
    routes = [Route("/", _answer(desk, screens.home)), Route("/index.json", _answer(desk, screens.home, twin=True))]
    for address, screen in SCREENS:
        methods = ["GET", "POST"] if address in POSTED else ["GET"]
        routes += [
            Route(address + ".json", _answer(desk, screen, twin=True), methods=methods),
            Route(address, _answer(desk, screen), methods=methods),
        ]
    app = Starlette(
        routes=[
            *routes,
            Route("/rebuild", _rebuild(desk), methods=["POST"]),
            Mount("/static", StaticFiles(packages=[("parley.views.web", "static")])),
        ],
        middleware=[Middleware(Guard)],
        exception_handlers={HTTPException: _failed(desk), StoreError: _closed},
    )
    app.state.desk = desk
    return app


def _answer(desk: Desk, screen: Screen, twin: bool = False) -> Endpoint:
    async def answer(request: Request) -> Response:
        form = await _form(request) if request.method == "POST" else {}
        return await run_in_threadpool(_shown, desk, screen, request, form, twin)

    return answer


def _shown(desk: Desk, screen: Screen, request: Request, form: Mapping[str, str], twin: bool) -> Response:
    asked = Asked(desk, desk.index(), _address(request, twin), request.path_params, request.query_params, form)
    try:
        shown = screen(asked)
    except MissingError as error:
        shown = _missing(str(error))
    if shown.moved:
        return RedirectResponse(shown.moved, 303)
    return _as_json(shown) if twin else HTMLResponse(page(asked, shown), shown.status)


def _address(request: Request, twin: bool) -> str:
    """The path as it was sent: an article's id may hold slashes, which stay quoted."""
    path = request.scope["raw_path"].decode("ascii", "replace").partition("?")[0]
    return "/" if path == "/index.json" else path.removesuffix(".json" * twin)


def _as_json(shown: Shown) -> Response:
    body = json.dumps(shown.json(), ensure_ascii=False).encode("utf-8", "replace")
    return Response(body, shown.status, media_type="application/json")


def _missing(why: str, status: int = 404) -> Shown:
    return Shown("missing.html", "Not here", lambda: {"error": why}, {"why": why}, status)


def _rebuild(desk: Desk) -> Endpoint:
    async def rebuild(request: Request) -> Response:
        if (await _form(request)).get("token") != desk.token:
            raise HTTPException(
                403, "This form is from an earlier start of the desk. Go back, reload, and send it again."
            )
        await run_in_threadpool(desk.rebuild)
        return RedirectResponse("/review?built=1", 303)

    return rebuild


def _failed(desk: Desk) -> Callable[[Request, Exception], Response]:
    def failed(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        why = NOWHERE if status == 404 else str(getattr(error, "detail", error))
        shown = _missing(why, status)
        if request.url.path.endswith(".json"):
            return _as_json(shown)
        return HTMLResponse(page(Asked(desk, desk.index(), "/"), shown), status)

    return failed


def _closed(request: Request, error: Exception) -> Response:
    """The file is gone or damaged: the message says what to do."""
    return JSONResponse({"error": str(error)}, 503)


async def _form(request: Request) -> dict[str, str]:
    """A form's fields, of its urlencoded body."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_FORM:
            raise HTTPException(413, "This is longer than the desk reads at once. Send it in parts.")
    try:
        pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=40)
    except ValueError:
        raise HTTPException(400, "This form has too many fields.") from None
    return dict(pairs)
