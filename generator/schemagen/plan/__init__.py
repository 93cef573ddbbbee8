"""Two models in; ordered operations that know their reverse and their hazards, grouped into phases, out."""
