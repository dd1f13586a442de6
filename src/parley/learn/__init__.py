"""Trained models; weights lie beside the code, each with a card."""
