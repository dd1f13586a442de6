"""How English says when: words as codes, patterns over the codes, and what each pattern means on its scene."""
