"""One SQLite file for one negotiation."""
