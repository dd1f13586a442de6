"""One article alone: labels what its text says."""
