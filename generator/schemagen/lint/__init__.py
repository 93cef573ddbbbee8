"""SQL files in, findings out: what PostgreSQL's parser and the order of the statements say about a migration."""
