"""How one article's quotations are found: marks, cues, contents, sources; then who is meant."""
