"""SQL expressions and statements as text in, what PostgreSQL's own parser says about them out."""
