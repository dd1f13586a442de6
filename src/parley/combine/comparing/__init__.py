"""One file a kind of finding: what is compared, and when it is worth a reader's time."""
