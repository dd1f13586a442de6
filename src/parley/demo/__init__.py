"""An original, fictional negotiation: a port dispute as told by invented outlets."""
