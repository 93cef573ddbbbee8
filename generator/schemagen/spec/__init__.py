"""The specification: texts that people write in, checked models with the position of every value out."""
