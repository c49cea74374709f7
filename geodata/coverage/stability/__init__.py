"""How stable an answer is: other radii, other measures, and what lies beyond the city's border."""
