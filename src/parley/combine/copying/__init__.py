"""The steps that find copies: telling words, candidate pairs, comparison, kind, direction."""
