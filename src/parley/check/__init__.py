"""A draft held against a record."""
