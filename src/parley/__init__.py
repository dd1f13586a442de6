"""Parley reads what many news outlets wrote about a negotiation and builds one sourced record of it."""
