"""Stances of many articles grouped into issues and positions."""
