"""How words take a stance: cues, who holds them, and what they are about."""
