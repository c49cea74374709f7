"""The finder: one question, its answer as list and map, the chosen card, and what can be taken away."""
