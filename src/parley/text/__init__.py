"""Strings only: marks, words, names, numbers, alignment."""
