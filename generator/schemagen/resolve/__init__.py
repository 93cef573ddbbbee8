"""A specification in, the model with every name, type, reference and default spelled out."""
