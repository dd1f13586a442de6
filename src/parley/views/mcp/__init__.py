"""A Model Context Protocol server over one record: read-only tools whose every answer carries its exact words."""

from parley.views.mcp.server import make_server, serve_http, serve_stdio

__all__ = ["make_server", "serve_http", "serve_stdio"]
