"""Parley reads what many news outlets wrote about a negotiation and builds one sourced record of it."""

__version__ = "0.1.0"
