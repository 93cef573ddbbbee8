"""The language of specifications as pydantic models: plain values in, checked models out."""
