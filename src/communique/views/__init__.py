"""Ways to look at the record; no logic of their own."""
