"""The desk as a Starlette application: every screen at its address, and as JSON at the same address with `.json`."""

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
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
from parley.views.web.kept import Pages
from parley.views.web.render import page
from parley.views.web.screen import Asked, MissingError, Screen, Shown
from parley.views.web.upload import draft_form, dropped
from parley.views.web.work import BusyError, Work

SHORT_BUILD = 3.0  # seconds that a page waits for a build before it tells how far it is
STALE = "This form is from an earlier start of the desk. Go back, reload the page, and send it again."
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
    ("/add", screens.add),
)
WARMED: tuple[tuple[str, Screen], ...] = (
    ("/", screens.home), ("/quotes", screens.quotes), ("/findings", screens.findings), ("/figures", screens.figures),
    ("/positions", screens.positions), ("/timeline", screens.timeline),
)  # fmt: skip
POSTED = ("/check", "/review", "/search")
NOWHERE = "There is no page at this address. Start from the record's first page, or search."
Endpoint = Callable[[Request], Awaitable[Response]]


def make_app(path: Path, new: bool = False) -> Starlette:
    """The desk of one .parley file; where it is `new` it need not be there yet."""
    desk = Desk(path, new)
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
            Route("/add", _add(desk), methods=["POST"]),
            Route("/rebuild", _rebuild(desk), methods=["POST"]),
            Mount("/static", StaticFiles(packages=[("parley.views.web", "static")])),
        ],
        middleware=[Middleware(Guard)],
        exception_handlers={HTTPException: _failed(desk), StoreError: _closed},
    )
    app.state.desk = desk
    return app


def _answer(desk: Desk, screen: Screen, twin: bool = False) -> Endpoint:
    """Answers from the kept pages where nothing changed since; a page that is asked for anew is made in a thread."""
    pages = Pages()

    async def answer(request: Request) -> Response:
        if request.method == "POST":
            form = await _form(request)
            return await run_in_threadpool(_shown, desk, screen, request, form, twin)
        stamp, url = desk.stamp(wait=False), str(request.url)
        if stamp and (page := pages.get(stamp, url)):
            return page.answer(request.headers.get("if-none-match"))
        return await run_in_threadpool(_kept, pages, desk, screen, request, twin)

    return answer


def _kept(pages: Pages, desk: Desk, screen: Screen, request: Request, twin: bool) -> Response:
    stamp = desk.stamp()
    made = _shown(desk, screen, request, {}, twin)
    if made.status_code != 200 or stamp is None or screen is screens.add:
        return made
    media_type = made.media_type or ""
    kept = pages.keep(stamp, str(request.url), bytes(made.body), media_type)
    return kept.answer(request.headers.get("if-none-match"))


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
    """Starts a build; where it is done at once, back to the review, else to the page that tells how far it is."""

    async def rebuild(request: Request) -> Response:
        _check(desk, (await _form(request)).get("token"))
        work = _started(desk)
        done = await run_in_threadpool(work.finished.wait, SHORT_BUILD)
        return RedirectResponse("/review?built=1" if done and not work.error else "/add", 303)

    return rebuild


def _add(desk: Desk) -> Endpoint:
    async def add(request: Request) -> Response:
        sent = await dropped(request)
        try:
            _check(desk, sent.token)
            if sent.folder or sent.addresses:
                _started(desk, sent.folder, sent.addresses)
        except HTTPException:
            sent.remove()
            raise
        return RedirectResponse("/add", 303)

    return add


def _check(desk: Desk, token: str | None) -> None:
    if token != desk.token:
        raise HTTPException(403, STALE)


def _started(desk: Desk, folder: Path | None = None, addresses: Sequence[str] = ()) -> Work:
    try:
        return desk.workshop.start(folder, addresses)
    except BusyError:
        raise HTTPException(409, "A build is under way. Wait until it is done, then send this again.") from None


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
    """A form's fields: of its urlencoded body, or of the draft's form, which may bring a file."""
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        return await draft_form(request)
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
