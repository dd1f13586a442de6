"""What kinds of numbers count: lengths of time, results of votes."""
