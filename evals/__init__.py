"""How well Parley reads, measured on gold that lies beside the project and never in it."""
