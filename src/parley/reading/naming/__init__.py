"""How the names, descriptions and pronouns of one article are found and told apart."""
