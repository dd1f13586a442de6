"""Runs reading over many articles."""
