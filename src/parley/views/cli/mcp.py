"""parley mcp"""

import secrets
from argparse import Namespace

from parley.views.cli.files import opened
from parley.views.cli.speak import CommandError, err


def mcp(options: Namespace) -> int:
    opened(options.file).__exit__(None, None, None)
    try:
        from parley.views.mcp import serve_http, serve_stdio
    except ModuleNotFoundError as error:
        raise CommandError(f"{error.name} is not installed; run: pip install 'parley[mcp]'") from error
    if options.port is None:
        serve_stdio(options.file)
        return 0
    token = secrets.token_urlsafe(24)
    err(f"http://127.0.0.1:{options.port}/mcp\nAuthorization: Bearer {token}")
    serve_http(options.file, options.port, token)
    return 0
