"""Open formats, one short file each."""
