"""The steps that group articles into stories: vectors of words, likeness of pairs, clusters."""
