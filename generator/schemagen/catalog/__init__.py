"""A live PostgreSQL database in, the same model out that a specification gives."""
