"""Generated SQL files in, what a real scratch PostgreSQL made of them out."""
