"""Speed and memory, as the work grows."""
