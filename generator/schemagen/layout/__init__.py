"""Where the boxes and lines of a diagram stand: sizes and pairs in, positions out. Knows nothing of schemas."""
