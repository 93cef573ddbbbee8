"""The schema of a database as frozen values: tables, columns, constraints, policies and their like."""
