"""Pictures as SVG, each drawn from a record's values that stand beside it as a table."""
