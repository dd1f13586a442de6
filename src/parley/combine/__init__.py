"""Many readings together: one record."""
