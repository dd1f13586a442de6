"""Quotes of many articles that report one act of speaking."""
